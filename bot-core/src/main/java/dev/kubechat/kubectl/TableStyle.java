package dev.kubechat.kubectl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How {@code get} lays out what it found.
 *
 * @param labelColumns labels shown as columns of a table
 * @param headers whether columns have headers, those of custom columns too
 * @param sortBy the path by which objects are sorted, in whatever format; null for the server's order
 * @param serverPrint whether the server makes the columns, as it usually does
 */
public record TableStyle(
        boolean showLabels,
        boolean showKind,
        boolean headers,
        List<String> labelColumns,
        @Nullable String sortBy,
        boolean serverPrint) {

    /** What goes without saying. */
    public static final TableStyle USUAL =
            new TableStyle(false, false, true, List.of(), null, true);

    public TableStyle {
        labelColumns = List.copyOf(labelColumns);
    }
}
