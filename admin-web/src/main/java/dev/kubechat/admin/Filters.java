package dev.kubechat.admin;

import dev.kubechat.audit.AuditLog;
import dev.kubechat.chat.Person;
import dev.kubechat.chat.PlatformId;
import dev.kubechat.chat.Visible;
import dev.kubechat.identity.PersonId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what was typed into a page's address or filter; empty means no restriction. */
final class Filters {

    private static final Pattern ID =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern TYPE =
            Pattern.compile("[a-z][a-z0-9-]{0,30}(\\.[a-z][a-z0-9-]{0,30}){0,3}\\.?");
    private static final Pattern ACCOUNT =
            Pattern.compile("(?:([a-z][a-z0-9-]{0,30}):)?([^\\p{Cntrl}]{1,200})");
    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");
    private static final int SHOWN = 40;

    private Filters() {}

    static @Nullable UUID id(String name, String typed) {
        if (typed.isBlank()) {
            return null;
        }
        if (!ID.matcher(typed.strip()).matches()) {
            throw new BadFilter(
                    "\"%s\" is no %s id. An id looks like 0192f7a1-3c5d-7e2b-9f00-2b6f1c3d4e5f; follow a link in the list."
                            .formatted(shown(typed), name));
        }
        return UUID.fromString(typed.strip());
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

    /**
     * A person by their id or by an account of theirs.
     *
     * @param behind the human being behind an account
     */
    static @Nullable UUID person(String typed, Function<Person, Optional<PersonId>> behind) {
        if (typed.isBlank()) {
            return null;
        }
        if (ID.matcher(typed.strip()).matches()) {
            return UUID.fromString(typed.strip());
        }
        return account(typed.strip())
                .flatMap(behind)
                .map(PersonId::value)
                .orElseThrow(() ->
                        new BadFilter(
                                "KubeChat knows nobody by \"%s\". Type the account they sign in with here, like alice, or one elsewhere, like slack:U024BE7LH; or follow a name in the list."
                                        .formatted(shown(typed))));
    }

    private static Optional<Person> account(String typed) {
        var read = ACCOUNT.matcher(typed);
        if (!read.matches()) {
            return Optional.empty();
        }
        var platform = read.group(1) == null ? Visitors.WEB : new PlatformId(read.group(1));
        return Optional.of(new Person(platform, read.group(2), read.group(2)));
    }

    /** Where to read on; from the newest where nothing was given. */
    static long position(String typed) {
        if (typed.isBlank()) {
            return AuditLog.NEWEST;
        }
        if (!POSITION.matcher(typed).matches()) {
            throw new BadFilter(
                    "\"%s\" is no position in the list. Go back to its beginning."
                            .formatted(shown(typed)));
        }
        return Long.parseLong(typed);
    }

    /** Somebody's words in a sentence of ours. */
    static String shown(String typed) {
        var plain = Visible.text(typed);
        return plain.codePointCount(0, plain.length()) <= SHOWN
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
