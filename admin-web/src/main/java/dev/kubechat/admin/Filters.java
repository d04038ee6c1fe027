package dev.kubechat.admin;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what was typed into a page's address or filter; empty means no restriction. */
final class Filters {

    static final String NEWEST = "9223372036854775807";

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9.-]{0,126}");
    private static final int SHOWN = 40;

    private Filters() {}

    static @Nullable UUID id(String name, String typed) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(typed.strip());
        } catch (IllegalArgumentException strange) {
            throw new BadFilter(
                    "\"%s\" is no %s id. An id looks like 0192f7a1-3c5d-7e2b-9f00-2b6f1c3d4e5f; follow a link in the list."
                            .formatted(shown(typed), name));
        }
    }

    static @Nullable String type(String typed) {
        if (typed.isBlank()) {
            return null;
        }
        if (!TYPE.matcher(typed.strip()).matches()) {
            throw new BadFilter(
                    "\"%s\" is no type of event. Type one like step.ended, or a beginning with its dot, like approval."
                            .formatted(shown(typed)));
        }
        return typed.strip();
    }

    static long position(String typed) {
        try {
            return Long.parseLong(typed);
        } catch (NumberFormatException strange) {
            throw new BadFilter(
                    "\"%s\" is no position in the list. Go back to its beginning."
                            .formatted(shown(typed)));
        }
    }

    private static String shown(String typed) {
        return typed.length() <= SHOWN ? typed : typed.substring(0, SHOWN) + "…";
    }
}
