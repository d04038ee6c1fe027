package dev.kubechat.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir private Path folder;

    private Settings settings(Map<String, String> arguments, Map<String, String> environment) {
        return Settings.of(arguments, environment, SettingsFiles.in(folder, ""));
    }

    private void write(String file, String content) throws IOException {
        Files.createDirectories(folder.resolve(file).resolveSibling("."));
        Files.writeString(folder.resolve(file), content);
    }

    @Test
    void findWhatArgumentsEnvironmentAndFilesSay() throws IOException {
        write(
                "application.yaml",
                """
                kubechat:
                  database: {url: from-file, username: from-file, owner-username: from-file}
                  clusters:
                  - {id: staging, kubeconfig: a}
                  - id: prod
                """);
        var settings =
                settings(
                        Map.of("kubechat.database.url", "from-argument"),
                        Map.of(
                                "KUBECHAT_DATABASE_URL", "from-environment",
                                "KUBECHAT_DATABASE_USERNAME", "from-environment",
                                "KUBECHAT_CLUSTERS_1_KUBECONFIG", "b"));
        assertThat(settings.value("kubechat.database.url")).contains("from-argument");
        assertThat(settings.value("kubechat.database.username")).contains("from-environment");
        assertThat(settings.value("kubechat.database.owner-username")).contains("from-file");
        assertThat(settings.value("kubechat.clusters[1].kubeconfig")).contains("b");
        assertThat(settings.below("kubechat.clusters")).containsExactly("0", "1");
        assertThat(settings.sources())
                .containsExactly(
                        "arguments", "environment", folder.resolve("application.yaml").toString());
        assertThat(settings.isEmpty()).isFalse();
    }

    @Test
    void takeEnvironmentNamesWithoutDashes() {
        var settings = settings(Map.of(), Map.of("KUBECHAT_DATABASE_OWNERUSERNAME", "owner"));
        assertThat(settings.value("kubechat.database.owner-username")).contains("owner");
    }

    @Test
    void preferTheConfigFolderAndProperties() throws IOException {
        write("application.yaml", "server.port: 1");
        write("config/application.properties", "server.port=2\n");
        assertThat(settings(Map.of(), Map.of()).value("server.port")).contains("2");
    }

    @Test
    void leaveOutWhatIsForOneProfile() throws IOException {
        write(
                "application.yaml",
                """
                server.port: 1
                ---
                spring.config.activate.on-profile: x
                server.port: 2
                ---
                spring: {config: {activate: {on-profile: x}}}
                server.port: 3
                """);
        assertThat(settings(Map.of(), Map.of()).value("server.port")).contains("1");
    }

    @Test
    void fillInPlaceholders() {
        var settings =
                settings(
                        Map.of(
                                "a", "${PG_HOST}:${PG_PORT:5432}",
                                "round", "${round}",
                                "gone", "${gone.away}"),
                        Map.of("PG_HOST", "db"));
        assertThat(settings.value("a")).contains("db:5432");
        assertThat(settings.value("gone")).isEmpty();
        assertThat(settings.value("round")).contains("${round}");
    }

    @Test
    void listWhatIsGivenEitherWay() {
        var settings =
                settings(
                        Map.of(
                                "one.groups", "b, a",
                                "two.groups[0]", "c",
                                "two.groups[1]", "d",
                                "twofold", "e"),
                        Map.of());
        assertThat(settings.all("one.groups")).containsExactly("a", "b");
        assertThat(settings.all("two.groups")).containsExactly("c", "d");
        assertThat(settings.all("two")).containsExactly("c", "d");
    }

    @Test
    void sayWhichFilesCannotBeRead() throws IOException {
        write("broken.yaml", "password: 'geheim\n");
        var files =
                SettingsFiles.in(folder, "broken.yaml;optional:none.yaml, file:missing.yaml, \0");
        assertThat(files.problems())
                .hasSize(3)
                .anyMatch(problem -> problem.contains("broken.yaml cannot be read"))
                .contains("missing.yaml is not there.")
                .noneMatch(problem -> problem.contains("geheim"));
    }
}
