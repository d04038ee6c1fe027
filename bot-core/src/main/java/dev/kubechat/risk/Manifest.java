package dev.kubechat.risk;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is in the files, overrides and patches of a command, as far as it matters.
 *
 * @param objects the objects that are spoken of whole
 * @param readable whether all of it was understood
 */
record Manifest(List<Named> objects, Set<Trait> traits, boolean readable) {

    static final Manifest NONE = new Manifest(List.of(), Set.of(), true);

    /**
     * An object of a manifest.
     *
     * @param group the API group, empty for the core group
     * @param namespace empty where none is said
     * @param name empty where none is said
     */
    record Named(String kind, String group, String namespace, String name) {}

    Manifest {
        objects = List.copyOf(objects);
        traits = Set.copyOf(traits);
    }

    Manifest and(Manifest other) {
        if (equals(NONE)) {
            return other;
        }
        if (other.equals(NONE)) {
            return this;
        }
        var all = new ArrayList<>(objects);
        all.addAll(other.objects);
        var both = EnumSet.noneOf(Trait.class);
        both.addAll(traits);
        both.addAll(other.traits);
        return new Manifest(all, both, readable && other.readable);
    }

    boolean isIn(String namespace) {
        return objects.stream()
                .anyMatch(object ->
                        object.namespace().equals(namespace)
                                || (object.kind().equals("Namespace")
                                        && object.name().equals(namespace)));
    }
}
