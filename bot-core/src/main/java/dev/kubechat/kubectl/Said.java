package dev.kubechat.kubectl;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line that a form reads its values from. It remembers which flags were asked for, so that none that says something is ever
 * dropped unseen.
 */
final class Said {

    private final CommandLine line;
    private final Grammar.Command command;
    private final Set<String> known = new HashSet<>();

    Said(CommandLine line, Grammar.Command command) {
        this.line = line;
        this.command = command;
    }

    /** The line, of which this flag is read in some other way. */
    CommandLine reading(String flag) {
        if (line.flags().containsKey(flag)) {
            known.add(flag);
        }
        return line;
    }

    CommandLine line() {
        return line;
    }

    List<String> words() {
        return line.words();
    }

    Scope scope() {
        return Flags.scope(line);
    }

    /** The flag's value; null if it is not set, or set to its usual value. */
    @Nullable String text(String name) {
        String value = reading(name).flag(name);
        return value == null || isUsual(name, value) ? null : value;
    }

    private boolean isUsual(String name, String value) {
        Flag flag = command.flag(name);
        return flag != null && !flag.type().isList() && value.equals(flag.usual());
    }

    /** Whether the flag is set to true. */
    boolean is(String name) {
        return reading(name).has(name);
    }

    /** Whether the flag is true, be it that it was set or that it usually is. */
    boolean holds(String name) {
        String value = reading(name).flag(name);
        Flag flag = command.flag(name);
        return "true".equals(value == null && flag != null ? flag.usual() : value);
    }

    /** The flag's value; null if it is not set at all, since then the command decides. */
    @Nullable Boolean choice(String name) {
        String value = reading(name).flag(name);
        return value == null ? null : Boolean.valueOf(value);
    }

    /** The number; null if it is the usual one. */
    @Nullable Long number(String name) {
        String value = text(name);
        return value == null ? null : Long.valueOf(value);
    }

    /** A count from {@code least} on; null if it is the usual one. */
    @Nullable Integer count(String name, int least) {
        Long number = number(name);
        if (number == null) {
            return null;
        }
        if (number < least || number > Integer.MAX_VALUE) {
            throw new Unreadable(
                    "--%s is a number, %d or more, and not %d.".formatted(name, least, number));
        }
        return number.intValue();
    }

    /** The time; null for none. */
    @Nullable Duration duration(String name) {
        String value = text(name);
        return value == null ? null : Duration.ofNanos(GoDuration.nanos(value));
    }

    List<String> list(String name) {
        return reading(name).values(name);
    }

    /** A label selector; null for none. */
    @Nullable String selector(String name) {
        return Flags.selector(reading(name), name);
    }

    /** Whether every flag that says something was asked for. */
    boolean isAllKnown() {
        return Flags.saysOnly(line, command, known);
    }

    /** The same line as if this flag, which means something else than usual here, were not set. */
    Said without(String flag) {
        return new Said(line.without(List.of(flag)), command);
    }

    /** Takes over what was asked of the other. */
    void knows(Said other) {
        known.addAll(other.known);
    }
}
