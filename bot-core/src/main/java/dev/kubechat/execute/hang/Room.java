package dev.kubechat.execute.hang;

import static dev.kubechat.execute.hang.Phrases.count;

import dev.kubechat.execute.hang.Surroundings.Resource;
import dev.kubechat.execute.hang.Touch.Doing;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Whether the quotas of a namespace leave room for the pods that a command adds; the server refuses them only later. */
final class Room {

    private static final Resource QUOTAS = Resource.core("resourcequotas");
    private static final Set<String> MAKE_PODS =
            Set.of("Deployment", "ReplicaSet", "StatefulSet", "ReplicationController");

    private final Surroundings around;

    Room(Surroundings around) {
        this.around = around;
    }

    /** Pods of one sort that come. */
    private record Coming(long number, Map<String, BigDecimal> each) {}

    List<String> of(List<Touch> touches) {
        var coming = new LinkedHashMap<String, List<Coming>>();
        for (var touch : touches) {
            var number = added(touch);
            if (number > 0 && touch.namespace() != null) {
                coming.computeIfAbsent(touch.namespace(), _ -> new ArrayList<>())
                        .add(new Coming(number, each(touch)));
            }
        }
        var sentences = new ArrayList<String>();
        coming.forEach((namespace, pods) ->
                around.list(QUOTAS, namespace)
                        .items()
                        .forEach(quota -> sentences.addAll(of(quota, namespace, pods))));
        return sentences;
    }

    private static long added(Touch touch) {
        if (Replicas.areSet(touch)) {
            return (long) Replicas.number(touch.after()) - Replicas.number(touch.before());
        }
        return touch.doing() == Doing.MAKE && MAKE_PODS.contains(touch.kind())
                ? Replicas.number(touch.after())
                : 0;
    }

    private static Map<String, BigDecimal> each(Touch touch) {
        var needs = new LinkedHashMap<String, BigDecimal>();
        needs.put("pods", BigDecimal.ONE);
        for (var container :
                touch.after().path("spec").path("template").path("spec").path("containers")) {
            var resources = container.path("resources");
            add(needs, "requests.", resources.path("requests"));
            add(needs, "limits.", resources.path("limits"));
        }
        return needs;
    }

    private static void add(Map<String, BigDecimal> needs, String prefix, JsonNode amounts) {
        amounts.properties()
                .forEach(amount ->
                        needs.merge(
                                prefix + amount.getKey(),
                                number(amount.getValue()),
                                BigDecimal::add));
    }

    private static List<String> of(JsonNode quota, String namespace, List<Coming> coming) {
        var spec = quota.path("spec");
        if (!spec.path("scopes").isEmpty() || spec.has("scopeSelector")) {
            return List.of();
        }
        var status = quota.path("status");
        for (var limit : status.path("hard").properties()) {
            var name = limit.getKey();
            var key = name.equals("cpu") || name.equals("memory") ? "requests." + name : name;
            var hard = number(limit.getValue());
            var used = number(status.path("used").path(name));
            var room = hard.subtract(used);
            var wanted =
                    coming.stream()
                            .map(pods ->
                                    need(pods, key).multiply(BigDecimal.valueOf(pods.number())))
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (wanted.signum() > 0 && wanted.compareTo(room) > 0) {
                return List.of(
                        sentence(
                                quota,
                                namespace,
                                "%s of %s %s used"
                                        .formatted(
                                                status.path("used").path(name).asString("0"),
                                                limit.getValue().asString(""),
                                                name),
                                coming,
                                key,
                                room));
            }
        }
        return List.of();
    }

    private static String sentence(
            JsonNode quota,
            String namespace,
            String used,
            List<Coming> coming,
            String key,
            BigDecimal room) {
        var all = coming.stream().mapToLong(Coming::number).sum();
        var quotaName = Pods.name(quota);
        if (coming.size() > 1) {
            return "ResourceQuota %s in namespace %s has not room for all of these pods (%s)."
                    .formatted(quotaName, namespace, used);
        }
        var fit =
                room.max(BigDecimal.ZERO)
                        .divide(need(coming.getFirst(), key), 0, RoundingMode.DOWN)
                        .longValue();
        return "ResourceQuota %s in namespace %s has room for %s of these %s (%s); the server refuses the rest later."
                .formatted(
                        quotaName,
                        namespace,
                        fit == 0 ? "none" : String.valueOf(fit),
                        count(all, "pod"),
                        used);
    }

    private static BigDecimal need(Coming pods, String key) {
        return pods.each().getOrDefault(key, BigDecimal.ZERO);
    }

    private static BigDecimal number(JsonNode quantity) {
        try {
            var text = quantity.asString("0");
            return text.length() > 40
                    ? BigDecimal.ZERO
                    : Quantity.getAmountInBytes(new Quantity(text));
        } catch (IllegalArgumentException noQuantity) {
            return BigDecimal.ZERO;
        }
    }
}
