package dev.kubechat.web;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.Optional;
import java.util.UUID;

/** Ids of messages and clicks: UUIDv7, which say nothing of order. */
final class Ids {

    private static final NoArgGenerator NEXT = Generators.timeBasedEpochRandomGenerator();

    private Ids() {}

    static UUID next() {
        return NEXT.generate();
    }

    /** Empty when the text is none of ours. */
    static Optional<UUID> read(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException strange) {
            return Optional.empty();
        }
    }
}
