package dev.kubechat.app.doctor;

import dev.kubechat.app.verb.JsonText;
import java.util.Locale;

/**
 * How one thing was found to be.
 *
 * @param said what was seen
 * @param next what to do about it; empty if nothing has to be done
 */
record Finding(String thing, Mark mark, String said, String next) {

    /** How it stands. */
    enum Mark {
        OK,
        /** Not there, and KubeChat runs without it. */
        OPTIONAL,
        /** Not there, and KubeChat does not start, or not well, without it. */
        MISSING,
        /** There, and not as it has to be. */
        WRONG;

        boolean stopsKubeChat() {
            return this == MISSING || this == WRONG;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding ok(String thing, String said) {
        return new Finding(thing, Mark.OK, said, "");
    }

    static Finding optional(String thing, String said, String next) {
        return new Finding(thing, Mark.OPTIONAL, said, next);
    }

    static Finding missing(String thing, String said, String next) {
        return new Finding(thing, Mark.MISSING, said, next);
    }

    static Finding wrong(String thing, String said, String next) {
        return new Finding(thing, Mark.WRONG, said, next);
    }

    JsonText json() {
        return new JsonText()
                .with("thing", thing)
                .with("mark", mark.word())
                .with("said", said)
                .with("next", next);
    }

    @Override
    public String toString() {
        String line = "%-9s %-20s %s%n".formatted(mark.word(), thing, said);
        return next.isEmpty() ? line : line + "%-30s → %s%n".formatted("", next);
    }
}
