package dev.kubechat.execute.print;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code -o custom-columns=HEADER:PATH,…} */
public final class CustomColumns {

    private record Column(String header, String path) {}

    private final List<Column> columns = new ArrayList<>();
    private final boolean headers;

    /** @throws PrintError if the spec cannot be read */
    public CustomColumns(String spec, boolean headers) {
        this.headers = headers;
        for (var part : spec.split(",", -1)) {
            var colon = part.indexOf(':');
            if (colon < 0) {
                throw new PrintError(
                        "unexpected custom-columns spec: %s, expected <header>:<json-path-expr>"
                                .formatted(part));
            }
            columns.add(
                    new Column(part.substring(0, colon), Relaxed.path(part.substring(colon + 1))));
        }
    }

    /**
     * A line for each object.
     * @throws PrintError if a path does not fit one of them; it holds the lines before
     */
    public String text(List<?> objects) {
        var table = new StringBuilder();
        try {
            write(objects, table);
        } catch (PrintError wrong) {
            throw new PrintError(wrong.words(), TabWriter.table(table.toString()));
        }
        return TabWriter.table(table.toString());
    }

    private void write(List<?> objects, StringBuilder table) {
        if (headers) {
            table.append(
                    columns.stream().map(Column::header).collect(Collectors.joining("\t")) + "\n");
        }
        var paths = columns.stream().map(column -> PathParser.parse(column.path())).toList();
        for (var object : objects) {
            table.append(
                    paths.stream().map(path -> cell(path, object)).collect(Collectors.joining("\t"))
                            + "\n");
        }
    }

    private static String cell(List<PathNode> path, @Nullable Object object) {
        var found = JsonPath.find(path, object);
        var values = new ArrayList<String>();
        if (found.isEmpty() || found.getFirst().isEmpty()) {
            values.add("<none>");
        }
        found.forEach(results ->
                results.forEach(value -> values.add(GoText.forTerminal(GoText.plain(value)))));
        return String.join(",", values);
    }
}
