package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Reply;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A right that a call takes, as the API server's rules name it. */
public record Need(
        String verb,
        String group,
        String plural,
        String subresource,
        @Nullable String namespace,
        String name) {

    static Need of(Step step) {
        var key = step.object();
        return switch (step.action()) {
            case SCALE ->
                    new Need(
                            "patch",
                            key.group(),
                            key.plural(),
                            "scale",
                            key.namespace(),
                            key.name());
            case RESTART ->
                    new Need("patch", key.group(), key.plural(), "", key.namespace(), key.name());
            case CHANGE ->
                    new Need(
                            "patch",
                            key.group(),
                            key.plural(),
                            Objects.requireNonNull(step.request()).subresource(),
                            key.namespace(),
                            key.name());
            case CREATE -> new Need("create", key.group(), key.plural(), "", key.namespace(), "");
            case EVICT -> new Need("create", "", "pods", "eviction", key.namespace(), key.name());
            case EXEC, COPY -> new Need("create", "", "pods", "exec", key.namespace(), key.name());
            case TOKEN ->
                    new Need("create", "", "serviceaccounts", "token", key.namespace(), key.name());
            case DELETE ->
                    new Need("delete", key.group(), key.plural(), "", key.namespace(), key.name());
        };
    }

    Need withVerb(String other) {
        return new Need(other, group, plural, subresource, namespace, name);
    }

    /** The same for whatever object there. */
    Need ofAny() {
        return new Need(verb, group, plural, subresource, namespace, "");
    }

    /** {@code deployments/scale}. */
    String resource() {
        return subresource.isEmpty() ? plural : plural + "/" + subresource;
    }

    /** {@code deployments.apps/scale}. */
    String what() {
        var resource = group.isEmpty() ? plural : plural + "." + group;
        return subresource.isEmpty() ? resource : resource + "/" + subresource;
    }

    /** The body of a SelfSubjectAccessReview. */
    public String review() {
        var review = Reply.JSON.createObjectNode();
        review.put("apiVersion", "authorization.k8s.io/v1").put("kind", "SelfSubjectAccessReview");
        var attributes = review.putObject("spec").putObject("resourceAttributes");
        attributes.put("verb", verb).put("group", group).put("resource", plural).put("name", name);
        if (!subresource.isEmpty()) {
            attributes.put("subresource", subresource);
        }
        if (namespace != null) {
            attributes.put("namespace", namespace);
        }
        return review.toString();
    }
}
