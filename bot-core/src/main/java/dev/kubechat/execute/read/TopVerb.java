package dev.kubechat.execute.read;

import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.Outcome;
import dev.kubechat.execute.api.Pods;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.execute.print.GoSort;
import dev.kubechat.execute.print.Quantity;
import dev.kubechat.execute.print.TabWriter;
import dev.kubechat.kubectl.GoDuration;
import dev.kubechat.kubectl.Scope;
import dev.kubechat.kubectl.TopCommand.TopNode;
import dev.kubechat.kubectl.TopCommand.TopPod;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code kubectl top}: what nodes and pods use, as metrics.k8s.io tells it. */
final class TopVerb {

    private static final String METRICS = "metrics.k8s.io";
    private static final String VERSION = "v1beta1";
    private static final Duration MEASURED_AFTER = Duration.ofMinutes(2);

    private final Sight sight;
    private final Instant now;

    TopVerb(Sight sight, Instant now) {
        this.sight = sight;
        this.now = now;
    }

    Outcome.Printed nodes(TopNode top) {
        checkSort(top.sortBy());
        if (top.name() != null && top.selector() != null) {
            throw No.saying("only one of NAME or --selector can be provided");
        }
        checkMetrics();
        var metrics =
                items(
                        ApiPath.collection(METRICS, VERSION, "nodes", null),
                        top.name(),
                        top.selector(),
                        null);
        if (metrics.isEmpty()) {
            throw No.saying("metrics not available yet");
        }
        var nodes = new TreeMap<String, JsonNode>();
        items(ApiPath.collection("", "v1", "nodes", null), top.name(), top.selector(), null)
                .forEach(node -> nodes.put(Pods.name(node), node));
        var sorted =
                GoSort.sorted(
                        metrics,
                        order(
                                top.sortBy(),
                                node -> usage(node.path("usage")),
                                Comparator.comparing(Pods::name)));
        var text = new StringBuilder();
        if (!top.noHeaders()) {
            text.append("NAME\tCPU(cores)\tCPU(%)\tMEMORY(bytes)\tMEMORY(%)\t");
            text.append(top.showSwap() ? "SWAP(bytes)\tSWAP(%)\t\n" : "\n");
        }
        for (var node : sorted) {
            text.append(line(node, nodes.remove(Pods.name(node)), top));
        }
        nodes.keySet()
                .forEach(name ->
                        text.append(name)
                                .append("\t<unknown>\t<unknown>".repeat(top.showSwap() ? 3 : 2))
                                .append("\t\n"));
        return new Outcome.Printed(TabWriter.table(text.toString()), "");
    }

    private static String line(JsonNode metrics, @Nullable JsonNode node, TopNode top) {
        var usage = usage(metrics.path("usage"));
        var line = new StringBuilder(Pods.name(metrics)).append('\t');
        var status = node == null ? Reply.JSON.createObjectNode() : node.path("status");
        var available = status.path(top.showCapacity() ? "capacity" : "allocatable");
        line.append(cpu(usage.cpu()))
                .append('\t')
                .append(percent(usage.cpu(), available.path("cpu")));
        line.append(bytes(usage.memory()))
                .append('\t')
                .append(percent(usage.memory(), available.path("memory")));
        if (top.showSwap()) {
            var swap = status.path("nodeInfo").path("swap").path("capacity");
            line.append(
                    swap.isMissingNode()
                            ? "<unknown>\t<unknown>\t"
                            : bytes(usage.swap()) + "\t" + percent(usage.swap(), swap));
        }
        return line.append('\n').toString();
    }

    private static String percent(Quantity used, JsonNode available) {
        if (available.isMissingNode()) {
            return "";
        }
        var all = milli(Quantity.of(available));
        var fraction = all == 0 ? 0.0 : (double) milli(used) / (double) all * 100;
        return (long) fraction + "%\t";
    }

    Outcome.Printed pods(TopPod top) {
        checkSort(top.sortBy());
        if (top.name() != null && (top.selector() != null || top.fieldSelector() != null)) {
            throw No.saying("only one of NAME or selector can be provided");
        }
        checkMetrics();
        var everywhere = top.scope() instanceof Scope.Everywhere;
        var namespace = top.scope() instanceof Scope.In(var in) ? in.value() : null;
        var metrics =
                items(
                        ApiPath.collection(METRICS, VERSION, "pods", namespace),
                        top.name(),
                        top.selector(),
                        top.fieldSelector());
        if (metrics.isEmpty()) {
            checkAges(top, namespace);
            return new Outcome.Printed(
                    "",
                    everywhere
                            ? "No resources found"
                            : "No resources found in %s namespace.".formatted(namespace));
        }
        return new Outcome.Printed(
                TabWriter.table(new PodLines(top, everywhere).text(metrics)), "");
    }

    // why there are no metrics: the pods may be too young, or nobody measures them; with -A kubectl
    // looks where it stands all the same
    private void checkAges(TopPod top, @Nullable String namespace) {
        var pods =
                items(
                        ApiPath.collection(
                                "", "v1", "pods", namespace == null ? "default" : namespace),
                        top.name(),
                        top.selector(),
                        top.fieldSelector());
        for (var pod : pods) {
            var age = age(pod);
            if (age.compareTo(MEASURED_AFTER) > 0) {
                throw No.saying(
                        "Metrics not available for pod %s/%s, age: %s"
                                .formatted(
                                        pod.path("metadata").path("namespace").asString(""),
                                        Pods.name(pod),
                                        GoDuration.show(age)));
            }
        }
        if (!pods.isEmpty()) {
            throw No.saying("metrics not available yet");
        }
    }

    private Duration age(JsonNode pod) {
        try {
            return Duration.between(
                    Instant.parse(pod.path("metadata").path("creationTimestamp").asString("")),
                    now);
        } catch (DateTimeParseException never) {
            return Duration.ZERO;
        }
    }

    private static void checkSort(String by) {
        if (!by.isEmpty() && !by.equals("cpu") && !by.equals("memory")) {
            throw No.saying("--sort-by accepts only cpu or memory");
        }
    }

    private void checkMetrics() {
        var groups = sight.list(new ApiPath("/apis")).path("groups");
        var measured =
                groups.valueStream()
                        .filter(group -> group.path("name").asString("").equals(METRICS))
                        .flatMap(group -> group.path("versions").valueStream())
                        .anyMatch(version -> version.path("version").asString("").equals(VERSION));
        if (!measured) {
            throw new No(
                    "Cluster %s measures nothing: its metrics server is missing or away."
                            .formatted(sight.caller().cluster()),
                    "error: Metrics API not available\n");
        }
    }

    private List<JsonNode> items(
            ApiPath path,
            @Nullable String name,
            @Nullable String selector,
            @Nullable String fieldSelector) {
        if (name != null) {
            return new ArrayList<>(List.of(sight.answer(sight.api().any(path.at(name)))));
        }
        var asked = path.with("labelSelector", selector).with("fieldSelector", fieldSelector);
        return new ArrayList<>(
                sight.answer(sight.api().any(asked)).path("items").valueStream().toList());
    }

    private record Usage(Quantity cpu, Quantity memory, Quantity swap) {
        static final Usage NONE = new Usage(Quantity.ZERO, Quantity.ZERO, Quantity.ZERO);

        Usage plus(Usage other) {
            return new Usage(cpu.plus(other.cpu), memory.plus(other.memory), swap.plus(other.swap));
        }
    }

    private static Usage usage(JsonNode usage) {
        return new Usage(
                Quantity.of(usage.path("cpu")),
                Quantity.of(usage.path("memory")),
                Quantity.of(usage.path("swap")));
    }

    private static Usage ofPod(JsonNode pod) {
        return pod.path("containers")
                .valueStream()
                .map(container -> usage(container.path("usage")))
                .reduce(Usage.NONE, Usage::plus);
    }

    private static Comparator<JsonNode> order(
            String by, Function<JsonNode, Usage> usage, Comparator<JsonNode> usual) {
        return switch (by) {
            case "cpu" ->
                    Comparator.comparing(
                            (JsonNode node) -> milli(usage.apply(node).cpu()),
                            Comparator.reverseOrder());
            case "memory" ->
                    Comparator.comparing(
                            (JsonNode node) -> whole(usage.apply(node).memory()),
                            Comparator.reverseOrder());
            default -> usual;
        };
    }

    private static String cpu(Quantity amount) {
        return milli(amount) + "m";
    }

    private static String bytes(Quantity amount) {
        return whole(amount) / (1024 * 1024) + "Mi";
    }

    private static long milli(Quantity amount) {
        return amount.thousandths().longValue();
    }

    private static long whole(Quantity amount) {
        return amount.units().longValue();
    }

    private record PodLines(TopPod top, boolean everywhere) {

        String text(List<JsonNode> metrics) {
            var text = new StringBuilder();
            var columns = top.showSwap() ? 4 : 3;
            if (!top.noHeaders()) {
                text.append(everywhere ? "NAMESPACE\t" : "")
                        .append(top.containers() ? "POD\t" : "");
                text.append("NAME\tCPU(cores)\tMEMORY(bytes)\t");
                text.append(top.showSwap() ? "SWAP(bytes)\t\n" : "\n");
                columns += (everywhere ? 1 : 0) + (top.containers() ? 1 : 0);
            }
            GoSort.sorted(metrics, order(top.sortBy(), TopVerb::ofPod, byName()))
                    .forEach(pod -> text.append(top.containers() ? containers(pod) : pod(pod)));
            if (top.sum()) {
                var total = metrics.stream().map(TopVerb::ofPod).reduce(Usage.NONE, Usage::plus);
                text.append("\t".repeat(columns - 2)).append("________\t________\t\n");
                text.append("\t".repeat(columns - 3)).append(line("", total));
            }
            return text.toString();
        }

        private Comparator<JsonNode> byName() {
            var byName = Comparator.comparing(Pods::name);
            return everywhere
                    ? Comparator.comparing(PodLines::namespace).thenComparing(byName)
                    : byName;
        }

        private static String namespace(JsonNode pod) {
            return pod.path("metadata").path("namespace").asString("");
        }

        private String pod(JsonNode pod) {
            return (everywhere ? namespace(pod) + "\t" : "") + line(Pods.name(pod), ofPod(pod));
        }

        private String containers(JsonNode pod) {
            var text = new StringBuilder();
            GoSort.sorted(
                            pod.path("containers").valueStream().toList(),
                            order(
                                    top.sortBy(),
                                    container -> usage(container.path("usage")),
                                    Comparator.comparing(
                                            container -> container.path("name").asString(""))))
                    .forEach(container ->
                            text.append(everywhere ? namespace(pod) + "\t" : "")
                                    .append(Pods.name(pod))
                                    .append('\t')
                                    .append(
                                            line(
                                                    container.path("name").asString(""),
                                                    usage(container.path("usage")))));
            return text.toString();
        }

        private String line(String name, Usage usage) {
            return "%s\t%s\t%s\t%s\n"
                    .formatted(
                            name,
                            cpu(usage.cpu()),
                            bytes(usage.memory()),
                            top.showSwap() ? bytes(usage.swap()) + "\t" : "");
        }
    }
}
