package dev.kubechat.sandbox.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {
    @TempDir private Path folder;

    @Test
    void keepsItsDataAndItsPasswordBetweenStarts() throws Exception {
        try (var first = PostgresServer.startForTests(folder)) {
            var database = first.databases().database("shop");
            Sql.run(
                    database.asOwner(),
                    "create table basket (apples int)",
                    "insert into basket values (3)");
        }
        try (var second = PostgresServer.startForTests(folder)) {
            var database = second.databases().database("shop");
            assertThat(Sql.value(database.asOwner(), "select apples from basket")).isEqualTo("3");
        }
    }

    @Test
    void comesBackOnTheSamePort() throws Exception {
        try (var server = PostgresServer.startForTests(folder)) {
            var database = server.databases().newDatabase();
            server.stop();
            assertThatThrownBy(() -> Sql.value(database.asApp(), "select 1"))
                    .isInstanceOf(SQLException.class);
            server.start();
            assertThat(Sql.value(database.asApp(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void writesEachCommitToDiskUnlessForTests() throws Exception {
        try (var server = PostgresServer.start(folder, TestFolder.cache(), 0)) {
            var database = server.databases().newDatabase();
            assertThat(Sql.value(database.asApp(), "show fsync")).isEqualTo("on");
            assertThat(Sql.value(database.asApp(), "show synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void answersOnTheLoopbackAddressAndWithAPasswordOnly() throws Exception {
        try (var server = PostgresServer.startForTests(folder)) {
            var database = server.databases().newDatabase();
            assertThat(Sql.value(database.asApp(), "show listen_addresses")).isEqualTo("127.0.0.1");
            var stranger =
                    new Database(database.url(), new Login("postgres", "guess"), database.app());
            assertThatThrownBy(() -> Sql.value(stranger.asOwner(), "select 1"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void endsNoProcessThatOnlyHasItsOldPid() throws Exception {
        PostgresServer.startForTests(folder).stop();
        var stranger = new ProcessBuilder("sleep", "600").start();
        Files.writeString(folder.resolve("data/postmaster.pid"), stranger.pid() + "\n");
        try (var _ = PostgresServer.startForTests(folder)) {
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void saysThatItsPortIsTakenAndGivesTheFolderBack() {
        try (var busy = PostgresServer.startForTests(folder.resolve("busy"))) {
            assertThatThrownBy(() ->
                            PostgresServer.start(
                                    folder.resolve("late"), TestFolder.cache(), busy.port()))
                    .isInstanceOf(BackendFailure.class)
                    .hasMessage("Port %d on 127.0.0.1 is taken by another process.", busy.port());
        }
        assertThatCode(() -> PostgresServer.startForTests(folder.resolve("late")).close())
                .doesNotThrowAnyException();
    }

    @Test
    void saysWhyItDidNotStart() throws Exception {
        PostgresServer.startForTests(folder).stop();
        Files.writeString(folder.resolve("data/postgresql.conf"), "no_such_setting = 1");
        assertThatThrownBy(() -> PostgresServer.startForTests(folder))
                .isInstanceOf(BackendFailure.class)
                .hasMessageStartingWith("PostgreSQL's pg_ctl failed. Its log ends with:")
                .hasMessageContaining("no_such_setting");
    }
}
