package dev.kubechat.sandbox.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersOfAnotherProcessIT {
    @TempDir private Path folder;

    @Test
    void areStoppedWhenItIsToldToEnd() throws Exception {
        var parent = ParentProcess.startedIn(folder);
        assertThat(parent.terminate())
                .as("said before they were stopped")
                .isEqualTo(ParentProcess.LAST_WORDS);
        assertThat(Ports.isOpen(parent.postgresPort)).isFalse();
        assertThat(Ports.isOpen(parent.redisPort)).isFalse();
    }

    @Test
    void surviveItsCrashAndAreStoppedByTheNextStart() throws Exception {
        var parent = ParentProcess.startedIn(folder);
        parent.kill();
        assertThat(Ports.isOpen(parent.postgresPort)).isTrue();
        assertThat(Ports.isOpen(parent.redisPort)).isTrue();

        try (var _ = PostgresServer.startForTests(folder.resolve("postgres"));
                var _ = RedisServer.start(folder.resolve("redis"), 0)) {
            assertThat(Ports.isOpen(parent.postgresPort)).isFalse();
            assertThat(Ports.isOpen(parent.redisPort)).isFalse();
        }
    }

    @Test
    void areLeftAloneWhileItLives() throws Exception {
        var parent = ParentProcess.startedIn(folder);
        try {
            assertThatThrownBy(() -> PostgresServer.startForTests(folder.resolve("postgres")))
                    .isInstanceOf(BackendFailure.class)
                    .hasMessageMatching(
                            "Another process uses .*postgres. Stop it first, or choose another"
                                    + " folder.");
            assertThatThrownBy(() -> RedisServer.start(folder.resolve("redis"), 0))
                    .isInstanceOf(BackendFailure.class)
                    .hasMessageMatching(
                            "Another process uses .*redis. Stop it first, or choose another"
                                    + " folder.");
            assertThat(Ports.isOpen(parent.postgresPort)).isTrue();
            assertThat(Ports.isOpen(parent.redisPort)).isTrue();
        } finally {
            parent.terminate();
        }
    }

    @Test
    void areStoppedByTheNextTestRunAfterAKilledOne() throws Exception {
        var killed = ParentProcess.ofATestRun();
        killed.kill();
        assertThat(Ports.isOpen(killed.postgresPort)).isTrue();

        var next = ParentProcess.ofATestRun();
        try {
            assertThat(Ports.isOpen(killed.postgresPort)).isFalse();
            assertThat(Ports.isOpen(killed.redisPort)).isFalse();
        } finally {
            next.terminate();
        }
    }
}
