package dev.kubechat.execute.read;

import dev.kubechat.execute.print.TabWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What somebody may do, one line a resource, as {@code kubectl auth can-i --list} sums it up. */
final class AccessRules {

    private final List<Rule> rules = new ArrayList<>();

    private AccessRules() {}

    private record Rule(
            List<String> verbs,
            List<String> groups,
            List<String> resources,
            List<String> names,
            List<String> paths) {

        // Go compares what its String() prints
        String key() {
            return "&PolicyRule{Verbs:%s,APIGroups:%s,Resources:%s,ResourceNames:%s,NonResourceURLs:%s,}"
                    .formatted(go(verbs), go(groups), go(resources), go(names), go(paths));
        }

        String line() {
            return "%s\t%s\t%s\t%s\n".formatted(what(), go(paths), go(names), go(verbs));
        }

        private String what() {
            if (resources.isEmpty()) {
                return "";
            }
            var parts = resources.getFirst().split("/", 2);
            var group = groups.isEmpty() ? "" : groups.getFirst();
            return parts[0]
                    + (group.isEmpty() ? "" : "." + group)
                    + (parts.length > 1 ? "/" + parts[1] : "");
        }

        private static String go(List<String> list) {
            return list.stream().collect(Collectors.joining(" ", "[", "]"));
        }
    }

    /** @param status of a SelfSubjectRulesReview */
    static AccessRules of(JsonNode status) {
        var all = new AccessRules();
        var simple = new LinkedHashMap<List<String>, Rule>();
        status.path("resourceRules").forEach(rule -> simple(simple, rule));
        for (var rule : status.path("nonResourceRules")) {
            for (var path : texts(rule.path("nonResourceURLs"))) {
                for (var verb : texts(rule.path("verbs"))) {
                    all.rules.add(
                            new Rule(
                                    List.of(verb), List.of(), List.of(), List.of(), List.of(path)));
                }
            }
        }
        all.rules.addAll(simple.values());
        all.rules.sort(Comparator.comparing(Rule::key));
        return all;
    }

    // one group, one resource and one name at a time, with all verbs that any rule has for them
    private static void simple(Map<List<String>, Rule> simple, JsonNode rule) {
        var names = texts(rule.path("resourceNames"));
        for (var group : texts(rule.path("apiGroups"))) {
            for (var resource : texts(rule.path("resources"))) {
                for (var verb : texts(rule.path("verbs"))) {
                    if (names.isEmpty()) {
                        add(simple, group, resource, List.of(), verb);
                    }
                    names.forEach(name -> add(simple, group, resource, List.of(name), verb));
                }
            }
        }
    }

    private static void add(
            Map<List<String>, Rule> simple,
            String group,
            String resource,
            List<String> name,
            String verb) {
        var key = new ArrayList<>(List.of(group, resource));
        key.addAll(name);
        var rule =
                simple.computeIfAbsent(
                        key,
                        _ ->
                                new Rule(
                                        new ArrayList<>(),
                                        List.of(group),
                                        List.of(resource),
                                        name,
                                        List.of()));
        if (!rule.verbs().contains(verb)) {
            rule.verbs().add(verb);
        }
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(text -> text.asString("")).toList();
    }

    String table(boolean withHead) {
        var head = withHead ? "Resources\tNon-Resource URLs\tResource Names\tVerbs\n" : "";
        return TabWriter.table(head + rules.stream().map(Rule::line).collect(Collectors.joining()));
    }
}
