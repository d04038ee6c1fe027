package dev.kubechat.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a twin namespace holds, and what bears its name in the whole cluster, without what the server and its controllers write of
 * themselves.
 *
 * @param objects by type and name, with the namespace's name replaced
 */
record TwinState(Map<String, String> objects) {

    private static final String KINDS =
            "deployments,statefulsets,daemonsets,jobs,cronjobs,pods,services,configmaps,secrets,"
                + "serviceaccounts,roles,rolebindings,ingresses,resourcequotas,"
                + "poddisruptionbudgets,horizontalpodautoscalers,namespaces,nodes,clusterroles,clusterrolebindings,priorityclasses,"
                + "certificatesigningrequests";
    private static final Set<String> OF_THE_SERVER =
            Set.of("uid", "resourceVersion", "creationTimestamp", "managedFields", "generation");
    private static final Set<String> OF_THE_KIND =
            Set.of("clusterIP", "clusterIPs", "nodePort", "healthCheckNodePort", "nodeName");
    // with a time or a uid in them
    private static final Set<String> MOVING =
            Set.of(
                    "kubectl.kubernetes.io/restartedAt",
                    "batch.kubernetes.io/controller-uid",
                    "controller-uid",
                    "deployment.kubernetes.io/revision",
                    "deprecated.daemonset.template.generation",
                    "kubernetes.io/metadata.name");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** In one look, as looking is what takes the time. */
    static List<TwinState> of(FidelityTwins twins, String one, String other) {
        var said = twins.kubectl(null, List.of("get", KINDS, "-A", "-o", "json"));
        if (said.exit() != 0) {
            throw new IllegalStateException(said.errors());
        }
        var items = JSON.readTree(said.out()).path("items");
        return List.of(of(items, one), of(items, other));
    }

    private static TwinState of(JsonNode items, String namespace) {
        var objects = new TreeMap<String, String>();
        for (var item : items) {
            var metadata = item.path("metadata");
            var inside = metadata.path("namespace").asString("");
            var mine =
                    inside.isEmpty()
                            ? metadata.path("name").asString("").startsWith(namespace)
                            : inside.equals(namespace);
            if (mine) {
                add(item, namespace, objects);
            }
        }
        return new TwinState(objects);
    }

    private static void add(JsonNode item, String namespace, Map<String, String> objects) {
        var metadata = item.path("metadata");
        var name = metadata.path("name").asString("");
        var made = metadata.has("ownerReferences") && item.path("kind").asString("").equals("Pod");
        if (made || metadata.has("deletionTimestamp") || isOfEveryNamespace(name)) {
            return;
        }
        var levelled = levelled(item);
        var key = "%s/%s".formatted(item.path("kind").asString(""), name);
        objects.put(
                key.replace(namespace, "{ns}"),
                levelled.toPrettyString()
                        .replace(namespace, "{ns}")
                        .replaceAll("kube-api-access-[a-z0-9]{5}", "kube-api-access-…"));
    }

    private static boolean isOfEveryNamespace(String name) {
        return name.equals("kube-root-ca.crt") || name.equals("default");
    }

    private static JsonNode levelled(JsonNode item) {
        var copy = (ObjectNode) item.deepCopy();
        var conditions = copy.path("status").path("conditions");
        copy.remove("status");
        if (copy.path("kind").asString("").equals("CertificateSigningRequest")) {
            conditions.forEach(one ->
                    ((ObjectNode) one).remove(List.of("lastUpdateTime", "lastTransitionTime")));
            copy.set("conditions", conditions);
        }
        if (copy.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove(OF_THE_SERVER);
            metadata.path("ownerReferences").forEach(one -> ((ObjectNode) one).remove("uid"));
        }
        level(copy);
        return copy;
    }

    private static void level(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(MOVING);
            if (object.path("taints") instanceof ArrayNode taints) {
                taints.removeIf(TwinState::isOfTheNodeController);
            }
            // None is no address that the server gave out
            if (!object.path("clusterIP").asString("").equals("None")) {
                object.remove(OF_THE_KIND);
            }
            object.forEach(TwinState::level);
        } else if (node instanceof ArrayNode array) {
            array.forEach(TwinState::level);
        }
    }

    // it sets them a moment after a node was cordoned or found to be away
    private static boolean isOfTheNodeController(JsonNode taint) {
        return taint.path("key").asString("").startsWith("node.kubernetes.io/");
    }

    /** What differs, by object. */
    Map<String, String> differences(TwinState other) {
        var all = new ArrayList<>(objects.keySet());
        all.addAll(other.objects.keySet());
        var differences = new LinkedHashMap<String, String>();
        all.stream()
                .distinct()
                .sorted()
                .forEach(key -> {
                    var one = objects.getOrDefault(key, "is not there");
                    var two = other.objects.getOrDefault(key, "is not there");
                    if (!one.equals(two)) {
                        differences.put(key, lines(one, two));
                    }
                });
        return differences;
    }

    private static String lines(String one, String two) {
        var left = one.lines().toList();
        var right = two.lines().toList();
        var text = new StringBuilder();
        left.stream()
                .filter(line -> !right.contains(line))
                .forEach(line -> text.append("  - ").append(line).append('\n'));
        right.stream()
                .filter(line -> !left.contains(line))
                .forEach(line -> text.append("  + ").append(line).append('\n'));
        return text.isEmpty() ? "  in another order\n" : text.toString();
    }
}
