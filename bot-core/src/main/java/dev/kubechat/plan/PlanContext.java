package dev.kubechat.plan;

import dev.kubechat.kubectl.Namespace;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a planner knows about the thread.
 *
 * @param namespace the thread's namespace, which holds where the words name none; null if there is none
 * @param cluster the thread's cluster, for sentences
 * @param namespaces names of the cluster's namespaces; empty if they are not known
 */
public record PlanContext(@Nullable Namespace namespace, String cluster, Set<String> namespaces) {

    public PlanContext {
        namespaces = Set.copyOf(namespaces);
    }
}
