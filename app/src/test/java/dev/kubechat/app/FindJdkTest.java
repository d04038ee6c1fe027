package dev.kubechat.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What mvnw and kubechat do to find a JDK, on machines made of folders. */
class FindJdkTest {
    private static final Path ROOT = Path.of(System.getProperty("kubechat.root", ".."));

    @TempDir private Path machine;

    @BeforeEach
    void aMachineWithoutJava() throws IOException {
        for (var tool : List.of("sed", "head", "uname", "dirname", "basename", "tr", "cat")) {
            executable("path/" + tool, "exec " + find(tool) + " \"$@\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mvnw", "kubechat"})
    void withoutJdkOneSentenceIsSaid(String script) throws Exception {
        jdk("jvm/java-17", "17.0.15");
        var said = run(Map.of(), ROOT.resolve(script).toString(), "serve");
        assertThat(said)
                .isEqualTo(
                        new Said(
                                1,
                                "KubeChat needs JDK 25 or newer and found none: install one under "
                                        + machine.resolve("jvm")
                                        + ", or export JAVA_HOME with the folder of one.\n"));
    }

    @Test
    void javaHomeIsTakenWhereItIsNewEnough() throws Exception {
        jdk("jvm/java-25", "25.0.3");
        assertThat(found(jdk("my jdk", "26"))).isEqualTo(machine.resolve("my jdk"));
    }

    @Test
    void javaHomeIsPassedOverWhereItIsOld() throws Exception {
        var good = jdk("jvm/java 25", "25.0.3");
        assertThat(found(jdk("jvm/java-17", "17.0.15"))).isEqualTo(good);
    }

    @Test
    void javaOfThePathIsTakenWhereItIsNewEnough() throws Exception {
        jdk("jvm/java-25", "25");
        var onPath = jdk("opt/java-26", "26.0.1");
        Files.createSymbolicLink(machine.resolve("path/java"), onPath.resolve("bin/java"));
        assertThat(found(null)).isEqualTo(onPath);
    }

    @Test
    void theOldestThatWillDoIsTaken() throws Exception {
        jdk("jvm/a-java-27", "27");
        var good = jdk("jvm/b-java-25", "25");
        jdk("jvm/c-java-26", "26");
        assertThat(found(null)).isEqualTo(good);
    }

    @Test
    void aRuntimeWithoutCompilerIsNoJdk() throws Exception {
        var good = jdk("home/.sdkman/candidates/java/25-tem", "25");
        Files.delete(jdk("jvm/jre-25", "25").resolve("bin/javac"));
        assertThat(found(null)).isEqualTo(good);
    }

    @Test
    void theToolOfMacOsIsAsked() throws Exception {
        var good = jdk("Library/jdk-25", "25");
        var tool = executable("java_home", "echo '" + good + "'");
        var said =
                run(
                        Map.of("KUBECHAT_JAVA_HOME_TOOL", tool.toString()),
                        "-c",
                        ". '" + ROOT + "/.mvn/find-jdk.sh'; echo \"$JAVA_HOME\"");
        assertThat(said).isEqualTo(new Said(0, good + "\n"));
    }

    private Path found(@Nullable Path javaHome) throws Exception {
        var said =
                run(
                        javaHome == null ? Map.of() : Map.of("JAVA_HOME", javaHome.toString()),
                        "-c",
                        "set -euf; . '" + ROOT + "/.mvn/find-jdk.sh'; echo \"$JAVA_HOME\"");
        assertThat(said.code()).as(said.text()).isZero();
        return Path.of(said.text().strip());
    }

    private Said run(Map<String, String> variables, String... words) throws Exception {
        var command = Stream.concat(Stream.of("/bin/sh"), Stream.of(words)).toList();
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(
                        Map.of(
                                "PATH", machine.resolve("path").toString(),
                                "HOME", machine.resolve("home").toString(),
                                "KUBECHAT_JVM_DIR", machine.resolve("jvm").toString(),
                                "KUBECHAT_JAVA_HOME_TOOL", "/nonexistent"));
        builder.environment().putAll(variables);
        var process = builder.start();
        process.getOutputStream().close();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    /** A folder that looks like a JDK of this version, whose java says where it lives. */
    private Path jdk(String folder, String version) throws IOException {
        var home = machine.resolve(folder);
        executable(folder + "/bin/java", "echo '    java.home = " + home + "' >&2");
        executable(folder + "/bin/javac", "exit 0");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private Path executable(String file, String line) throws IOException {
        var script = machine.resolve(file);
        Files.createDirectories(script.resolveSibling("."));
        Files.writeString(script, "#!/bin/sh\n" + line + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }

    private static Path find(String tool) {
        return Stream.of("/bin", "/usr/bin")
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private record Said(int code, String text) {}
}
