package dev.kubechat.execute.print;

import java.util.ArrayList;
import java.util.List;

/**
 * Text with tabs as columns, aligned with blanks as Go's text/tabwriter aligns it with kubectl's settings: a column is a run of lines
 * that all have a tab there, and as wide as its widest cell; what stands behind a line's last tab belongs to none.
 */
public final class TabWriter {

    /** More than any answer of a cluster needs; but hostile cells could make a text of any length. */
    private static final int LONGEST = 64 * 1024 * 1024;

    private final int narrowest;
    private final int padding;
    private final boolean remembers;
    private final int longest;
    private final List<Line> lines = new ArrayList<>();
    private final List<Column> open = new ArrayList<>();
    private final List<Integer> remembered = new ArrayList<>();
    private final StringBuilder written = new StringBuilder();

    private TabWriter(int narrowest, int padding, boolean remembers, int longest) {
        this.narrowest = narrowest;
        this.padding = padding;
        this.remembers = remembers;
        this.longest = longest;
    }

    /** As kubectl's tables: columns six wide or more, three blanks between them, never narrower than one above them was. */
    public static String table(String tabbed) {
        return new TabWriter(6, 3, true, LONGEST).aligned(tabbed);
    }

    /** Columns two blanks apart, as in kubectl's descriptions. */
    public static String close(String tabbed) {
        return close(tabbed, LONGEST);
    }

    /**
     * The same, cut.
     *
     * @param longest where to stop, in characters, give or take a cell
     */
    public static String close(String tabbed, int longest) {
        return new TabWriter(0, 2, false, longest).aligned(tabbed);
    }

    /** Grows while later lines are read. */
    private static final class Column {
        private int width;
    }

    /** @param columns those of all cells but the last */
    private record Line(List<String> cells, List<Column> columns) {}

    private String aligned(String tabbed) {
        read(tabbed);
        for (var i = 0; i < lines.size() && written.length() <= longest; i++) {
            if (i > 0) {
                written.append('\n');
            }
            write(lines.get(i));
        }
        return written.toString();
    }

    private void read(String tabbed) {
        var line = new ArrayList<String>();
        var from = 0;
        for (var i = 0; i < tabbed.length(); i++) {
            switch (tabbed.charAt(i)) {
                case '\t', '\u000b' -> {
                    line.add(tabbed.substring(from, i));
                    from = i + 1;
                }
                case '\n', '\f' -> {
                    line.add(tabbed.substring(from, i));
                    from = i + 1;
                    end(line);
                    line.clear();
                    if (tabbed.charAt(i) == '\f') {
                        open.clear();
                    }
                }
                default -> {}
            }
        }
        if (from < tabbed.length()) {
            line.add(tabbed.substring(from));
        }
        end(line);
    }

    private void end(List<String> cells) {
        var columns = Math.max(0, cells.size() - 1);
        while (open.size() > columns) {
            open.removeLast();
        }
        while (open.size() < columns) {
            open.add(new Column());
        }
        for (var i = 0; i < columns; i++) {
            var column = open.get(i);
            var width = Math.max(narrowest, length(cells.get(i)) + padding);
            column.width = Math.max(column.width, width);
        }
        lines.add(new Line(List.copyOf(cells), List.copyOf(open)));
    }

    private void write(Line line) {
        for (var i = 0; i < line.cells().size() && written.length() <= longest; i++) {
            var cell = line.cells().get(i);
            written.append(cell);
            if (i < line.columns().size()) {
                written.repeat(' ', width(i, line.columns().get(i)) - length(cell));
            }
        }
    }

    // columns of one place come one below the other, so whoever was wider has been written
    private int width(int place, Column column) {
        if (!remembers) {
            return column.width;
        }
        if (place == remembered.size()) {
            remembered.add(column.width);
        }
        remembered.set(place, Math.max(remembered.get(place), column.width));
        return remembered.get(place);
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
