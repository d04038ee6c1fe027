package dev.kubechat.execute.describe;

import java.util.ArrayList;
import java.util.List;

/**
 * Aligns what tabs separate as Go's text/tabwriter does with kubectl's settings: a column is as wide as its widest cell in
 * consecutive lines, and two spaces more; the last cell of a line belongs to no column.
 */
final class TabbedText {

    private static final int PADDING = 2;

    private final int longest;
    private final List<List<Cell>> lines = new ArrayList<>();
    private final List<Column> open = new ArrayList<>();

    /** @param longest where to stop, in characters: hostile cells could make a text of any length */
    private TabbedText(int longest) {
        this.longest = longest;
    }

    static String aligned(String text, int longest) {
        var tabbed = new TabbedText(longest);
        tabbed.read(text);
        return tabbed.written();
    }

    /** Grows while later lines are read. */
    private static final class Column {
        private int width;
    }

    /** @param column of its own in a line's last cell */
    private record Cell(String text, int length, Column column) {}

    private void read(String text) {
        var line = new ArrayList<String>();
        var from = 0;
        for (var i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\t', '\u000b' -> {
                    line.add(text.substring(from, i));
                    from = i + 1;
                }
                case '\n', '\f' -> {
                    line.add(text.substring(from, i));
                    from = i + 1;
                    end(line);
                    line.clear();
                    if (text.charAt(i) == '\f') {
                        open.clear();
                    }
                }
                default -> {}
            }
        }
        if (from < text.length()) {
            line.add(text.substring(from));
        }
        end(line);
    }

    private void end(List<String> line) {
        var columns = Math.max(0, line.size() - 1);
        while (open.size() > columns) {
            open.removeLast();
        }
        while (open.size() < columns) {
            open.add(new Column());
        }
        var cells = new ArrayList<Cell>(line.size());
        for (var i = 0; i < line.size(); i++) {
            var cell = line.get(i);
            var length = cell.codePointCount(0, cell.length());
            var column = i < columns ? open.get(i) : new Column();
            column.width = Math.max(column.width, length + PADDING);
            cells.add(new Cell(cell, length, column));
        }
        lines.add(cells);
    }

    private String written() {
        var text = new StringBuilder();
        for (var i = 0; i < lines.size() && text.length() <= longest; i++) {
            if (i > 0) {
                text.append('\n');
            }
            write(lines.get(i), text);
        }
        return text.toString();
    }

    private void write(List<Cell> line, StringBuilder text) {
        for (var i = 0; i < line.size() && text.length() <= longest; i++) {
            var cell = line.get(i);
            text.append(cell.text());
            if (i < line.size() - 1) {
                text.repeat(' ', cell.column().width - cell.length());
            }
        }
    }
}
