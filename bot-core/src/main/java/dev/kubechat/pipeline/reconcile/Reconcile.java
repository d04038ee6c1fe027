package dev.kubechat.pipeline.reconcile;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Compares what API servers logged of KubeChat's writes with what KubeChat wrote down of them. Changes nothing. */
public final class Reconcile {

    private final Connection connection;
    private final Set<String> accounts;
    private final Duration skew;

    /**
     * @param accounts whom KubeChat is to the cluster, such as {@code system:serviceaccount:kubechat:kubechat}; where empty,
     *     everybody is taken for it whose calls bear a request
     * @param skew how far the clocks of server and database may be apart; steps so near to the ends of the log are not looked for
     */
    public Reconcile(Connection connection, Set<String> accounts, Duration skew) {
        this.connection = connection;
        this.accounts = Set.copyOf(accounts);
        this.skew = skew;
    }

    /** The clusters that people asked something of, by their ids here. */
    public static List<String> clusters(Connection connection) throws SQLException {
        return StepTable.clusters(connection);
    }

    /**
     * @param logs of all API servers of the cluster, plain or gzip
     * @throws IOException if one of them cannot be read
     */
    public Report compare(List<Path> logs, String cluster) throws IOException, SQLException {
        var ours = accounts.isEmpty() ? accountsIn(logs) : accounts;
        // the same event may stand in two files, as when a log is copied while it is rotated
        var writes = new LinkedHashSet<ServerCall>();
        var unended = new Unended(ours);
        var audit =
                new KubernetesAudit(
                        call -> {
                            if (ours.contains(call.account()) || !call.requests().isEmpty()) {
                                writes.add(call);
                            }
                        },
                        unended);
        read(logs, audit);
        var span = audit.span();
        return span.isEmpty() && audit.unread() == 0
                ? new Report(null, 0, 0, 0, 0, 0, List.of())
                : compare(audit, span.orElse(null), writes, unended, cluster);
    }

    private Report compare(
            KubernetesAudit audit,
            @Nullable Span span,
            Set<ServerCall> writes,
            Unended unended,
            String cluster)
            throws SQLException {
        var findings = new ArrayList<Finding>();
        if (audit.unread() > 0) {
            findings.add(
                    new Finding(
                            Finding.Kind.UNREAD,
                            null,
                            null,
                            "%d lines of the log are no audit events that can be read, or longer than 8 MiB: what they hold is not compared."
                                    .formatted(audit.unread())));
        }
        if (span == null) {
            return new Report(null, 0, 0, 0, 0, audit.cutOff(), findings);
        }
        var requests = new HashSet<UUID>();
        writes.forEach(call -> Reconciliation.request(call).ifPresent(requests::add));
        var table = new StepTable(connection, cluster);
        var askers = table.askers(requests);
        var reconciliation =
                new Reconciliation(table.steps(span, requests), askers, unended.calls());
        reconciliation.calls(writes.stream().filter(this::isOurs).toList());
        writes.stream()
                .filter(call -> !isOurs(call) && isKnown(call, askers))
                .map(Reconciliation::stranger)
                .forEach(findings::add);
        var outside = reconciliation.steps(span.within(skew));
        findings.addAll(reconciliation.findings());
        return new Report(
                span,
                audit.events(),
                reconciliation.both(),
                outside,
                audit.dryByAddressOnly(),
                audit.cutOff(),
                findings);
    }

    private boolean isOurs(ServerCall call) {
        return accounts.isEmpty() || accounts.contains(call.account());
    }

    // what bears other ids is another KubeChat's
    private static boolean isKnown(ServerCall call, Map<UUID, ServerCall.Identity> askers) {
        return Reconciliation.request(call).filter(askers::containsKey).isPresent();
    }

    private static Set<String> accountsIn(List<Path> logs) throws IOException {
        var accounts = new HashSet<String>();
        read(
                logs,
                new KubernetesAudit(call -> {
                    if (!call.requests().isEmpty()) {
                        accounts.add(call.account());
                    }
                }));
        return accounts;
    }

    private static void read(List<Path> logs, KubernetesAudit audit) throws IOException {
        for (var log : logs) {
            new AuditFile(log).read(audit);
        }
    }
}
