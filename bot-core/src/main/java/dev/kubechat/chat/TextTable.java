package dev.kubechat.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table as kubectl prints it, taken apart into cells: a line of names in capitals, columns that begin below their names.
 *
 * @param rows each with as many cells as the header; a cell may be empty
 */
public record TextTable(List<String> header, List<List<String>> rows) {

    private static final Pattern NAME =
            Pattern.compile("[A-Z][A-Z0-9_()%/:.-]*(?: [A-Z0-9_()%/:.-]+)*");
    private static final Pattern CELL = Pattern.compile("\\S+(?: \\S+)*");
    private static final String GAP = "   ";

    public TextTable {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Empty if the text is anything else, two tables one below the other for example. */
    public static Optional<TextTable> of(String text) {
        var lines = text.stripTrailing().split("\n", -1);
        var names = CELL.matcher(lines[0]);
        var header = new ArrayList<String>();
        var starts = new ArrayList<Integer>();
        while (names.find()) {
            header.add(names.group());
            starts.add(names.start());
        }
        if (starts.isEmpty()
                || starts.getFirst() != 0
                || !header.stream().allMatch(name -> NAME.matcher(name).matches())) {
            return Optional.empty();
        }
        var rows = new ArrayList<List<String>>();
        for (var i = 1; i < lines.length; i++) {
            if (lines[i].isBlank() || !isRow(lines[i], starts)) {
                return Optional.empty();
            }
            rows.add(cells(lines[i], starts));
        }
        return Optional.of(new TextTable(header, rows));
    }

    /** Before each column but the first there is a blank. */
    private static boolean isRow(String line, List<Integer> starts) {
        return starts.stream()
                .skip(1)
                .allMatch(start -> start > line.length() || line.charAt(start - 1) == ' ');
    }

    private static List<String> cells(String line, List<Integer> starts) {
        var cells = new ArrayList<String>();
        for (var i = 0; i < starts.size(); i++) {
            var from = Math.min(starts.get(i), line.length());
            var to =
                    i + 1 < starts.size()
                            ? Math.min(starts.get(i + 1), line.length())
                            : line.length();
            cells.add(line.substring(from, to).strip());
        }
        return cells;
    }

    /** The table with columns dropped from the right until no line is longer; the first column always stays. */
    public TextTable within(int longestLine) {
        var columns = header.size();
        var width = 0;
        var fitting = 0;
        for (var i = 0; i < columns; i++) {
            width += (i == 0 ? 0 : GAP.length()) + width(i);
            if (width <= longestLine) {
                fitting = i + 1;
            }
        }
        return first(Math.max(1, fitting));
    }

    private TextTable first(int columns) {
        return columns == header.size()
                ? this
                : new TextTable(
                        header.subList(0, columns),
                        rows.stream().map(row -> row.subList(0, columns)).toList());
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> row.get(column).length())
                .reduce(header.get(column).length(), Math::max);
    }

    public TextTable where(Predicate<List<String>> wanted) {
        return new TextTable(header, rows.stream().filter(wanted).toList());
    }

    /** The rows from one index up to and without another. */
    public TextTable rows(int from, int to) {
        return new TextTable(header, rows.subList(from, to));
    }

    /** The place of the column of that name; -1 if there is none. */
    public int column(String name) {
        return header.indexOf(name);
    }

    /** As kubectl prints it. */
    public String text() {
        var widths = new ArrayList<Integer>();
        for (var i = 0; i < header.size(); i++) {
            widths.add(width(i));
        }
        return line(header, widths)
                + rows.stream().map(row -> line(row, widths)).collect(Collectors.joining());
    }

    private static String line(List<String> cells, List<Integer> widths) {
        var line = new StringBuilder();
        for (var i = 0; i < cells.size(); i++) {
            line.append(cells.get(i));
            if (i + 1 < cells.size()) {
                line.repeat(' ', widths.get(i) - cells.get(i).length()).append(GAP);
            }
        }
        return line.append('\n').toString();
    }
}
