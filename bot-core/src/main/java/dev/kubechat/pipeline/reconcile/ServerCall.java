package dev.kubechat.pipeline.reconcile;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One call that the API server answered, as its audit log tells of it.
 *
 * @param account who called
 * @param as in whose name; null for their own
 * @param requests what the call bears as {@code kubechat.dev/request}; one where KubeChat made it
 * @param code the HTTP status, 0 where the log does not say
 */
record ServerCall(
        String auditId,
        Instant at,
        String account,
        @Nullable Identity as,
        List<String> requests,
        String verb,
        Target target,
        int code) {

    private static final int SWITCHED = 101;
    private static final Set<String> CONNECTING = Set.of("exec", "attach", "portforward", "proxy");

    /** A person in Kubernetes. */
    record Identity(String user, Set<String> groups) {

        Identity {
            var own = new TreeSet<>(groups);
            // the server adds it to everybody
            own.remove("system:authenticated");
            groups = Set.copyOf(own);
        }
    }

    /** Whether it may have been done: what is not known counts as done. */
    boolean isDone() {
        return code == 0 || (code >= 200 && code < 300) || (code == SWITCHED && isConnecting());
    }

    /** Whether a disruption budget forbade it for now; the same step then asks again. */
    boolean isPutOff() {
        return isEviction() && code == 429;
    }

    /** Whether a pod was to go that was gone, which KubeChat tells as done. */
    boolean isGoneAlready() {
        return isEviction() && code == 404;
    }

    private boolean isEviction() {
        return target.subresource().equals("eviction");
    }

    /** Whether it runs something in a container or talks to it; KubeChat does so for reads, too. */
    boolean isConnecting() {
        return CONNECTING.contains(target.subresource());
    }

    boolean isImpersonated() {
        return as != null;
    }

    /** For people. */
    String said() {
        return "%s %s, as %s, at %s"
                .formatted(verb, target, as == null ? account + " itself" : as.user(), at);
    }
}
