package dev.kubechat.admin;

import dev.kubechat.approval.Approvals;
import dev.kubechat.cluster.Cluster;
import dev.kubechat.cluster.ClusterHealth;
import dev.kubechat.cluster.ClusterState;
import dev.kubechat.cluster.Clusters;
import dev.kubechat.pipeline.Backlog;
import dev.kubechat.work.RedisWakeUps;
import dev.kubechat.work.WakeUps;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks after what KubeChat needs: each is there, or a sentence says what is missing meanwhile (P12). */
final class Lookout {

    private static final int MOST_COUNTED = 100;

    private final JdbcClient jdbc;
    private final WakeUps wakeUps;
    private final Clusters clusters;
    private final ClusterHealth health;
    private final Approvals approvals;

    Lookout(
            JdbcClient jdbc,
            WakeUps wakeUps,
            Clusters clusters,
            ClusterHealth health,
            Approvals approvals) {
        this.jdbc = jdbc;
        this.wakeUps = wakeUps;
        this.clusters = clusters;
        this.health = health;
        this.approvals = approvals;
    }

    /** One thing looked at. */
    record Check(String name, boolean well, String sentence) {}

    /** Looks at all of them at once, so that those that are away are waited for once, not in a row. */
    List<Check> look() {
        var looks =
                Stream.<Supplier<Check>>concat(
                        Stream.of(this::database, this::redis),
                        clusters.all().stream().map(cluster -> () -> cluster(cluster)));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun = looks.map(look -> CompletableFuture.supplyAsync(look, threads)).toList();
            return begun.stream().map(CompletableFuture::join).toList();
        }
    }

    /** How many requests wait for a decision; counts no further than 100. */
    int waiting() {
        return approvals.page(Approvals.Slice.PENDING, Long.MAX_VALUE, MOST_COUNTED).size();
    }

    Backlog backlog() {
        return Backlog.read(jdbc);
    }

    /** While it is away, nobody's rights are known and no page is shown at all. */
    private Check database() {
        var version = jdbc.sql("show server_version").query(String.class).single();
        return new Check("PostgreSQL", true, "Answers; version %s.".formatted(version));
    }

    private Check redis() {
        return switch (wakeUps) {
            case RedisWakeUps redis when redis.reachable() -> new Check("Redis", true, "Answers.");
            case RedisWakeUps _ ->
                    new Check(
                            "Redis",
                            false,
                            "Does not answer. Nothing is lost; replicas find work by looking, up to"
                                    + " a second later.");
            default -> new Check("Redis", true, "Not configured; replicas find work by looking.");
        };
    }

    private Check cluster(Cluster cluster) {
        var name = "Cluster %s".formatted(cluster.id());
        return switch (health.of(cluster.id())) {
            case ClusterState.Ready ready ->
                    new Check(name, true, "Answers; Kubernetes %s.".formatted(ready.version()));
            case ClusterState.Away away -> new Check(name, false, away.sentence());
        };
    }
}
