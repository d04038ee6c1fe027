package dev.kubechat.execute.hang;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The cluster around an object as the asker sees it. What they may not see, or the cluster does not have, is not there. */
public interface Surroundings {

    /** A resource of the API at one version. */
    record Resource(String group, String version, String plural) {

        static Resource core(String plural) {
            return new Resource("", "v1", plural);
        }

        static Resource apps(String plural) {
            return new Resource("apps", "v1", plural);
        }

        static Resource rights(String plural) {
            return new Resource("rbac.authorization.k8s.io", "v1", plural);
        }
    }

    /**
     * The first page of a list.
     *
     * @param whole whether these are all of them, and they could be seen
     */
    record Found(List<JsonNode> items, boolean whole) {
        public Found {
            items = List.copyOf(items);
        }
    }

    Optional<JsonNode> get(Resource resource, @Nullable String namespace, String name);

    /**
     * @param namespace null for all namespaces, and for what is in none
     * @param labels a label selector
     * @param fields a field selector
     */
    Found list(
            Resource resource,
            @Nullable String namespace,
            @Nullable String labels,
            @Nullable String fields);

    default Found list(Resource resource, @Nullable String namespace) {
        return list(resource, namespace, null, null);
    }

    /** How many there are; empty where that cannot be seen. */
    OptionalLong count(Resource resource, @Nullable String namespace);

    /** Whether something was left out because it would have been too much to look at. */
    boolean isCut();
}
