package dev.kubechat.approval;

import java.time.Instant;

/** A vote that was counted. It is never changed or withdrawn. */
public record Cast(Vote vote, Instant at) {}
