package dev.kubechat.pipeline;

import dev.kubechat.chat.Inbound;
import dev.kubechat.cluster.RequestId;

/**
 * An inbox row that this replica works on until its lease ends.
 *
 * @param epoch fences every write that concludes the row: a later claim has a higher one
 * @param request the id of the ask, the same however often the row is claimed
 * @param attempts how often the row was claimed, this time included
 */
record Claim(long row, long epoch, RequestId request, Inbound event, int attempts)
        implements Stage {

    @Override
    public Claim claim() {
        return this;
    }
}
