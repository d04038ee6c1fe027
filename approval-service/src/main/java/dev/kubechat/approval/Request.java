package dev.kubechat.approval;

import java.time.Instant;
import java.util.UUID;

/**
 * What was asked for: the part of an approval that never changes.
 * @param position order of opening; has gaps
 * @param level the name its policy goes by
 * @param summary one sentence for lists; the digest alone says what is approved
 * @param asker the person who asked
 * @param expiresAt from here on it takes no vote and is not consumed
 */
public record Request(
        long position,
        ApprovalId id,
        String level,
        String summary,
        Digest digest,
        UUID asker,
        Rule rule,
        Instant openedAt,
        Instant expiresAt) {

    boolean isOver(Instant at) {
        return !at.isBefore(expiresAt);
    }
}
