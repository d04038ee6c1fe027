package dev.kubechat.chat;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a button stands for. It travels through the platform and back, so it is believed no more than typing: the digest must
 * still be the request's own when the click is counted.
 *
 * @param digest the digest of what the card showed, 64 lower-case hex digits
 */
public record Choice(Verb verb, UUID request, String digest) {

    /** What can be chosen on a card. */
    public enum Verb {
        CONFIRM,
        APPROVE,
        DENY,
        CANCEL,
        /** Asks for the way back of what was done. */
        UNDO,
        /** Asks to see how the rollout of what was done goes on. */
        WATCH
    }

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    public Choice {
        if (!DIGEST.matcher(digest).matches()) {
            throw new IllegalArgumentException("a digest has 64 lower-case hex digits");
        }
    }

    /** One text for platforms that carry a button's value as text; {@link #read} reads it back. */
    public String text() {
        return "%s.%s.%s"
                .formatted(verb.name().toLowerCase(java.util.Locale.ROOT), request, digest);
    }

    /** Empty when the text is none of ours. */
    public static Optional<Choice> read(String text) {
        var parts = text.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            var verb = Verb.valueOf(parts[0].toUpperCase(java.util.Locale.ROOT));
            return Optional.of(new Choice(verb, UUID.fromString(parts[1]), parts[2]));
        } catch (IllegalArgumentException strange) {
            return Optional.empty();
        }
    }
}
