package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Sight;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which rights of a role another one has already, compared right by right as Kubernetes does. */
final class RoleRules {

    /** More single rights than any role of people has; each list of a rule multiplies with the others. */
    private static final int MOST = 20_000;

    private RoleRules() {}

    private record Rule(
            List<String> groups,
            List<String> resources,
            List<String> verbs,
            List<String> names,
            List<String> urls) {

        static Rule of(JsonNode rule) {
            return new Rule(
                    texts(rule.path("apiGroups")),
                    texts(rule.path("resources")),
                    texts(rule.path("verbs")),
                    texts(rule.path("resourceNames")),
                    texts(rule.path("nonResourceURLs")));
        }

        private static List<String> texts(JsonNode list) {
            var texts = new ArrayList<String>();
            list.forEach(text -> texts.add(text.asString("")));
            return texts;
        }

        /** Each with one verb on one resource, by one name where there are names, or on one path. */
        List<Rule> single() {
            var single = new ArrayList<Rule>();
            for (var group : groups) {
                for (var resource : resources) {
                    verbs.forEach(verb -> single.addAll(named(group, resource, verb)));
                }
            }
            for (var url : urls) {
                verbs.forEach(verb -> single.add(onPath(verb, url)));
            }
            return single;
        }

        private List<Rule> named(String group, String resource, String verb) {
            return names.isEmpty()
                    ? List.of(onResource(group, resource, verb, List.of()))
                    : names.stream()
                            .map(name -> onResource(group, resource, verb, List.of(name)))
                            .toList();
        }

        private static Rule onResource(
                String group, String resource, String verb, List<String> names) {
            return new Rule(List.of(group), List.of(resource), List.of(verb), names, List.of());
        }

        private static Rule onPath(String verb, String url) {
            return new Rule(List.of(), List.of(), List.of(verb), List.of(), List.of(url));
        }

        /** How many single ones it is at most. */
        long size() {
            var rights = (double) groups.size() * resources.size() * Math.max(1, names.size());
            var size = (rights + urls.size()) * verbs.size();
            return size > MOST ? MOST + 1L : (long) size;
        }

        boolean covers(Rule single) {
            return (verbs.contains("*") || verbs.containsAll(single.verbs))
                    && (groups.contains("*") || groups.containsAll(single.groups))
                    && coversResources(single.resources)
                    && (names.isEmpty()
                            || (!single.names.isEmpty() && names.containsAll(single.names)))
                    && single.urls.stream()
                            .allMatch(url -> urls.stream().anyMatch(own -> coversUrl(own, url)));
        }

        private boolean coversResources(List<String> asked) {
            return resources.contains("*") || asked.stream().allMatch(this::coversResource);
        }

        private boolean coversResource(String asked) {
            var slash = asked.indexOf('/');
            return resources.contains(asked)
                    || (slash >= 0 && resources.contains("*" + asked.substring(slash)));
        }

        private static boolean coversUrl(String own, String url) {
            if (own.equals(url)) {
                return true;
            }
            var end = own.length();
            while (end > 0 && own.charAt(end - 1) == '*') {
                end--;
            }
            return end < own.length() && url.startsWith(own.substring(0, end));
        }

        ObjectNode json() {
            var rule = Reply.JSON.createObjectNode();
            verbs.forEach(rule.putArray("verbs")::add);
            Draft.put(rule, "apiGroups", groups);
            Draft.put(rule, "resources", resources);
            Draft.put(rule, "resourceNames", names);
            Draft.put(rule, "nonResourceURLs", urls);
            return rule;
        }
    }

    /**
     * The single rights among the asked rules that the owned ones do not give.
     *
     * @throws Sight.No if there are more rights than can be compared
     */
    static List<JsonNode> missing(JsonNode owned, JsonNode asked) {
        var own = rules(owned);
        var rules = rules(asked);
        if (rules.stream().mapToLong(Rule::size).sum() > MOST) {
            throw new Sight.No(
                    "These are more than %d single rights. Write the rules shorter, with *, or apply the role."
                            .formatted(MOST));
        }
        return rules.stream()
                .flatMap(rule -> rule.single().stream())
                .filter(single -> own.stream().noneMatch(owner -> owner.covers(single)))
                .<JsonNode>map(Rule::json)
                .toList();
    }

    private static List<Rule> rules(JsonNode list) {
        var rules = new ArrayList<Rule>();
        list.forEach(rule -> rules.add(Rule.of(rule)));
        return rules;
    }
}
