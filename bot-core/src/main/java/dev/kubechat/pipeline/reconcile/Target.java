package dev.kubechat.pipeline.reconcile;

/**
 * What a call is about, as both sides spell it.
 *
 * @param group empty for core
 * @param resource plural, such as {@code deployments}
 * @param namespace empty for cluster-wide kinds
 * @param subresource such as {@code scale}; empty for the object itself
 */
public record Target(
        String group, String resource, String namespace, String name, String subresource) {

    boolean isSame(Target other) {
        return equals(other);
    }

    /** Of a creation that was refused early the server does not know the name; of one that it named, KubeChat does not. */
    boolean isSameButForTheName(Target other) {
        return equals(
                new Target(other.group, other.resource, other.namespace, name, other.subresource));
    }

    @Override
    public String toString() {
        return resource
                + (group.isEmpty() ? "" : "." + group)
                + (name.isEmpty() ? "" : "/" + name)
                + (subresource.isEmpty() ? "" : " (" + subresource + ")")
                + (namespace.isEmpty() ? "" : " in " + namespace);
    }
}
