package dev.kubechat.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kubechat.kubectl.Namespace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleTest {

    private static final ClusterId STAGING = new ClusterId("staging");
    private static final Console PATH =
            new Console("https://console.example.com/{cluster}/{namespace}/{kind}/{name}");

    @Test
    void putsEverythingInItsPlace() {
        assertThat(PATH.address(STAGING, new Namespace("shop"), "Deployment", "web"))
                .isEqualTo("https://console.example.com/staging/shop/Deployment/web");
        assertThat(PATH.address(STAGING, null, "Node", "node-1"))
                .isEqualTo("https://console.example.com/staging//Node/node-1");
        assertThat(
                        new Console("http://localhost:8080/#/find?q={name}&of={kind}")
                                .address(STAGING, null, "Node", "node-1"))
                .isEqualTo("http://localhost:8080/#/find?q=node-1&of=Node");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    a/../../admin    | a%2F..%2F..%2Fadmin
                    ..               | %2E%2E
                    .                | %2E
                    a?b=c#d          | a%3Fb%3Dc%23d
                    "><script>       | %22%3E%3Cscript%3E
                    {namespace}      | %7Bnamespace%7D
                    $1\\             | %241%5C
                    system:a@b       | system%3Aa%40b
                    a b+c            | a%20b%2Bc
                    naïve            | na%C3%AFve
                    """)
    void encodesNames(String name, String encoded) {
        assertThat(PATH.address(STAGING, null, "Role", name))
                .isEqualTo("https://console.example.com/staging//Role/" + encoded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,{name}",
                "ftp://example.com/{name}",
                "//example.com/{name}",
                "console.example.com/{name}",
                "https:///{name}",
                "https://user:word@example.com/{name}",
                "https://{cluster}.example.com/{name}",
                "https://example.com/{pod}",
                "https://example.com/{name",
                "https://example.com/a b",
                ""
            })
    void refusesWhatLeadsNowhere(String template) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Console(template));
    }
}
