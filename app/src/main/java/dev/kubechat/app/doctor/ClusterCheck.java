package dev.kubechat.app.doctor;

import dev.kubechat.cluster.ClusterSurvey;
import dev.kubechat.cluster.ClusterSurvey.Found;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Are the clusters there, and may KubeChat do there what it has to, and no more? */
final class ClusterCheck {

    private static final String RIGHTS =
            "see \"What the bot's user may do in a cluster\" in docs/configuration.md";

    private ClusterCheck() {}

    /** The numbers of the clusters in the configuration. */
    static Set<String> numbers(Settings settings) {
        return settings.below("kubechat.clusters");
    }

    static Finding none() {
        return Finding.missing(
                "cluster",
                "no cluster is configured",
                "set kubechat.clusters[0].id and kubechat.clusters[0].kubeconfig, the path of a"
                        + " kubeconfig with inline credentials");
    }

    static List<Finding> of(Settings settings, String number) {
        String prefix = "kubechat.clusters[%s].".formatted(number);
        var id = settings.value(prefix + "id");
        if (id.isEmpty()) {
            return List.of(
                    Finding.missing(
                            "cluster " + number,
                            prefix + "id is not set",
                            "set it to the name that people use, such as staging"));
        }
        String thing = "cluster " + id.get();
        var kubeconfig = settings.value(prefix + "kubeconfig");
        if (kubeconfig.isEmpty()) {
            return List.of(
                    Finding.missing(
                            thing,
                            prefix + "kubeconfig is not set",
                            "set it to the path of a kubeconfig with inline credentials"));
        }
        return found(
                thing,
                ClusterSurvey.look(
                        id.get(),
                        kubeconfig.get(),
                        settings.value(prefix + "context").orElse(null),
                        people(settings)));
    }

    private static ClusterSurvey.People people(Settings settings) {
        var users = new TreeSet<String>();
        var groups = new TreeSet<String>();
        for (String key : settings.below("kubechat.people")) {
            settings.value("kubechat.people.%s.user".formatted(key)).ifPresent(users::add);
            groups.addAll(settings.all("kubechat.people.%s.groups".formatted(key)));
        }
        return new ClusterSurvey.People(users, groups);
    }

    static List<Finding> found(String thing, Found found) {
        return switch (found) {
            case Found.Unusable unusable ->
                    List.of(Finding.wrong(thing, unusable.sentence(), "correct its configuration"));
            case Found.Away away ->
                    List.of(
                            Finding.wrong(
                                    thing,
                                    away.sentence(),
                                    "check the server in its kubeconfig, that it can be reached"
                                            + " from here, and the credential"));
            case Found.Answering answering ->
                    List.of(
                            Finding.ok(thing, "answers, " + answering.version()),
                            rights(thing + " rights", answering));
        };
    }

    private static Finding rights(String thing, Found.Answering found) {
        if (!found.tooMuch().isEmpty()) {
            return Finding.wrong(
                    thing,
                    "too wide, KubeChat may: " + String.join("; ", found.tooMuch()),
                    "take these from its user, so that nobody can be impersonated but who is named;"
                            + " "
                            + RIGHTS);
        }
        return found.lacking().isEmpty()
                ? Finding.ok(thing, "enough to act in the names of those configured, and no wider")
                : Finding.wrong(
                        thing,
                        "missing: " + String.join("; ", found.lacking()),
                        "grant them to its user; " + RIGHTS);
    }
}
