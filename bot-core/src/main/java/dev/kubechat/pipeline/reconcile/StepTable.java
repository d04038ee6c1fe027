package dev.kubechat.pipeline.reconcile;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** KubeChat's own rows of asks and steps, read only. */
final class StepTable {

    private static final String STEPS =
            """
            select q.id, q.kubernetes_user, q.kubernetes_groups, s.ordinal, s.state, s.intended_at, s.ended_at,
                   s.step->>'action' as action,
                   s.step->'request'->>'method' as method, s.step->'request'->>'subresource' as subresource,
                   s.step->'object'->>'group' as grp, s.step->'object'->>'plural' as plural,
                   s.step->'object'->>'namespace' as namespace, s.step->'object'->>'name' as name
            from core.step s join core.execution e on e.id = s.execution_id join core.query q on q.id = e.query_id
            where q.cluster = ? and (s.intended_at between ? and ? or q.id = any(?))
            order by s.intended_at nulls last, s.ordinal
            """;

    private final Connection connection;
    private final String cluster;

    StepTable(Connection connection, String cluster) {
        this.connection = connection;
        this.cluster = cluster;
    }

    /** The clusters that something was asked of. */
    static List<String> clusters(Connection connection) throws SQLException {
        try (var select =
                        connection.prepareStatement(
                                "select distinct cluster from core.query order by cluster");
                var rows = select.executeQuery()) {
            var clusters = new ArrayList<String>();
            while (rows.next()) {
                clusters.add(rows.getString(1));
            }
            return clusters;
        }
    }

    /** The steps that were intended in that time, and all of these asks. */
    List<StepRow> steps(Span span, Collection<UUID> requests) throws SQLException {
        try (var select = connection.prepareStatement(STEPS)) {
            select.setString(1, cluster);
            select.setTimestamp(2, Timestamp.from(span.from()));
            select.setTimestamp(3, Timestamp.from(span.to()));
            select.setArray(4, connection.createArrayOf("uuid", requests.toArray()));
            try (var rows = select.executeQuery()) {
                var steps = new ArrayList<StepRow>();
                while (rows.next()) {
                    steps.add(step(rows));
                }
                return steps;
            }
        }
    }

    /** Who asked; asks that are not known are left out. */
    Map<UUID, ServerCall.Identity> askers(Collection<UUID> requests) throws SQLException {
        try (var select =
                connection.prepareStatement(
                        "select id, kubernetes_user, kubernetes_groups from core.query where"
                                + " cluster = ? and id = any(?)")) {
            select.setString(1, cluster);
            select.setArray(2, connection.createArrayOf("uuid", requests.toArray()));
            try (var rows = select.executeQuery()) {
                var askers = new HashMap<UUID, ServerCall.Identity>();
                while (rows.next()) {
                    askers.put(rows.getObject("id", UUID.class), identity(rows));
                }
                return askers;
            }
        }
    }

    private static StepRow step(ResultSet row) throws SQLException {
        var action = text(row, "action");
        var subresource = action.equals("SCALE") ? "scale" : text(row, "subresource");
        return new StepRow(
                row.getObject("id", UUID.class),
                row.getInt("ordinal"),
                StepRow.State.valueOf(row.getString("state")),
                identity(row),
                verb(action, text(row, "method")),
                new Target(
                        text(row, "grp"),
                        text(row, "plural"),
                        text(row, "namespace"),
                        text(row, "name"),
                        subresource),
                time(row, "intended_at"),
                time(row, "ended_at"));
    }

    /** The API server's word for it. */
    private static String verb(String action, String method) {
        return switch (method.isEmpty() ? action : method.toUpperCase(Locale.ROOT)) {
            case "PATCH", "SCALE", "RESTART" -> "patch";
            case "POST" -> "create";
            case "PUT" -> "update";
            case "DELETE" -> "delete";
            default -> "";
        };
    }

    private static ServerCall.Identity identity(ResultSet row) throws SQLException {
        var groups = (String[]) row.getArray("kubernetes_groups").getArray();
        return new ServerCall.Identity(
                row.getString("kubernetes_user"), Set.copyOf(Arrays.asList(groups)));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
