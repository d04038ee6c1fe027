package dev.kubechat.execute.describe;

import dev.kubechat.execute.print.TabWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A description while it is written: lines at levels of two spaces, cells with tabs between them. Whatever could take over a
 * terminal is written out.
 */
final class Page {

    /** A reader cuts at a mebibyte anyway. */
    private static final int LONGEST = 2 * 1024 * 1024;

    /** Small objects of many levels make long pages. */
    private static final int MOST_WRITTEN = 4 * LONGEST;

    private static final DateTimeFormatter RFC_1123 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss xx", Locale.ROOT);
    private static final DateTimeFormatter GO =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xx", Locale.ROOT);

    private final Window window;
    private final StringBuilder text;
    private final int indent;
    private final boolean nested;

    Page(Window window) {
        this(window, new StringBuilder(), 0, false);
    }

    private Page(Window window, StringBuilder text, int indent, boolean nested) {
        this.window = window;
        this.text = text;
        this.indent = indent;
        this.nested = nested;
    }

    /** The same page, where each write begins so many levels deeper. */
    Page nested(int levels) {
        return new Page(window, text, indent + levels, true);
    }

    Page write(int level, String written) {
        if (text.length() < MOST_WRITTEN) {
            text.repeat("  ", level + indent).append(escaped(written));
        }
        return this;
    }

    /** A whole line that no level moves. */
    Page line(String written) {
        return nested ? write(0, written + "\n") : append(written + "\n");
    }

    Page field(int level, String name, Object value) {
        return write(level, name + ":\t" + value + "\n");
    }

    Page field(String name, Object value) {
        return field(0, name, value);
    }

    /** Only where there is such a thing. */
    Page fieldIfSet(int level, String name, String value) {
        return value.isEmpty() ? this : field(level, name, value);
    }

    private Page append(String written) {
        text.append(escaped(written));
        return this;
    }

    private static String escaped(String written) {
        return written.indexOf('\u001b') < 0 && written.indexOf('\r') < 0
                ? written
                : written.replace("\u001b", "^[").replace("\r", "\\r");
    }

    String text() {
        return TabWriter.close(text.toString(), LONGEST);
    }

    /** As it was written, with its tabs. */
    String tabbed() {
        return text.toString();
    }

    /** {@code Tue, 24 Nov 2026 09:00:00 +0000}; the beginning of all time where there is none. */
    String time(JsonNode timestamp) {
        return RFC_1123.format(moment(timestamp));
    }

    /** {@code 2026-11-24 09:00:00 +0000 UTC}. */
    String goTime(JsonNode timestamp) {
        var moment = moment(timestamp);
        return GO.format(moment) + " " + abbreviation(moment);
    }

    // a zone that has no letters of its own is told by its offset
    private static String abbreviation(ZonedDateTime moment) {
        var name = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(moment);
        return name.startsWith("GMT") && name.length() > 3
                ? DateTimeFormatter.ofPattern("x", Locale.ROOT).format(moment)
                : name.equals("Z") ? "UTC" : name;
    }

    String since(JsonNode timestamp) {
        return window.since(Values.text(timestamp));
    }

    Window window() {
        return window;
    }

    private ZonedDateTime moment(JsonNode timestamp) {
        var instant = instant(Values.text(timestamp));
        if (instant == null) {
            return ZonedDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
        }
        var zone = window.zone();
        return instant.atZone(zone.equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone);
    }

    static @Nullable Instant instant(String timestamp) {
        try {
            return timestamp.isEmpty() ? null : Instant.parse(timestamp);
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
