package dev.kubechat.sandbox.cluster.access;

import dev.kubechat.sandbox.cluster.object.StatusError;

/** What somebody wants to do, in the words RBAC decides by. */
public sealed interface Action {
    String verb();

    /** The end of the sentence {@code User "x" cannot …}. */
    String told();

    StatusError forbidden(String why);

    /** Empty texts mean: the core group, no subresource, no namespace, no single object. */
    record OnResource(
            String verb,
            String group,
            String resource,
            String subresource,
            String namespace,
            String name)
            implements Action {

        public OnResource withVerb(String other) {
            return new OnResource(other, group, resource, subresource, namespace, name);
        }

        String resourceWithSubresource() {
            return subresource.isEmpty() ? resource : resource + "/" + subresource;
        }

        @Override
        public String told() {
            var where =
                    namespace.isEmpty()
                            ? "at the cluster scope"
                            : "in the namespace \"%s\"".formatted(namespace);
            return "%s resource \"%s\" in API group \"%s\" %s"
                    .formatted(verb, resourceWithSubresource(), group, where);
        }

        @Override
        public StatusError forbidden(String why) {
            return StatusError.forbidden(
                    group.isEmpty() ? resource : resource + "." + group, name, why);
        }
    }

    /** On a path that is no resource, as {@code /version}. */
    record OnPath(String verb, String path) implements Action {
        @Override
        public String told() {
            return "%s path \"%s\"".formatted(verb, path);
        }

        @Override
        public StatusError forbidden(String why) {
            return StatusError.forbidden("", "", why);
        }
    }
}
