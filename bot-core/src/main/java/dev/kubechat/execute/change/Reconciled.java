package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Reply;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A role or binding as {@code kubectl auth reconcile} would leave it: what is there, and what is asked for in it. */
final class Reconciled {

    private Reconciled() {}

    /** @param removes whether rights that are not asked for go */
    static ObjectNode role(JsonNode live, JsonNode wanted, boolean removes) {
        var role = marked(live, wanted);
        var missing = RoleRules.missing(live.path("rules"), wanted.path("rules"));
        if (!removes) {
            missing.forEach(list(role, "rules", missing)::add);
        } else if (!missing.isEmpty() || hasMore(live, wanted)) {
            put(role, "rules", wanted.path("rules"));
        }
        gathered(role, wanted, removes);
        return role;
    }

    // what is gathered from other roles is not compared where both are
    private static boolean hasMore(JsonNode live, JsonNode wanted) {
        var both = live.has("aggregationRule") && wanted.has("aggregationRule");
        return !both && !RoleRules.missing(wanted.path("rules"), live.path("rules")).isEmpty();
    }

    private static void gathered(ObjectNode role, JsonNode wanted, boolean removes) {
        if (!wanted.has("aggregationRule")) {
            role.remove("aggregationRule");
            return;
        }
        var asked = items(wanted.path("aggregationRule").path("clusterRoleSelectors"));
        var own = items(role.path("aggregationRule").path("clusterRoleSelectors"));
        var missing = asked.stream().filter(one -> !own.contains(one)).toList();
        var extra = own.stream().filter(one -> !asked.contains(one)).toList();
        if (!removes && !missing.isEmpty()) {
            missing.forEach(
                    role.withObject("aggregationRule").withArray("clusterRoleSelectors")::add);
        } else if (removes && !(missing.isEmpty() && extra.isEmpty())) {
            put(role, "aggregationRule", wanted.path("aggregationRule"));
        }
    }

    /** @param removes whether subjects that are not asked for go */
    static ObjectNode binding(JsonNode live, JsonNode wanted, boolean removes) {
        var binding = marked(live, wanted);
        var asked = subjects(wanted);
        var own = subjects(live);
        var missing = new LinkedHashSet<>(asked);
        missing.removeAll(own);
        if (!removes) {
            missing.forEach(list(binding, "subjects", missing)::add);
        } else if (!missing.isEmpty() || !asked.containsAll(own)) {
            put(binding, "subjects", wanted.path("subjects"));
        }
        return binding;
    }

    private static Set<JsonNode> subjects(JsonNode binding) {
        var subjects = new LinkedHashSet<JsonNode>();
        binding.path("subjects")
                .forEach(subject -> {
                    var whole = Reply.JSON.createObjectNode();
                    for (var field : List.of("kind", "apiGroup", "name", "namespace")) {
                        Draft.put(whole, field, subject.path(field).asString(""));
                    }
                    subjects.add(whole);
                });
        return subjects;
    }

    /** With the labels and annotations that are asked for, as far as there are none of these names. */
    private static ObjectNode marked(JsonNode live, JsonNode wanted) {
        var object = (ObjectNode) live.deepCopy();
        for (var field : List.of("labels", "annotations")) {
            wanted.path("metadata")
                    .path(field)
                    .properties()
                    .forEach(entry -> {
                        if (!live.path("metadata").path(field).has(entry.getKey())) {
                            object.withObject("metadata")
                                    .withObject(field)
                                    .set(entry.getKey(), entry.getValue());
                        }
                    });
        }
        return object;
    }

    private static ArrayNode list(ObjectNode object, String field, Iterable<JsonNode> more) {
        if (!more.iterator().hasNext()) {
            return Reply.JSON.createArrayNode();
        }
        return object.path(field) instanceof ArrayNode there ? there : object.putArray(field);
    }

    private static List<JsonNode> items(JsonNode list) {
        var items = new ArrayList<JsonNode>();
        list.forEach(items::add);
        return items;
    }

    private static void put(ObjectNode object, String field, JsonNode value) {
        if (value.isMissingNode()) {
            object.remove(field);
        } else {
            object.set(field, value.deepCopy());
        }
    }
}
