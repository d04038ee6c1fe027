package dev.kubechat.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** "KubePodCrashLooping for pod api-1 in prod": an alert that was pasted begins with a look at what it speaks of. */
final class AlertIntent implements Intent {

    // the names that Prometheus rules for Kubernetes go by
    private static final Pattern NAME =
            Pattern.compile("(Kube|Node|CPU|Target|Prometheus|Etcd)([A-Z][a-z]+){1,8}");
    private static final Pattern OWN = Pattern.compile("([A-Z][a-z]+){3,8}");
    private static final Map<String, String> KINDS =
            Map.of(
                    "KubePod", "pods",
                    "KubeContainer", "pods",
                    "KubeDeployment", "deployments",
                    "KubeStatefulSet", "statefulsets",
                    "KubeDaemonSet", "daemonsets",
                    "KubeJob", "jobs",
                    "KubeCronJob", "cronjobs",
                    "KubeNode", "nodes",
                    "KubeHpa", "horizontalpodautoscalers",
                    "KubePersistentVolume", "persistentvolumeclaims");

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        List<String> alerts = sentence.takeAll(AlertIntent::isName);
        boolean called = sentence.take(Sense.ALERT);
        if (alerts.size() > 1 || (alerts.isEmpty() && !called)) {
            return Optional.empty();
        }
        sentence.take(Sense.SHOW, Sense.DESCRIBE, Sense.WHY, Sense.PROBLEM, Sense.UNHEALTHY);
        sentence.take(Sense.STATUS, Sense.FAILED, Sense.PENDING, Sense.BECAUSE, Sense.WARNINGS);
        return Target.take(sentence)
                .one()
                .filter(thing -> thing.names().size() == 1 && !thing.owner())
                .map(thing -> thing.kind() == null ? as(thing, alerts) : thing)
                .flatMap(thing -> Intent.line("describe " + thing.words(), place));
    }

    /** Somebody's own rules have names of several words too, and stand at the beginning. */
    private static boolean isName(Word word) {
        return NAME.matcher(word.text()).matches()
                || (word.isUnknown() && OWN.matcher(word.text()).matches());
    }

    /** The alert's own name tells what it is about. */
    private static Thing as(Thing thing, List<String> alerts) {
        return alerts.stream()
                .flatMap(alert ->
                        KINDS.entrySet().stream().filter(kind -> alert.startsWith(kind.getKey())))
                .map(Map.Entry::getValue)
                .findFirst()
                .map(thing::as)
                .orElseGet(thing::asWorkload);
    }
}
