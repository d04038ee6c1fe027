package dev.kubechat.execute;

import java.util.ArrayList;
import java.util.List;

/** Lines of cells, aligned as kubectl aligns a table: three spaces between columns, none narrower than six. */
final class Columns {

    private static final int OF_TABLES = 3;
    private static final int NARROWEST = 6;

    private final int padding;
    private final List<List<String>> lines = new ArrayList<>();

    Columns() {
        this(OF_TABLES);
    }

    Columns(int padding) {
        this.padding = padding;
    }

    Columns add(List<String> cells) {
        lines.add(cells.stream().map(Columns::oneLine).toList());
        return this;
    }

    // as kubectl cuts a cell that would break the table
    private static String oneLine(String cell) {
        var end = 0;
        while (end < cell.length() && "\n\r\f".indexOf(cell.charAt(end)) < 0) {
            end++;
        }
        return end == cell.length() ? cell : cell.substring(0, end) + "...";
    }

    String text() {
        var widths = widths();
        var text = new StringBuilder();
        for (var line : lines) {
            for (var i = 0; i < line.size(); i++) {
                text.append(line.get(i));
                if (i < line.size() - 1) {
                    text.repeat(' ', widths.get(i) - length(line.get(i)));
                }
            }
            text.append('\n');
        }
        return text.toString();
    }

    private List<Integer> widths() {
        var widths = new ArrayList<Integer>();
        for (var line : lines) {
            for (var i = 0; i < line.size(); i++) {
                var width = Math.max(NARROWEST, length(line.get(i)) + padding);
                if (i == widths.size()) {
                    widths.add(width);
                } else {
                    widths.set(i, Math.max(widths.get(i), width));
                }
            }
        }
        return widths;
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
