package dev.kubechat.execute;

import java.util.ArrayList;
import java.util.List;

/**
 * Text with tabs, aligned in columns as Go's text/tabwriter aligns it with blanks: a column is a run of lines that all have a tab
 * there, and what stands behind a line's last tab belongs to none.
 */
final class TabWriter {

    private final int narrowest;
    private final int padding;
    private final boolean remembers;
    private final List<Integer> remembered = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();
    private final List<List<String>> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private TabWriter(int narrowest, int padding, boolean remembers) {
        this.narrowest = narrowest;
        this.padding = padding;
        this.remembers = remembers;
    }

    /** As kubectl's tables: columns six wide or more, three blanks between them, never narrower than they once were. */
    static String table(String tabbed) {
        return new TabWriter(6, 3, true).aligned(tabbed);
    }

    /** Columns two blanks apart. */
    static String close(String tabbed) {
        return new TabWriter(0, 2, false).aligned(tabbed);
    }

    private String aligned(String tabbed) {
        for (var line : tabbed.split("\n", -1)) {
            lines.add(List.of(line.split("\t", -1)));
        }
        format(0, lines.size());
        return text.toString();
    }

    // the recursion of text/tabwriter's format: one more column a level
    private void format(int from, int to) {
        var column = widths.size();
        var written = from;
        for (var at = from; at < to; at++) {
            if (column >= lines.get(at).size() - 1) {
                continue;
            }
            write(written, at);
            var end = at;
            var width = narrowest;
            while (end < to && column < lines.get(end).size() - 1) {
                width = Math.max(width, length(lines.get(end).get(column)) + padding);
                end++;
            }
            widths.add(remember(column, width));
            format(at, end);
            widths.removeLast();
            written = end;
            at = end - 1;
        }
        write(written, to);
    }

    private int remember(int column, int width) {
        if (!remembers) {
            return width;
        }
        if (column == remembered.size()) {
            remembered.add(width);
        }
        remembered.set(column, Math.max(width, remembered.get(column)));
        return remembered.get(column);
    }

    private void write(int from, int to) {
        for (var at = from; at < to; at++) {
            var cells = lines.get(at);
            for (var i = 0; i < cells.size(); i++) {
                text.append(cells.get(i));
                if (i < widths.size() && i < cells.size() - 1) {
                    text.repeat(' ', Math.max(0, widths.get(i) - length(cells.get(i))));
                }
            }
            if (at < lines.size() - 1) {
                text.append('\n');
            }
        }
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
