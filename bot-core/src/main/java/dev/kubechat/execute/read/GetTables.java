package dev.kubechat.execute.read;

import dev.kubechat.execute.api.Masking;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.print.PrintError;
import dev.kubechat.execute.print.SortBy;
import dev.kubechat.execute.print.TabWriter;
import dev.kubechat.execute.print.Values;
import dev.kubechat.execute.read.GetSearch.Found;
import dev.kubechat.kubectl.KubectlCommand.Get;
import dev.kubechat.kubectl.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The tables of {@code get}: one for each resource, as they follow each other. */
final class GetTables {

    private final Get get;
    private final Masking masking;
    private final Instant now;

    GetTables(Get get, Masking masking, Instant now) {
        this.get = get;
        this.masking = masking;
        this.now = now;
    }

    /** @throws PrintError if it cannot be sorted as asked */
    String text(List<Found> found) {
        var parts = sorted(get.style().serverPrint() ? found : single(found));
        var kinds = parts.stream().map(Found::resource).distinct().count() > 1;
        var tables = new ArrayList<String>();
        var everywhere = false;
        var i = 0;
        while (i < parts.size()) {
            var resource = parts.get(i).resource();
            // kubectl keeps the column once a table had it
            everywhere |= get.scope() instanceof Scope.Everywhere && resource.namespaced();
            var rows = new Tables(get, resource, kinds || get.style().showKind(), everywhere);
            var table = new StringBuilder();
            while (i < parts.size() && parts.get(i).resource().equals(resource)) {
                table.append(rows.text(rowsOf(parts.get(i))));
                i++;
            }
            if (!table.isEmpty()) {
                tables.add(TabWriter.table(table.toString()));
            }
        }
        return String.join(get.style().headers() ? "\n" : "", tables);
    }

    private static List<Found> single(List<Found> found) {
        var single = new ArrayList<Found>();
        for (var part : found) {
            GetObjects.of(part).forEach(object -> single.add(new Found(part.resource(), object)));
        }
        return single;
    }

    // kubectl sorts whole answers among each other, tables too, and fails where these lack the
    // field
    private List<Found> sorted(List<Found> found) {
        var sortBy = get.style().sortBy();
        return sortBy == null || found.size() < 2
                ? found
                : SortBy.<Found>sorted(found, sortBy, part -> values(masking.of(part.body())));
    }

    private static @Nullable Object values(JsonNode node) {
        return Values.of(node);
    }

    private JsonNode rowsOf(Found part) {
        var body = part.body().has("rows") ? part.body() : plain(part);
        var sortBy = get.style().sortBy();
        if (sortBy == null || body.path("rows").size() < 2) {
            return body;
        }
        var rows = new ArrayList<JsonNode>();
        body.path("rows").forEach(rows::add);
        var sorted = (ObjectNode) body.deepCopy();
        try {
            sorted.putArray("rows")
                    .addAll(SortBy.<JsonNode>rows(rows, sortBy, row -> values(object(part, row))));
        } catch (PrintError wrong) {
            if (wrong.words().contains("unsortable")) {
                throw wrong;
            }
            // of a path that is in none of the rows, kubectl says nothing and prints nothing
            sorted.putArray("rows");
        }
        return sorted;
    }

    private JsonNode object(Found part, JsonNode row) {
        return row.path("object") instanceof ObjectNode object
                ? masking.of(
                        GetObjects.of(new Found(part.resource(), object.deepCopy())).getFirst())
                : row.path("object");
    }

    // what kubectl makes itself where the server makes no table
    private ObjectNode plain(Found part) {
        var table = Reply.JSON.createObjectNode();
        var columns = table.putArray("columnDefinitions");
        columns.addObject().put("name", "Name").put("type", "string").put("format", "name");
        columns.addObject().put("name", "Age").put("type", "string");
        var rows = table.putArray("rows");
        for (var object : GetObjects.of(part)) {
            var metadata = object.path("metadata");
            var row = rows.addObject();
            row.putArray("cells")
                    .add(metadata.path("name").asString(""))
                    .add(Ages.since(metadata.path("creationTimestamp").asString(""), now));
            row.set("object", object);
        }
        return table;
    }
}
