package dev.kubechat.session;

import dev.kubechat.cluster.ClusterId;
import dev.kubechat.cluster.RequestId;
import dev.kubechat.identity.KubernetesIdentity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a read of a thread printed, kept for a while so that people can look at it in other ways.
 *
 * @param request the ask that it answered
 * @param readAs in whose name it was read (P13)
 * @param command canonical text
 * @param commandVersion the version of that spelling
 * @param output without credentials (P9)
 * @param filter what the thread is looking at of it; null for all
 * @param shown how many rows or lines of that the thread has seen
 */
public record StoredResult(
        RequestId request,
        KubernetesIdentity readAs,
        ClusterId cluster,
        String command,
        int commandVersion,
        String output,
        @Nullable RowFilter filter,
        int shown,
        Instant readAt) {

    /** The part that the thread is looking at. */
    public String wanted() {
        return filter == null ? output : filter.of(output);
    }

    public StoredResult filtered(RowFilter by) {
        return new StoredResult(
                request, readAs, cluster, command, commandVersion, output, by, 0, readAt);
    }

    public StoredResult shownTo(int row) {
        return new StoredResult(
                request, readAs, cluster, command, commandVersion, output, filter, row, readAt);
    }
}
