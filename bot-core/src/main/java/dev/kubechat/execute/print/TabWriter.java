package dev.kubechat.execute.print;

import java.util.ArrayList;
import java.util.List;

/**
 * Text with tabs as aligned columns, the way kubectl's tab writer aligns them: a column is as wide as its widest cell of the lines
 * around, at least six, and three blanks lie between; widths are remembered over a line of one cell.
 */
public final class TabWriter {

    private static final int NARROWEST = 6;
    private static final int PADDING = 3;

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder cell = new StringBuilder();
    private final List<List<String>> lines = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();
    private final List<Integer> remembered = new ArrayList<>();

    public TabWriter() {
        lines.add(new ArrayList<>());
    }

    /** Cells end with a tab, lines with a line break. */
    public TabWriter write(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '\t', '\u000b', '\n', '\f' -> end(c);
                default -> cell.append(c);
            }
        }
        return this;
    }

    private void end(char c) {
        lines.getLast().add(cell.toString());
        cell.setLength(0);
        if (c == '\n' || c == '\f') {
            var cells = lines.getLast().size();
            lines.add(new ArrayList<>());
            if (c == '\f' || cells == 1) {
                flush();
            }
        }
    }

    /** What was written so far will not be aligned with what comes, but for the widths remembered. */
    public void flush() {
        if (!cell.isEmpty()) {
            lines.getLast().add(cell.toString());
            cell.setLength(0);
        }
        format(0, lines.size());
        lines.clear();
        widths.clear();
        lines.add(new ArrayList<>());
    }

    /** Ends a table: the next one has its own widths. */
    public void forget() {
        flush();
        remembered.clear();
    }

    public boolean isEmpty() {
        return out.isEmpty();
    }

    /** What was flushed. */
    public String text() {
        return out.toString();
    }

    /** Puts a text before what is flushed next. */
    public void put(String text) {
        out.append(text);
    }

    private void format(int from, int to) {
        var start = from;
        var column = widths.size();
        var at = from;
        while (at < to) {
            if (column >= lines.get(at).size() - 1) {
                at++;
                continue;
            }
            lines(start, at);
            start = at;
            var width = NARROWEST;
            while (at < to && column < lines.get(at).size() - 1) {
                width = Math.max(width, length(lines.get(at).get(column)) + PADDING);
                at++;
            }
            widths.add(remember(column, width));
            format(start, at);
            widths.removeLast();
            start = at;
        }
        lines(start, to);
    }

    private int remember(int column, int width) {
        while (remembered.size() < column) {
            remembered.add(widths.get(remembered.size()));
        }
        if (remembered.size() == column) {
            remembered.add(width);
            return width;
        }
        var wider = Math.max(remembered.get(column), width);
        remembered.set(column, wider);
        return wider;
    }

    private void lines(int from, int to) {
        for (var i = from; i < to; i++) {
            var line = lines.get(i);
            for (var j = 0; j < line.size(); j++) {
                out.append(line.get(j));
                if (j < widths.size()) {
                    out.repeat(' ', widths.get(j) - length(line.get(j)));
                }
            }
            if (i + 1 < lines.size()) {
                out.append('\n');
            }
        }
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
