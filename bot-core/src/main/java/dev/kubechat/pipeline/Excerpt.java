package dev.kubechat.pipeline;

import dev.kubechat.chat.TextTable;
import java.util.List;

/**
 * The part of a long output that a thread is shown at once.
 *
 * @param text the rows of a table below its header, or the lines of another text
 * @param from how many rows or lines come before
 * @param to how many there are up to its end
 * @param all how many there are
 */
record Excerpt(String text, int from, int to, int all) {

    private static final int AT_ONCE = 40;

    /** What follows the first {@code from} rows or lines; a little more than a page is shown whole. */
    static Excerpt of(String output, int from) {
        return TextTable.of(output)
                .map(table -> {
                    var to = end(from, table.rows().size());
                    return new Excerpt(
                            table.rows(Math.min(from, to), to).text(),
                            from,
                            to,
                            table.rows().size());
                })
                .orElseGet(() -> lines(output, from));
    }

    /** The last lines of what is still growing. */
    static String lastOf(String output) {
        var lines = output.lines().toList();
        return text(lines.subList(Math.max(0, lines.size() - AT_ONCE), lines.size()));
    }

    private static Excerpt lines(String output, int from) {
        var lines = output.lines().toList();
        var to = end(from, lines.size());
        return new Excerpt(text(lines.subList(Math.min(from, to), to)), from, to, lines.size());
    }

    private static String text(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private static int end(int from, int all) {
        return all - from <= AT_ONCE + AT_ONCE / 2 ? all : from + AT_ONCE;
    }

    boolean isAll() {
        return from == 0 && to == all;
    }

    boolean isLast() {
        return to == all;
    }
}
