package dev.kubechat.sandbox.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

class RedisServerIT {
    @TempDir private Path folder;

    @Test
    void comesBackOnTheSamePortAndEmpty() {
        try (var server = RedisServer.start(folder, 0)) {
            set(server, "apples", "3");
            server.stop();
            assertThat(Ports.isOpen(server.port())).isFalse();
            server.start();
            assertThat(get(server, "apples")).isNull();
        }
    }

    @Test
    void answersWithAPasswordOnly() {
        try (var server = RedisServer.start(folder, 0);
                var stranger = RedisClient.create("127.0.0.1", server.port())) {
            assertThatThrownBy(stranger::ping).hasMessageContaining("NOAUTH");
        }
    }

    @Test
    void endsNoProcessThatOnlyHasItsOldPid() throws Exception {
        var stranger = new ProcessBuilder("sleep", "600").start();
        Files.writeString(folder.resolve("redis.pid"), stranger.pid() + "\n");
        try (var _ = RedisServer.start(folder, 0)) {
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void saysThatItsPortIsTaken() {
        try (var busy = RedisServer.start(folder.resolve("busy"), 0)) {
            assertThatThrownBy(() -> RedisServer.start(folder.resolve("late"), busy.port()))
                    .isInstanceOf(BackendFailure.class)
                    .hasMessage("Port %d on 127.0.0.1 is taken by another process.", busy.port());
        }
    }

    private static void set(RedisServer server, String key, String value) {
        try (var client = RedisClient.create(URI.create(server.address().url()))) {
            client.set(key, value);
        }
    }

    private static String get(RedisServer server, String key) {
        try (var client = RedisClient.create(URI.create(server.address().url()))) {
            return client.get(key);
        }
    }
}
