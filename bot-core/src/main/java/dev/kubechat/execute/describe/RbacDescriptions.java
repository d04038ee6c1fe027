package dev.kubechat.execute.describe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code kubectl describe} of roles and of who has them. */
final class RbacDescriptions {

    private RbacDescriptions() {}

    /** A rule on one resource of one group, or on one path. */
    private record Rule(
            List<String> verbs,
            List<String> groups,
            List<String> resources,
            List<String> names,
            List<String> urls) {

        static Rule on(String verb, String group, String resource, List<String> names) {
            return new Rule(List.of(verb), List.of(group), List.of(resource), names, List.of());
        }

        // as Go writes the structure, which kubectl sorts by
        String order() {
            return "&PolicyRule{Verbs:%s,APIGroups:%s,Resources:%s,ResourceNames:%s,NonResourceURLs:%s,}"
                    .formatted(
                            Values.list(verbs),
                            Values.list(groups),
                            Values.list(resources),
                            Values.list(names),
                            Values.list(urls));
        }

        Rule and(String verb) {
            if (verbs.contains(verb)) {
                return this;
            }
            var all = new ArrayList<>(verbs);
            all.add(verb);
            return new Rule(all, groups, resources, names, urls);
        }

        String resource() {
            if (resources.isEmpty()) {
                return "";
            }
            var group = groups.getFirst();
            var parts = resources.getFirst().split("/", 2);
            return parts[0]
                    + (group.isEmpty() ? "" : "." + group)
                    + (parts.length == 2 ? "/" + parts[1] : "");
        }
    }

    static void role(Subject role, Page page) {
        page.field("Name", role.name());
        WorkloadDescriptions.labels(role, page);
        page.write(0, "PolicyRule:\n");
        page.write(1, "Resources\tNon-Resource URLs\tResource Names\tVerbs\n");
        page.write(1, "---------\t-----------------\t--------------\t-----\n");
        compacted(role.at("rules"))
                .forEach(rule ->
                        page.write(
                                1,
                                "%s\t%s\t%s\t%s\n"
                                        .formatted(
                                                rule.resource(),
                                                Values.list(rule.urls()),
                                                Values.list(rule.names()),
                                                Values.list(rule.verbs()))));
    }

    private static List<Rule> compacted(JsonNode rules) {
        var onPaths = new ArrayList<Rule>();
        Map<List<String>, Rule> onResources = new LinkedHashMap<>();
        for (var rule : Values.items(rules)) {
            var verbs = Values.strings(rule.path("verbs"));
            for (var part : parts(rule)) {
                var key = new ArrayList<>(part.groups());
                key.addAll(part.resources());
                key.addAll(part.names());
                verbs.forEach(verb ->
                        onResources.merge(
                                key,
                                Rule.on(
                                        verb,
                                        part.groups().getFirst(),
                                        part.resources().getFirst(),
                                        part.names()),
                                (old, _) -> old.and(verb)));
            }
            for (var url : Values.strings(rule.path("nonResourceURLs"))) {
                verbs.forEach(verb ->
                        onPaths.add(
                                new Rule(
                                        List.of(verb),
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        List.of(url))));
            }
        }
        onPaths.addAll(onResources.values());
        onPaths.sort(Comparator.comparing(Rule::order));
        return onPaths;
    }

    private static List<Rule> parts(JsonNode rule) {
        var names = Values.strings(rule.path("resourceNames"));
        var parts = new ArrayList<Rule>();
        for (var group : Values.strings(rule.path("apiGroups"))) {
            for (var resource : Values.strings(rule.path("resources"))) {
                if (names.isEmpty()) {
                    parts.add(Rule.on("", group, resource, List.of()));
                }
                names.forEach(name -> parts.add(Rule.on("", group, resource, List.of(name))));
            }
        }
        return parts;
    }

    static void binding(Subject binding, Page page) {
        page.field("Name", binding.name());
        WorkloadDescriptions.labels(binding, page);
        page.write(0, "Role:\n");
        page.field(1, "Kind", binding.text("roleRef.kind"));
        page.field(1, "Name", binding.text("roleRef.name"));
        page.write(0, "Subjects:\n");
        page.write(1, "Kind\tName\tNamespace\n");
        page.write(1, "----\t----\t---------\n");
        Values.items(binding.at("subjects"))
                .forEach(subject ->
                        page.write(
                                1,
                                "%s\t%s\t%s\n"
                                        .formatted(
                                                Values.text(subject, "kind"),
                                                Values.text(subject, "name"),
                                                Values.text(subject, "namespace"))));
    }
}
