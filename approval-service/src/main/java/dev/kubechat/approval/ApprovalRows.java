package dev.kubechat.approval;

import dev.kubechat.approval.Approval.Revocation;
import dev.kubechat.approval.ApprovalColumns.State;
import dev.kubechat.approval.Vote.Choice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;

/** Reads requests joined with their votes: as many rows a request as it has votes, or one. */
final class ApprovalRows implements ResultSetExtractor<List<Approval>> {
    @Override
    public List<Approval> extractData(ResultSet row) throws SQLException {
        var approvals = new ArrayList<Approval>();
        var more = row.next();
        while (more) {
            var request = request(row);
            var columns = columns(row);
            var votes = new ArrayList<Cast>();
            do {
                cast(row, request.digest()).ifPresent(votes::add);
                more = row.next();
            } while (more && row.getLong("position") == request.position());
            approvals.add(columns.with(request, votes));
        }
        return approvals;
    }

    private static Request request(ResultSet row) throws SQLException {
        return new Request(
                row.getLong("position"),
                new ApprovalId(row.getObject("id", UUID.class)),
                row.getString("level"),
                row.getString("summary"),
                new Digest(row.getString("digest")),
                row.getObject("asker", UUID.class),
                RuleJson.read(row.getString("rule")),
                time(row, "opened_at"),
                time(row, "expires_at"));
    }

    private static ApprovalColumns columns(ResultSet row) throws SQLException {
        var revocation = row.getString("revocation");
        return new ApprovalColumns(
                State.valueOf(row.getString("state")),
                timeIfAny(row, "closed_at"),
                revocation == null ? null : Revocation.valueOf(revocation),
                timeIfAny(row, "consumed_at"));
    }

    /** A vote is counted only if it saw the digest of the request. */
    private static Optional<Cast> cast(ResultSet row, Digest seen) throws SQLException {
        var person = row.getObject("person", UUID.class);
        if (person == null) {
            return Optional.empty();
        }
        var voter = new Voter(person, Set.of((String[]) row.getArray("groups").getArray()));
        var vote =
                new Vote(
                        voter,
                        Choice.valueOf(row.getString("choice")),
                        seen,
                        row.getString("reason"));
        return Optional.of(new Cast(vote, time(row, "cast_at")));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant timeIfAny(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : time(row, column);
    }
}
