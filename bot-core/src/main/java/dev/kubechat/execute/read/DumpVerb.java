package dev.kubechat.execute.read;

import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.Masking;
import dev.kubechat.execute.api.Outcome;
import dev.kubechat.execute.api.Patience;
import dev.kubechat.execute.api.Pods;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.execute.api.YamlText;
import dev.kubechat.kubectl.Namespace;
import dev.kubechat.kubectl.ReadCommand.Dump;
import dev.kubechat.kubectl.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code kubectl cluster-info dump}: the nodes, and of each namespace what runs in it, with the logs of its pods. */
final class DumpVerb {

    private static final int LONGEST = 16 * 1024 * 1024;
    private static final long MOST_OF_A_LOG = 4L * 1024 * 1024;
    private static final List<String> TYPES =
            List.of(
                    "events",
                    "replicationcontrollers",
                    "services",
                    "daemonsets.apps",
                    "deployments.apps",
                    "replicasets.apps",
                    "pods");

    private final Sight sight;
    private final Dump asked;
    private final Patience patience;
    private final StringBuilder text = new StringBuilder();

    /** @param longest how long it may take; what is not read by then is left out */
    DumpVerb(Sight sight, Dump asked, Duration longest) {
        this.sight = sight;
        this.asked = asked;
        this.patience = new Patience(longest);
    }

    Outcome.Printed print() {
        try {
            list("nodes", null);
            for (var namespace : namespaces()) {
                if (isEnough()) {
                    break;
                }
                dump(namespace);
            }
        } catch (No no) {
            return new Outcome.Printed(text.toString(), no.sentence(), no.errors(), 1);
        }
        var note =
                isEnough()
                        ? "This is not all: the rest took too long, or is too much. Dump fewer"
                                + " namespaces, as by --namespaces shop."
                        : "";
        return new Outcome.Printed(text.toString(), note, "", 0);
    }

    private boolean isEnough() {
        return text.length() > LONGEST || patience.isOver();
    }

    private List<String> namespaces() {
        if (!asked.namespaces().isEmpty()) {
            return asked.namespaces().stream().map(Namespace::value).toList();
        }
        return switch (asked.scope()) {
            case Scope.Everywhere _ ->
                    sight.list(ApiPath.of(sight.builtIn("namespaces"), null))
                            .path("items")
                            .valueStream()
                            .map(Pods::name)
                            .toList();
            case Scope.In(var namespace) -> List.of("kube-system", namespace.value());
            case Scope.Unsaid _ -> List.of("kube-system");
        };
    }

    private void dump(String namespace) {
        for (var type : TYPES) {
            var list = list(type, namespace);
            if (type.equals("pods")) {
                list.path("items").forEach(this::logs);
            }
        }
    }

    private JsonNode list(String type, @Nullable String namespace) {
        var list = Masking.object(sight.list(ApiPath.of(sight.builtIn(type), namespace)));
        for (var item : list.path("items")) {
            if (item.path("metadata") instanceof ObjectNode metadata) {
                metadata.remove("managedFields");
            }
        }
        // as it comes to kubectl, in protocol buffers, no items and no list of items are the same
        if (list instanceof ObjectNode whole && list.path("items").isEmpty()) {
            whole.putNull("items");
        }
        if (asked.output().equals("json")) {
            text.append(GoJson.indented(list, 4)).append('\n');
        } else {
            text.append(text.isEmpty() ? "" : "---\n").append(YamlText.yaml(list));
        }
        return list;
    }

    private void logs(JsonNode pod) {
        var namespace = pod.path("metadata").path("namespace").asString("");
        for (var container : containers(pod)) {
            if (isEnough()) {
                return;
            }
            var whose = "container %s of pod %s/%s".formatted(container, namespace, Pods.name(pod));
            text.append("==== START logs for %s ====\n".formatted(whose));
            text.append(Masking.text(log(namespace, Pods.name(pod), container)));
            text.append("==== END logs for %s ====\n".formatted(whose));
        }
    }

    private static List<String> containers(JsonNode pod) {
        var names = new ArrayList<String>();
        Stream.of("initContainers", "containers")
                .flatMap(kind -> pod.path("spec").path(kind).valueStream())
                .forEach(container -> names.add(container.path("name").asString("")));
        return names;
    }

    private String log(String namespace, String pod, String container) {
        var path =
                ApiPath.core("pods", namespace)
                        .at(pod)
                        .at("log")
                        .with("container", container)
                        .with("limitBytes", String.valueOf(MOST_OF_A_LOG));
        var reply = sight.api().any(path, "*/*");
        return reply.ok() ? reply.body() : "Request log error: %s\n".formatted(reply.message());
    }
}
