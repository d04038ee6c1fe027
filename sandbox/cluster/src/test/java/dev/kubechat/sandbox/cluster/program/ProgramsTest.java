package dev.kubechat.sandbox.cluster.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramsTest {

    private final Programs programs =
            new Programs(
                    new Container(
                            "web-0",
                            "10.244.0.9",
                            new TreeMap<>(Map.of("PORT", "80", "HOST", "web")),
                            Instant.parse("2026-01-31T12:00:00Z")));

    private Played play(String line) {
        return programs.play(List.of(line.split(" ")));
    }

    private static String text(Played played) {
        return new String(played.out(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    date                    | Sat Jan 31 12:00:00 UTC 2026
                    hostname                | web-0
                    cat /etc/hostname       | web-0
                    /bin/echo a b           | a b
                    """)
    void playsWhatReads(String line, String out) {
        assertThat(text(play(line))).isEqualTo(out + "\n");
        assertThat(play(line).exit()).isZero();
    }

    @Test
    void knowsTheVariablesOfTheContainer() {
        assertThat(text(play("env"))).isEqualTo("HOST=web\nPORT=80\n");
    }

    @Test
    void listsItsFewFiles() {
        assertThat(text(play("ls"))).isEqualTo("etc\nvar\n");
        assertThat(text(play("ls -l /etc")))
                .isEqualTo("hostname\nhosts\nos-release\nresolv.conf\n");
        assertThat(play("ls /nowhere").exit()).isEqualTo(1);
        assertThat(play("cat /nowhere").errors()).contains("No such file or directory");
    }

    @Test
    void takesAPlainLineThroughAShell() {
        assertThat(programs.play(List.of("sh", "-c", "exit 3")).exit()).isEqualTo(3);
        assertThat(text(programs.play(List.of("sh", "-c", "echo a")))).isEqualTo("a\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx -s reload", "sh", "rm -rf /", "bash -c bash", "tar xf -"})
    void saysWhatItDoesNotPlay(String line) {
        assertThat(play(line).broken()).contains("plays a few programs only");
    }

    @Test
    void packsAFileAsTarDoes() {
        var tar = play("tar cf - /etc/hostname").out();

        assertThat(tar.length % 512).isZero();
        assertThat(new String(tar, 0, 12, StandardCharsets.UTF_8)).isEqualTo("etc/hostname");
        assertThat(new String(tar, 124, 11, StandardCharsets.UTF_8)).isEqualTo("00000000006");
        assertThat(new String(tar, 512, 6, StandardCharsets.UTF_8)).isEqualTo("web-0\n");
        assertThat(play("tar cf - /nowhere").exit()).isEqualTo(2);
    }
}
