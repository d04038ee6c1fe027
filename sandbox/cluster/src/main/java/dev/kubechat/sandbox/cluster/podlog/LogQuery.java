package dev.kubechat.sandbox.cluster.podlog;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Which part of a container's log is wanted. */
public record LogQuery(
        OptionalInt tailLines,
        Optional<Instant> since,
        boolean timestamps,
        OptionalInt limitBytes) {}
