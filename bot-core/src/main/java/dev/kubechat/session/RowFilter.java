package dev.kubechat.session;

import dev.kubechat.chat.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which rows or lines of a result are wanted: as people write it, like {@code failing}, {@code checkout} or {@code not running}. */
public record RowFilter(String words) {

    private static final Set<String> FAILING =
            Set.of(
                    "failing",
                    "failed",
                    "broken",
                    "unhealthy",
                    "bad",
                    "not ready",
                    "unready",
                    "crashing",
                    "not healthy",
                    "not running",
                    "sick",
                    "erroring",
                    "errors",
                    "problematic");
    private static final Set<String> WELL =
            Set.of(
                    "Running",
                    "Completed",
                    "Succeeded",
                    "Complete",
                    "Ready",
                    "Bound",
                    "Active",
                    "Available",
                    "Approved,Issued",
                    "True");
    private static final Set<String> STATES = Set.of("STATUS", "PHASE", "STATE");
    private static final Pattern PARTS = Pattern.compile("(\\d+)/(\\d+)");
    private static final Pattern TROUBLE =
            Pattern.compile("(?i)error|fatal|fail|exception|panic|denied|refused|timed? ?out|warn");

    /** Its rows or lines that are wanted; what stands above a table stays. */
    public String of(String output) {
        return TextTable.of(output)
                .map(table -> table.where(row -> wants(table, row)))
                .map(table -> table.rows().isEmpty() ? "" : table.text())
                .orElseGet(() -> lines(output));
    }

    private boolean wants(TextTable table, List<String> row) {
        return FAILING.contains(words) ? fails(table, row) : holds(String.join("   ", row));
    }

    private static boolean fails(TextTable table, List<String> row) {
        for (var i = 0; i < row.size(); i++) {
            var name = table.header().get(i);
            var cell = row.get(i);
            if (STATES.contains(name) && !WELL.contains(cell)) {
                return true;
            }
            if ((name.equals("READY") || name.equals("COMPLETIONS"))
                    && isShort(cell)
                    && !isDone(table, row)) {
                return true;
            }
            if (name.equals("AVAILABLE") && cell.equals("False")) {
                return true;
            }
        }
        return isShortOf(table, row, "DESIRED", "READY")
                || isShortOf(table, row, "DESIRED", "AVAILABLE");
    }

    /** A pod that has run to its end is not ready any more, and well. */
    private static boolean isDone(TextTable table, List<String> row) {
        var status = table.column("STATUS");
        return status >= 0
                && Set.of("Completed", "Succeeded", "Complete").contains(row.get(status));
    }

    private static boolean isShort(String parts) {
        var matcher = PARTS.matcher(parts);
        return parts.equals("False")
                || (matcher.matches() && !matcher.group(1).equals(matcher.group(2)));
    }

    private static boolean isShortOf(TextTable table, List<String> row, String wanted, String has) {
        var all = table.column(wanted);
        var some = table.column(has);
        return all >= 0 && some >= 0 && !row.get(all).equals(row.get(some));
    }

    private String lines(String output) {
        var kept = new StringBuilder();
        output.lines()
                .filter(line ->
                        FAILING.contains(words) ? TROUBLE.matcher(line).find() : holds(line))
                .forEach(line -> kept.append(line).append('\n'));
        return kept.toString();
    }

    private boolean holds(String line) {
        var not = words.startsWith("not ");
        var sought = not ? words.substring("not ".length()) : words;
        return line.toLowerCase(Locale.ROOT).contains(sought) != not;
    }
}
