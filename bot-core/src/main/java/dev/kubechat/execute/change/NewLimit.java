package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.execute.print.Quantity;
import dev.kubechat.kubectl.CreateLimit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The objects of {@code kubectl create namespace}, {@code quota}, {@code poddisruptionbudget} and {@code priorityclass}. */
final class NewLimit {

    private static final String NAME = "[A-Za-z0-9._/-]{1,320}";
    private static final Pattern EQUALS =
            Pattern.compile("\\s*(%s)\\s*==?\\s*(%s|)\\s*".formatted(NAME, NAME));
    private static final Pattern AMONG =
            Pattern.compile("\\s*(%s)\\s+(in|notin)\\s*\\(([^()]*)\\)\\s*".formatted(NAME));
    private static final Pattern THERE = Pattern.compile("\\s*(!?)\\s*(%s)\\s*".formatted(NAME));

    private final @Nullable String namespace;

    /** @param namespace null leaves it out */
    NewLimit(@Nullable String namespace) {
        this.namespace = namespace;
    }

    /** @throws No if a selector cannot be read */
    ObjectNode of(CreateLimit command) {
        var name = command.object().name();
        return switch (command) {
            case CreateLimit.NewNamespace _ -> {
                var object = Draft.of("v1", "Namespace", name, null);
                object.putObject("spec");
                object.putObject("status");
                yield object;
            }
            case CreateLimit.Quota quota -> quota(quota);
            case CreateLimit.DisruptionBudget budget -> budget(budget);
            case CreateLimit.PriorityClass priority -> {
                var object = Draft.of("scheduling.k8s.io/v1", "PriorityClass", name, null);
                object.put("value", priority.value());
                if (priority.globalDefault()) {
                    object.put("globalDefault", true);
                }
                Draft.put(object, "description", priority.description());
                object.put("preemptionPolicy", priority.preemptionPolicy());
                yield object;
            }
        };
    }

    private ObjectNode quota(CreateLimit.Quota command) {
        var quota = Draft.of("v1", "ResourceQuota", command.object().name(), namespace);
        var spec = quota.putObject("spec");
        var hard = new TreeMap<String, String>();
        command.hard().forEach((name, most) -> hard.put(name, Quantity.canonical(most)));
        Draft.put(spec, "hard", hard);
        Draft.put(spec, "scopes", command.scopes());
        quota.putObject("status");
        return quota;
    }

    private ObjectNode budget(CreateLimit.DisruptionBudget command) {
        var budget =
                Draft.of("policy/v1", "PodDisruptionBudget", command.object().name(), namespace);
        var spec = budget.putObject("spec");
        if (command.minAvailable() != null) {
            Draft.putNumberOrText(spec, "minAvailable", command.minAvailable());
        }
        selector(spec.putObject("selector"), command.selector());
        if (command.maxUnavailable() != null) {
            Draft.putNumberOrText(spec, "maxUnavailable", command.maxUnavailable());
        }
        var status = budget.putObject("status");
        List.of("disruptionsAllowed", "currentHealthy", "desiredHealthy", "expectedPods")
                .forEach(field -> status.put(field, 0));
        return budget;
    }

    /** @throws No if it cannot be read */
    static void selector(ObjectNode selector, String typed) {
        for (var part : parts(typed)) {
            var equals = EQUALS.matcher(part);
            var among = AMONG.matcher(part);
            var there = THERE.matcher(part);
            if (equals.matches()) {
                selector.withObject("/matchLabels").put(equals.group(1), equals.group(2));
            } else if (among.matches()) {
                var values = Arrays.stream(among.group(3).split(",", -1)).map(String::strip);
                var expression =
                        expression(
                                selector,
                                among.group(1),
                                among.group(2).equals("in") ? "In" : "NotIn");
                Draft.put(expression, "values", values.distinct().sorted().toList());
            } else if (there.matches()) {
                expression(
                        selector,
                        there.group(2),
                        there.group(1).isEmpty() ? "Exists" : "DoesNotExist");
            } else if (part.contains("!=")) {
                throw No.saying("\"!=\" is not a valid label selector operator");
            } else {
                throw new No(
                        "\"%s\" is no selector like app=checkout or tier in (web,db)."
                                .formatted(part.strip()));
            }
        }
    }

    private static ObjectNode expression(ObjectNode selector, String key, String operator) {
        var list =
                selector.path("matchExpressions") instanceof ArrayNode there
                        ? there
                        : selector.putArray("matchExpressions");
        return list.addObject().put("key", key).put("operator", operator);
    }

    // at commas that stand in no bracket
    private static List<String> parts(String typed) {
        var parts = new ArrayList<String>();
        var depth = 0;
        var begin = 0;
        for (var at = 0; at < typed.length(); at++) {
            switch (typed.charAt(at)) {
                case '(' -> depth++;
                case ')' -> depth--;
                case ',' -> {
                    if (depth == 0) {
                        parts.add(typed.substring(begin, at));
                        begin = at + 1;
                    }
                }
                default -> {}
            }
        }
        parts.add(typed.substring(begin));
        return parts;
    }
}
