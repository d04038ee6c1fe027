package dev.kubechat.app.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.sandbox.backends.PostgresServer;
import dev.kubechat.sandbox.backends.RedisServer;
import dev.kubechat.sandbox.cluster.StageCluster;
import dev.kubechat.sandbox.cluster.StageClusterOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P12: with Redis or PostgreSQL away the rest keeps working as far as it can, people stay signed in, and nothing is lost. */
class OutageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir Path folder;

    private final Window alice = new Window("alice");

    @Test
    void p12AsksAreAnsweredWithoutRedisAndAfterPostgresHasComeBack() throws IOException {
        try (var cluster = StageCluster.start(StageClusterOptions.shop());
                var postgres = PostgresServer.startForTests(folder.resolve("postgres"));
                var redis = RedisServer.start(folder.resolve("redis"), 0);
                var replica =
                        Replica.start(
                                settings(postgres, redis),
                                folder,
                                new Trap(folder.resolve("trap")),
                                new Replica.Upstream(
                                        cluster.url().toString(), cluster.kubeconfig()))) {
            ask(replica, "get pods in shop");
            await("an answer", () -> page(replica).contains("checkout-"));

            redis.stop();
            ask(replica, "get services in shop");
            await("an answer without Redis", () -> page(replica).contains("CLUSTER-IP"));
            redis.start();

            postgres.stop();
            var calls = cluster.requests().size();
            var seen = alice.see(replica.port, "/chat/shop");
            assertThat(seen.statusCode()).isEqualTo(503);
            assertThat(seen.body())
                    .contains("KubeChat's database does not answer", "nothing is run")
                    .doesNotContain("Exception");
            assertThat(tried(replica, "scale web to 9 in shop")).isEqualTo(503);
            assertThat(cluster.requests().subList(calls, cluster.requests().size()))
                    .noneMatch(call -> ClusterProxy.isWrite(call.method(), call.path()));
            postgres.start();

            await("people are still signed in", () -> page(replica).contains("Signed in as"));
            ask(replica, "get deployments in shop");
            await(
                    "an answer after PostgreSQL came back",
                    () -> page(replica).contains("UP-TO-DATE"));
        }
    }

    private void ask(Replica replica, String words) {
        await("\"%s\" is acknowledged".formatted(words), () -> tried(replica, words) == 204);
    }

    private int tried(Replica replica, String words) {
        try {
            return alice.post(
                    replica.port,
                    "/chat/shop/messages",
                    Map.of("once", UUID.randomUUID().toString(), "text", words));
        } catch (IOException refused) {
            return 503;
        }
    }

    private String page(Replica replica) {
        try {
            return alice.get(replica.port, "/chat/shop");
        } catch (IOException refused) {
            return "";
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        var deadline = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("not in time: " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static Map<String, String> settings(PostgresServer postgres, RedisServer redis) {
        var database = postgres.databases().database("kubechat");
        var settings = new LinkedHashMap<String, String>();
        settings.put("kubechat.redis.url", redis.address().url());
        settings.put("kubechat.database.url", database.url());
        settings.put("kubechat.database.username", database.app().user());
        settings.put("kubechat.database.password", database.app().password());
        settings.put("kubechat.database.owner-username", database.owner().user());
        settings.put("kubechat.database.owner-password", database.owner().password());
        settings.put("kubechat.database.patience", "2s");
        settings.put("kubechat.clusters[0].id", "staging");
        settings.put("kubechat.clusters[0].context", "bot");
        settings.put("kubechat.clusters[0].default-namespace", "shop");
        settings.put("kubechat.people.alice.name", "Alice");
        settings.put("kubechat.people.alice.accounts.web", "alice");
        settings.put("kubechat.people.alice.user", "alice");
        settings.put("kubechat.people.alice.groups", "shop-developers");
        settings.put("kubechat.approval.groups", "sre");
        settings.put("kubechat.web.sign-in", "pick");
        settings.put("kubechat.web.channels.shop", "The shop");
        return settings;
    }
}
