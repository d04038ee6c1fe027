package dev.kubechat.pipeline;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An ask and what became of it, for people who look after KubeChat.
 *
 * @param position grows with time; the order to page by
 * @param command canonical; empty when the words were not understood
 * @param level the risk; empty when it was not judged
 * @param approval what people voted on; empty for an ask that ended at once
 * @param execution how the execution stands, as the table names it; empty when none was begun
 */
public record Happening(
        long position,
        UUID request,
        Instant askedAt,
        String person,
        String platform,
        String words,
        String cluster,
        Optional<String> command,
        Optional<String> level,
        Optional<UUID> approval,
        Optional<String> execution) {}
