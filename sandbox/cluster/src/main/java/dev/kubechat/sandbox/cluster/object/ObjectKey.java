package dev.kubechat.sandbox.cluster.object;

import java.util.Comparator;

/** Where an object lives among those of its type; the namespace is empty for objects of the cluster. */
public record ObjectKey(String namespace, String name) implements Comparable<ObjectKey> {
    private static final Comparator<ObjectKey> ORDER =
            Comparator.comparing(ObjectKey::namespace).thenComparing(ObjectKey::name);

    @Override
    public int compareTo(ObjectKey other) {
        return ORDER.compare(this, other);
    }
}
