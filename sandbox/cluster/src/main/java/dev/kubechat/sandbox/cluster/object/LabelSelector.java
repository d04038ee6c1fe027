package dev.kubechat.sandbox.cluster.object;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A condition on labels; all requirements must hold, none means everything. */
public record LabelSelector(List<Requirement> requirements) {
    private static final Pattern SET =
            Pattern.compile("(?<key>\\S+)\\s+(?<operator>in|notin)\\s*\\((?<values>[^()]*)\\)");
    private static final Pattern EQUALITY =
            Pattern.compile("(?<key>[^\\s=!]+)\\s*(?<operator>!=|==|=)\\s*(?<value>\\S*)");
    private static final Pattern PRESENCE = Pattern.compile("(?<not>!?)\\s*(?<key>[^\\s=!(),]+)");

    public LabelSelector {
        requirements = List.copyOf(requirements);
    }

    /** One key and what must be true of its label. */
    public sealed interface Requirement {
        boolean holds(Map<String, String> labels);

        record In(String key, Set<String> values) implements Requirement {
            @Override
            public boolean holds(Map<String, String> labels) {
                return labels.containsKey(key) && values.contains(labels.get(key));
            }

            @Override
            public String toString() {
                return values.size() == 1
                        ? key + "=" + values.iterator().next()
                        : key + " in (" + String.join(",", values) + ")";
            }
        }

        record NotIn(String key, Set<String> values) implements Requirement {
            @Override
            public boolean holds(Map<String, String> labels) {
                return !labels.containsKey(key) || !values.contains(labels.get(key));
            }

            @Override
            public String toString() {
                return values.size() == 1
                        ? key + "!=" + values.iterator().next()
                        : key + " notin (" + String.join(",", values) + ")";
            }
        }

        record Exists(String key) implements Requirement {
            @Override
            public boolean holds(Map<String, String> labels) {
                return labels.containsKey(key);
            }

            @Override
            public String toString() {
                return key;
            }
        }

        record Missing(String key) implements Requirement {
            @Override
            public boolean holds(Map<String, String> labels) {
                return !labels.containsKey(key);
            }

            @Override
            public String toString() {
                return "!" + key;
            }
        }
    }

    /** Reads the text form of a query parameter, as {@code app=web,tier!=cache,zone in (a,b),!legacy}. */
    public static LabelSelector parse(String text) {
        return new LabelSelector(parts(text).stream().map(LabelSelector::requirement).toList());
    }

    /** Reads the object form, with matchLabels and matchExpressions. */
    public static LabelSelector of(JsonNode selector) {
        var requirements = new ArrayList<Requirement>();
        selector.path("matchLabels")
                .properties()
                .forEach(label ->
                        requirements.add(
                                new Requirement.In(
                                        label.getKey(), Set.of(label.getValue().asString("")))));
        selector.path("matchExpressions").forEach(e -> requirements.add(expression(e)));
        return new LabelSelector(requirements);
    }

    /** Reads the plain map a Service has. */
    public static LabelSelector ofMap(JsonNode map) {
        return new LabelSelector(
                map.properties().stream()
                        .map(label ->
                                (Requirement)
                                        new Requirement.In(
                                                label.getKey(),
                                                Set.of(label.getValue().asString(""))))
                        .toList());
    }

    public boolean matches(KubeObject object) {
        return matches(object.labels());
    }

    public boolean matches(Map<String, String> labels) {
        return requirements.stream().allMatch(requirement -> requirement.holds(labels));
    }

    @Override
    public String toString() {
        return requirements.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    private static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(' -> depth++;
                case ')' -> depth--;
                case ',' -> {
                    if (depth == 0) {
                        parts.add(text.substring(start, i).strip());
                        start = i + 1;
                    }
                }
                default -> {}
            }
        }
        parts.add(text.substring(start).strip());
        if (parts.size() > 1 && parts.contains("")) {
            throw StatusError.badRequest("found ',', expected: identifier after ','");
        }
        parts.removeIf(String::isEmpty);
        return parts;
    }

    private static Requirement requirement(String part) {
        var set = SET.matcher(part);
        if (set.matches()) {
            var values = values(Arrays.asList(set.group("values").split(",")));
            return set.group("operator").equals("in")
                    ? new Requirement.In(set.group("key"), values)
                    : new Requirement.NotIn(set.group("key"), values);
        }
        var equality = EQUALITY.matcher(part);
        if (equality.matches()) {
            var values = Set.of(equality.group("value"));
            return equality.group("operator").equals("!=")
                    ? new Requirement.NotIn(equality.group("key"), values)
                    : new Requirement.In(equality.group("key"), values);
        }
        var presence = PRESENCE.matcher(part);
        if (presence.matches()) {
            return presence.group("not").isEmpty()
                    ? new Requirement.Exists(presence.group("key"))
                    : new Requirement.Missing(presence.group("key"));
        }
        throw unreadable(part.substring(part.lastIndexOf(' ') + 1));
    }

    private static StatusError unreadable(String found) {
        return StatusError.badRequest(
                "unable to parse requirement: found '%s', expected: in, notin, =, ==, !=, gt, lt"
                        .formatted(found));
    }

    private static Requirement expression(JsonNode expression) {
        var key = expression.path("key").asString("");
        var values =
                values(
                        expression.path("values").values().stream()
                                .map(v -> v.asString(""))
                                .toList());
        return switch (expression.path("operator").asString("")) {
            case "In" -> new Requirement.In(key, values);
            case "NotIn" -> new Requirement.NotIn(key, values);
            case "Exists" -> new Requirement.Exists(key);
            case "DoesNotExist" -> new Requirement.Missing(key);
            default ->
                    throw StatusError.badRequest(
                            "\"%s\" is not a valid label selector operator"
                                    .formatted(expression.path("operator").asString("")));
        };
    }

    private static Set<String> values(List<String> texts) {
        return texts.stream().map(String::strip).collect(Collectors.toCollection(TreeSet::new));
    }
}
