package dev.kubechat.execute.hang;

import dev.kubechat.execute.hang.Surroundings.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What one step does to one object.
 *
 * @param subresource that it goes through; empty for the object itself
 * @param namespace null for what is in none
 * @param before the object as it was seen, without credentials; a missing node where it is made
 * @param after as it comes out, without credentials; a missing node where it goes
 * @param fields paths of the fields it sets, an index for an item of a list
 * @param pods a label selector for the object's pods; empty for none
 * @param noWayBack why it cannot be taken back; empty where it can
 */
public record Touch(
        Doing doing,
        Resource resource,
        String subresource,
        String kind,
        @Nullable String namespace,
        String name,
        JsonNode before,
        JsonNode after,
        List<List<String>> fields,
        String pods,
        String noWayBack) {

    /** What is done. */
    public enum Doing {
        CHANGE,
        /** Starts a program in a pod, or asks for something that hangs on an object, and leaves the object as it is. */
        CONNECT,
        RESTART,
        MAKE,
        DELETE,
        /** A deletion that leaves what belongs to it behind. */
        ORPHAN,
        EVICT
    }

    public Touch {
        fields = List.copyOf(fields);
    }

    boolean isDeletion() {
        return doing == Doing.DELETE || doing == Doing.ORPHAN;
    }

    /** {@code Deployment checkout}. */
    String called() {
        return kind + " " + name;
    }

    boolean is(String plural, String group) {
        return resource.plural().equals(plural) && resource.group().equals(group);
    }

    /** Whether it sets that field, something in it, or all that it is in. */
    boolean sets(String... path) {
        return fields.stream()
                .anyMatch(field -> {
                    var shorter = Math.min(field.size(), path.length);
                    return field.subList(0, shorter).equals(List.of(path).subList(0, shorter));
                });
    }

    JsonNode seen() {
        return before.isMissingNode() ? after : before;
    }
}
