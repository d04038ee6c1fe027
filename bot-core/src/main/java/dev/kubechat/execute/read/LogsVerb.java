package dev.kubechat.execute.read;

import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.ApiResource;
import dev.kubechat.execute.api.Outcome;
import dev.kubechat.execute.api.Patience;
import dev.kubechat.execute.api.Pods;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.kubectl.KubectlCommand.Logs;
import dev.kubechat.kubectl.ObjectName;
import dev.kubechat.kubectl.Scope;
import dev.kubechat.kubectl.Selection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** {@code kubectl logs}: finds whose logs are meant, and prints them or follows them for a limited time. */
final class LogsVerb {

    private static final int MOST = 100;
    private static final int USUAL_STREAMS = 5;
    private static final String DEFAULT_CONTAINER = "kubectl.kubernetes.io/default-container";
    private static final Set<String> WITH_PODS =
            Set.of(
                    "ReplicaSet.apps",
                    "ReplicationController",
                    "StatefulSet.apps",
                    "DaemonSet.apps",
                    "Deployment.apps",
                    "Job.batch",
                    "Service");

    private final Sight sight;
    private final Logs logs;
    private final Duration longest;
    private final Follow follow;
    private final Pods pods;
    private final List<String> notes = new ArrayList<>();
    private final StringBuilder errors = new StringBuilder();

    /**
     * @param longest how long anything is followed at most
     * @param follow gets the lines of a followed log as they come
     */
    LogsVerb(Sight sight, Logs logs, Duration longest, Follow follow) {
        this.sight = sight;
        this.logs = logs;
        this.longest = longest;
        this.follow = follow;
        this.pods = new Pods(sight);
    }

    /** One container's log. */
    record Source(String namespace, String pod, String container) {}

    Outcome.Printed print() {
        checkContainer();
        var sources = chosen().stream().flatMap(pod -> sources(pod).stream()).toList();
        if (sources.size() > MOST) {
            throw new No(
                    "These are %d logs, and at most %d are shown at once. Name a pod, or narrow it down with -l."
                            .formatted(sources.size(), MOST));
        }
        var text = new LogText(sight, logs);
        if (logs.options().follow()) {
            checkStreams(sources.size());
            notes.addAll(text.follow(sources, new Patience(longest), follow));
        } else {
            text.print(sources);
        }
        errors.append(text.errors());
        notes.addAll(text.notes());
        return new Outcome.Printed(
                text.text(), String.join(" ", notes), errors.toString(), text.exit());
    }

    private void checkContainer() {
        var container = logs.options().container();
        if (logs.options().allContainers() && container != null) {
            throw No.saying(
                    "--all-containers=true should not be specified with container name %s"
                            .formatted(container));
        }
    }

    private void checkStreams(int streams) {
        var asked = logs.options().maxLogRequests();
        var most = asked == null ? USUAL_STREAMS : asked;
        if (streams > 1 && streams > most) {
            throw No.saying(
                    "you are attempting to follow %d log streams, but maximum allowed concurrency is %d, use --max-log-requests to increase the limit"
                            .formatted(streams, most));
        }
    }

    private List<JsonNode> chosen() {
        return switch (logs.selection()) {
            case Selection.Named(var objects) -> ofObject(objects.getFirst());
            case Selection.Matching matching -> byLabel(matching);
            case Selection.InFiles files -> throw Sight.No.ofFiles(files);
        };
    }

    private List<JsonNode> ofObject(ObjectName name) {
        var resource = sight.resource(name.type());
        var object = object(name);
        if (resource.is("pods", "")) {
            return List.of(object);
        }
        var all = ofOwner(object, resource, name);
        var pod = all.getFirst();
        if (all.size() == 1) {
            return all;
        }
        if (logs.options().allPods()) {
            return all;
        }
        errors.append("Found %d pods, using pod/%s\n".formatted(all.size(), Pods.name(pod)));
        notes.add("Found %d pods, using pod/%s.".formatted(all.size(), Pods.name(pod)));
        return List.of(pod);
    }

    private JsonNode object(ObjectName name) {
        try {
            return sight.object(name, logs.scope());
        } catch (No no) {
            var missing = "Error from server (NotFound): ";
            if (no.errors().startsWith(missing) && logs.scope() instanceof Scope.In(var in)) {
                throw new No(
                        no.sentence(),
                        "error: error from server (NotFound): %s in namespace \"%s\"\n"
                                .formatted(no.errors().substring(missing.length()).strip(), in));
            }
            throw no;
        }
    }

    private List<JsonNode> ofOwner(JsonNode object, ApiResource resource, ObjectName name) {
        if (!WITH_PODS.contains(Rollout.groupKind(resource))) {
            var type = "*%s.%s".formatted(resource.version(), resource.kind());
            throw new No(
                    "%s has no pods of its own, so there are no logs. Name a pod."
                            .formatted(resource.called(name.name())),
                    "error: cannot get the logs from %s: selector for %s not implemented\n"
                            .formatted(type, type));
        }
        if (Pods.selector(object).isEmpty()) {
            throw new No(
                    "%s chooses no pods, so there are no logs."
                            .formatted(resource.called(name.name())),
                    "error: cannot get the logs from *v1.%s: invalid service '%s': Service is defined without a selector\n"
                            .formatted(resource.kind(), name.name()));
        }
        var all = pods.of(object, resource);
        if (all.isEmpty()) {
            throw new No(
                    "%s has no pods, so there are no logs.".formatted(resource.called(name.name())),
                    "error: timed out waiting for the condition\n");
        }
        return all;
    }

    private List<JsonNode> byLabel(Selection.Matching matching) {
        var resource = sight.builtIn("pods");
        var path =
                ApiPath.of(resource, Sight.namespace(logs.scope(), resource))
                        .with("labelSelector", matching.labelSelector());
        var found = new ArrayList<JsonNode>();
        sight.list(path).path("items").forEach(found::add);
        if (found.isEmpty() && logs.scope() instanceof Scope.In(var namespace)) {
            var nothing = "No resources found in %s namespace.".formatted(namespace);
            notes.add(nothing);
            errors.append(nothing).append('\n');
        }
        return found;
    }

    private List<Source> sources(JsonNode pod) {
        var names =
                logs.options().allContainers()
                        ? inOrder(pod, "initContainers", "containers", "ephemeralContainers")
                        : List.of(container(pod));
        var namespace = pod.path("metadata").path("namespace").asString("");
        return names.stream().map(name -> new Source(namespace, Pods.name(pod), name)).toList();
    }

    private static List<String> inOrder(JsonNode pod, String... kinds) {
        var names = new ArrayList<String>();
        for (var kind : kinds) {
            pod.path("spec").path(kind).forEach(one -> names.add(one.path("name").asString("")));
        }
        return names;
    }

    private String container(JsonNode pod) {
        var all = inOrder(pod, "containers", "initContainers", "ephemeralContainers");
        var wanted = logs.options().container();
        if (wanted != null) {
            return checked(pod, wanted, all);
        }
        var marked = pod.path("metadata").path("annotations").path(DEFAULT_CONTAINER).asString("");
        if (all.contains(marked)) {
            return marked;
        }
        if (!marked.isEmpty()) {
            errors.append(
                    "Default container name \"%s\" not found in pod %s\n"
                            .formatted(marked, Pods.name(pod)));
        }
        var first = all.isEmpty() ? "" : all.getFirst();
        if (all.size() > 1 && !logs.options().allPods()) {
            var told = "Defaulted container \"%s\" out of: %s".formatted(first, listed(pod));
            errors.append(told).append('\n');
            notes.add(told + ". Choose another with -c.");
        }
        return first;
    }

    private static String checked(JsonNode pod, String wanted, List<String> all) {
        if (!all.contains(wanted)) {
            throw new No(
                    "Pod %s has no container \"%s\". It has: %s."
                            .formatted(Pods.name(pod), wanted, listed(pod)),
                    "error: container %s is not valid for pod %s out of: %s\n"
                            .formatted(wanted, Pods.name(pod), listed(pod)));
        }
        return wanted;
    }

    private static String listed(JsonNode pod) {
        var names = new ArrayList<>(inOrder(pod, "containers"));
        inOrder(pod, "ephemeralContainers").forEach(name -> names.add(name + " (ephem)"));
        inOrder(pod, "initContainers").forEach(name -> names.add(name + " (init)"));
        return String.join(", ", names);
    }
}
