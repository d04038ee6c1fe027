package dev.kubechat.execute.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Who owns fields of an object as the server keeps account of it, and how that changes. */
final class Owners {

    private Owners() {}

    /** What becomes other, for each owner by name; when it was noted does not count. */
    static List<FieldChange> of(JsonNode before, JsonNode after) {
        var was = fields(before);
        var becomes = fields(after);
        var names = new TreeSet<>(was.keySet());
        names.addAll(becomes.keySet());
        var changes = new ArrayList<FieldChange>();
        for (var name : names) {
            if (!Objects.equals(was.get(name), becomes.get(name))) {
                changes.add(
                        new FieldChange(
                                "metadata.managedFields[%s]".formatted(name),
                                count(was.get(name)),
                                count(becomes.get(name))));
            }
        }
        return changes;
    }

    /** Whether it is one of those. */
    static boolean isOwner(FieldChange change) {
        return change.path().startsWith("metadata.managedFields[");
    }

    private static Map<String, JsonNode> fields(JsonNode object) {
        var fields = new TreeMap<String, JsonNode>();
        for (var owner : object.path("metadata").path("managedFields")) {
            var part = owner.path("subresource").asString("");
            fields.put(
                    "%s, %s%s"
                            .formatted(
                                    owner.path("manager").asString(""),
                                    owner.path("operation").asString(""),
                                    part.isEmpty() ? "" : ", " + part),
                    owner.path("fieldsV1"));
        }
        return fields;
    }

    private static @Nullable String count(@Nullable JsonNode fields) {
        return fields == null ? null : "owns " + leaves(fields) + " fields";
    }

    private static int leaves(JsonNode fields) {
        if (fields.isEmpty()) {
            return 1;
        }
        var count = 0;
        for (var name : fields.propertyNames()) {
            count += name.equals(".") ? 0 : leaves(fields.path(name));
        }
        return count;
    }
}
