package dev.kubechat.execute;

import dev.kubechat.execute.Sight.No;
import dev.kubechat.kubectl.KubectlCommand.Logs;
import dev.kubechat.kubectl.ObjectName;
import dev.kubechat.kubectl.Selection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code kubectl logs}, shorter by default than kubectl's: a chat is no terminal. */
final class LogsVerb {

    private static final long USUAL_LINES = 100;
    private static final long LINES_OF_EACH = 10;
    private static final int MOST_BYTES = 1024 * 1024;
    private static final int MOST_PODS = 10;
    private static final String DEFAULT_CONTAINER = "kubectl.kubernetes.io/default-container";

    private final Sight sight;
    private final Logs logs;
    private final Pods pods;
    private final List<String> notes = new ArrayList<>();

    LogsVerb(Sight sight, Logs logs) {
        this.sight = sight;
        this.logs = logs;
        this.pods = new Pods(sight);
    }

    Outcome.Printed print() {
        var text = new StringBuilder();
        for (var pod : chosen()) {
            for (var container : containers(pod)) {
                text.append(log(pod, container));
            }
        }
        return new Outcome.Printed(Masking.text(text.toString()), String.join(" ", notes));
    }

    private List<JsonNode> chosen() {
        return switch (logs.selection()) {
            case Selection.Named(var objects) -> List.of(ofObject(objects.getFirst()));
            case Selection.Matching matching -> byLabel(matching);
            case Selection.InFiles _ ->
                    throw new No("Files that come with a message are not read here yet.");
        };
    }

    private JsonNode ofObject(ObjectName name) {
        var object = sight.object(name, logs.scope());
        if (name.type().is("pods", "")) {
            return object;
        }
        var resource = sight.resource(name.type());
        var all = pods.of(object, resource);
        if (all.isEmpty()) {
            throw new No(
                    "%s has no pods, so there are no logs."
                            .formatted(resource.called(name.name())));
        }
        var pod = all.getFirst();
        if (all.size() > 1) {
            notes.add("Found %d pods, using pod/%s.".formatted(all.size(), Pods.name(pod)));
        }
        return pod;
    }

    private List<JsonNode> byLabel(Selection.Matching matching) {
        var resource = sight.builtIn("pods");
        var path =
                ApiPath.of(resource, Sight.namespace(logs.scope(), resource))
                        .with("labelSelector", matching.labelSelector())
                        .with("fieldSelector", matching.fieldSelector());
        var found = new ArrayList<JsonNode>();
        sight.list(path).path("items").forEach(found::add);
        if (found.isEmpty()) {
            throw new No("No pods fit that selector, so there are no logs.");
        }
        if (found.size() > MOST_PODS) {
            throw new No(
                    "%d pods fit that selector, and logs are shown of at most %d at once. Name one of them, or narrow it down with -l."
                            .formatted(found.size(), MOST_PODS));
        }
        return found;
    }

    private List<String> containers(JsonNode pod) {
        var all = Pods.containers(pod);
        var wanted = logs.options().container();
        if (wanted != null) {
            return List.of(checked(pod, wanted));
        }
        if (logs.options().allContainers()) {
            return all;
        }
        var marked = pod.path("metadata").path("annotations").path(DEFAULT_CONTAINER).asString("");
        var chosen = all.contains(marked) ? marked : all.getFirst();
        if (all.size() > 1) {
            notes.add(
                    "Defaulted container \"%s\" out of: %s. Choose another with -c."
                            .formatted(chosen, String.join(", ", all)));
        }
        return List.of(chosen);
    }

    private String checked(JsonNode pod, String wanted) {
        var all = Pods.containers(pod);
        if (!all.contains(wanted)) {
            throw new No(
                    "Pod %s has no container \"%s\". It has: %s."
                            .formatted(Pods.name(pod), wanted, String.join(", ", all)));
        }
        return wanted;
    }

    private String log(JsonNode pod, String container) {
        var options = logs.options();
        var namespace = pod.path("metadata").path("namespace").asString();
        var path =
                ApiPath.core("pods", namespace)
                        .at(Pods.name(pod))
                        .at("log")
                        .with("container", container)
                        .with("tailLines", String.valueOf(tail()))
                        .with("limitBytes", String.valueOf(MOST_BYTES))
                        .with("previous", options.previous() ? "true" : null)
                        .with("timestamps", options.timestamps() ? "true" : null)
                        .with("sinceSeconds", since());
        var reply = sight.api().get(path, "*/*");
        if (reply.code() == 400) {
            throw new No("There are no such logs: %s.".formatted(reply.message()));
        }
        if (reply.code() == 404) {
            throw new No("Pod %s is gone, and its logs with it.".formatted(Pods.name(pod)));
        }
        sight.answer(reply);
        noteCut(reply.body());
        return reply.body();
    }

    private void noteCut(String log) {
        if (logs.options().tail() == null && log.lines().count() >= tail()) {
            notes.add("These are the last %d lines; ask for more with --tail.".formatted(tail()));
        }
        if (log.length() >= MOST_BYTES) {
            notes.add("The log is longer than 1 MiB and was cut.");
        }
    }

    private long tail() {
        var asked = logs.options().tail();
        if (asked != null) {
            return asked;
        }
        return logs.selection() instanceof Selection.Matching ? LINES_OF_EACH : USUAL_LINES;
    }

    private @Nullable String since() {
        var since = logs.options().since();
        return since == null
                ? null
                : String.valueOf(Math.max(1, since.plusMillis(999).toSeconds()));
    }
}
