package dev.kubechat.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What kubechat builds and starts, in a project made of folders with a Maven and a Java that write down what they are told. */
class StartScriptTest {

    private static final Path ROOT = Path.of(System.getProperty("kubechat.root", ".."));
    private static final String CACHED = "-XX:AOTCache=";

    @TempDir private Path machine;
    private Path project;

    @BeforeEach
    void aProjectThatWasNeverBuilt() throws IOException {
        project = machine.resolve("my project");
        Files.createDirectories(project.resolve(".mvn"));
        Files.createDirectories(project.resolve("app/src/main"));
        Files.copy(
                ROOT.resolve("kubechat"),
                project.resolve("kubechat"),
                StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(ROOT.resolve(".mvn/find-jdk.sh"), project.resolve(".mvn/find-jdk.sh"));
        Files.writeString(project.resolve("app/src/main/Source.java"), "");
        executable(
                project.resolve("mvnw"),
                """
                echo build >>"%1$s/builds"
                mkdir -p sandbox/launcher/target/lib app/target
                for jar in a-first kubechat-app-1 kubechat-bot-core-1 jackson-core-3.2 snakeyaml-engine-3; do
                  echo jar >"sandbox/launcher/target/lib/$jar.jar"
                done
                """
                        .formatted(machine));
        jdk("jdk");
    }

    private void jdk(String name) throws IOException {
        var home = machine.resolve(name);
        executable(
                home.resolve("bin/java"),
                """
                for word in "$@"; do
                  case $word in
                  -XX:AOTCacheOutput=*)
                    echo "$*" >>"%1$s/rehearsals"
                    [ -e "%1$s/no-cache" ] && exit 1
                    echo cache >"${word#*=}"
                    exit 0
                    ;;
                  esac
                done
                printf '%%s\\n' "$@"
                """
                        .formatted(machine));
        executable(home.resolve("bin/javac"), "exit 0\n");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25.0.3\"\n");
        old(home.resolve("release"));
    }

    private static void executable(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, "#!/bin/sh\n" + text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static void old(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    }

    private Process start(String jdk, String... words) throws IOException {
        var command =
                Stream.concat(Stream.of(project.resolve("kubechat").toString()), Stream.of(words));
        var builder =
                new ProcessBuilder(command.toList())
                        .redirectError(
                                ProcessBuilder.Redirect.appendTo(
                                        machine.resolve("errors").toFile()));
        builder.environment().put("JAVA_HOME", machine.resolve(jdk).toString());
        builder.environment().remove("KUBECHAT_JAVA_OPTS");
        return builder.start();
    }

    /** The words that Java was started with. */
    private List<String> java(String... words) throws Exception {
        return java(start("jdk", words));
    }

    private List<String> java(Process process) throws Exception {
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Files.readString(machine.resolve("errors"))).isZero();
        return out.lines().toList();
    }

    private int count(String file) throws IOException {
        var path = machine.resolve(file);
        return Files.exists(path) ? Files.readAllLines(path).size() : 0;
    }

    private String cache() {
        return CACHED + project.toAbsolutePath() + "/app/target/verbs/kubechat.aot";
    }

    @Test
    void aSmallVerbBuildsAndRehearsesOnce() throws Exception {
        var first = java("classify", "--rules", "my rules.yaml", "@file", "");
        assertThat(first)
                .contains(cache())
                .endsWith(
                        "@" + project + "/app/target/verbs/java.args",
                        "dev.kubechat.app.Kubechat",
                        "classify",
                        "--rules",
                        "my rules.yaml",
                        "@file",
                        "");
        assertThat(java("plan")).contains(cache());
        assertThat(count("builds")).isOne();
        assertThat(count("rehearsals")).isOne();
    }

    @Test
    void theJarsOfTheSmallVerbsComeFirst() throws Exception {
        java("classify");
        String lib = project + "/sandbox/launcher/target/lib/";
        assertThat(Files.readString(project.resolve("app/target/verbs/java.args")))
                .endsWith(
                        "-cp \"%1$skubechat-app-1.jar:%1$skubechat-bot-core-1.jar:%1$sjackson-core-3.2.jar:%1$ssnakeyaml-engine-3.jar:%1$sa-first.jar\"\n"
                                .formatted(lib));
    }

    @Test
    void scriptsThatStartTogetherOnAFreshCloneBuildOnce() throws Exception {
        var together =
                List.of(start("jdk", "classify"), start("jdk", "plan"), start("jdk", "doctor"));
        for (var process : together) {
            assertThat(java(process)).contains("dev.kubechat.app.Kubechat", cache());
        }
        assertThat(count("builds")).isOne();
        assertThat(count("rehearsals")).isOne();
    }

    @Test
    void anythingNewerIsBuiltAndRehearsedAgain() throws Exception {
        java("classify");
        var later = FileTime.from(Instant.now().plusSeconds(2));
        Files.setLastModifiedTime(project.resolve("app/src/main/Source.java"), later);
        java("classify");
        assertThat(count("builds")).isEqualTo(2);
        assertThat(count("rehearsals")).isEqualTo(2);
    }

    @Test
    void anotherJavaAndAMovedFolderAreRehearsedAgain() throws Exception {
        java("classify");
        jdk("other jdk");
        assertThat(java(start("other jdk", "classify"))).contains(cache());
        assertThat(count("rehearsals")).isEqualTo(2);
        project = Files.move(project, machine.resolve("moved"));
        assertThat(java(start("other jdk", "classify"))).contains(cache());
        assertThat(count("rehearsals")).isEqualTo(3);
        assertThat(count("builds")).isOne();
    }

    @Test
    void aJavaThatMakesNoCacheIsAskedForOneOnce() throws Exception {
        Files.createFile(machine.resolve("no-cache"));
        for (int i = 0; i < 2; i++) {
            assertThat(java("classify"))
                    .endsWith("dev.kubechat.app.Kubechat", "classify")
                    .noneMatch(word -> word.startsWith(CACHED));
        }
        assertThat(count("rehearsals")).isOne();
    }

    @Test
    void aFolderThatCannotBeWrittenToIsGoneWithoutACache() throws Exception {
        java("up");
        var verbs = project.resolve("app/target/verbs");
        Files.delete(verbs.resolve("jdk"));
        Files.delete(verbs);
        Files.createFile(verbs);
        Files.delete(machine.resolve("errors"));
        assertThat(java("classify"))
                .contains("-cp", "dev.kubechat.app.Kubechat", "classify")
                .noneMatch(word -> word.startsWith(CACHED) || word.startsWith("@"));
        assertThat(machine.resolve("errors")).isEmptyFile();
        assertThat(count("rehearsals")).isZero();
    }

    @Test
    void aBuildThatFailsStartsNothing() throws Exception {
        executable(project.resolve("mvnw"), "exit 1\n");
        var process = start("jdk", "classify");
        assertThat(process.getInputStream().readAllBytes()).isEmpty();
        assertThat(process.waitFor()).isOne();
        assertThat(Files.readString(machine.resolve("errors"))).contains("KubeChat was not built");
    }
}
