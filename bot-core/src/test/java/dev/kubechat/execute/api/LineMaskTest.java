package dev.kubechat.execute.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LineMaskTest {

    @Test
    void P9_hidesAPrivateKeyThatGoesOnOverManyLines() {
        assertThat(
                        shown(
                                """
                                begin
                                -----BEGIN RSA PRIVATE KEY-----
                                MIIEpAIBAAKCAQEA
                                -----END RSA PRIVATE KEY-----
                                end
                                """))
                .isEqualTo("begin\n(hidden)\nend\n");
    }

    @Test
    void P9_hidesWhatLooksLikeACredential() {
        assertThat(shown("password=hunter2hunter2 and more\n"))
                .isEqualTo("password=(hidden) and more\n");
    }

    @Test
    void leavesEverythingElseAsItIs() {
        assertThat(shown("GET /cart 200\n\n  indented\tline"))
                .isEqualTo("GET /cart 200\n\n  indented\tline");
    }

    private static String shown(String log) {
        var mask = new LineMask();
        return Pattern.compile("(?<=\n)")
                .splitAsStream(log)
                .map(mask::line)
                .collect(Collectors.joining());
    }
}
