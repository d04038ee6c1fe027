package dev.kubechat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpIT {

    @TempDir Path home;

    @Test
    void startsTellsWhereAndWhoAndLeavesNothingRunningWhenInterrupted() {
        try (var sandbox = SandboxProcess.up(home.resolve("kc"), "--port", "0")) {
            assertThat(sandbox.address()).startsWith("http://127.0.0.1:");
            assertThat(String.join("\n", sandbox.said()))
                    .contains(
                            "Starting PostgreSQL",
                            "Starting Redis",
                            "Starting the cluster",
                            "Alice",
                            "Bob");
            assertThat(sandbox.servers()).isNotEmpty();
            sandbox.interrupt();
            assertThat(sandbox.servers()).isEmpty();
        }
    }

    @Test
    void stopsWhatACrashLeftRunningAndStartsAgainOnTheSameState() {
        List<Long> left;
        try (var sandbox = SandboxProcess.up(home.resolve("kc"), "--port", "0")) {
            sandbox.address();
            left = sandbox.servers().stream().map(ProcessHandle::pid).toList();
            sandbox.kill();
        }
        try (var sandbox = SandboxProcess.up(home.resolve("kc"), "--port", "0")) {
            assertThat(sandbox.address()).startsWith("http://127.0.0.1:");
            assertThat(sandbox.servers())
                    .isNotEmpty()
                    .noneMatch(server -> left.contains(server.pid()));
        }
        try (var sandbox = SandboxProcess.up(home.resolve("kc"), "--port", "0", "--reset")) {
            assertThat(sandbox.said()).anyMatch(line -> line.startsWith("Forgetting"));
            assertThat(sandbox.address()).startsWith("http://127.0.0.1:");
        }
    }

    @Test
    void refusesAFolderThatIsNotItsOwnInASentence() throws Exception {
        java.nio.file.Files.writeString(home.resolve("thesis.txt"), "mine");
        try (var sandbox = SandboxProcess.up(home)) {
            assertThat(sandbox.ended()).isEqualTo(1);
            assertThat(String.join("\n", sandbox.said()))
                    .contains(
                            "is not empty and not KubeChat's: set KUBECHAT_HOME to another"
                                    + " folder.");
        }
    }
}
