package dev.kubechat.execute.describe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.StringNode;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "250m, 250m",
        "1500m, 1500m",
        "1000m, 1",
        "0.1, 100m",
        "1e3, 1e3",
        "100M, 100M",
        "1024Mi, 1Gi",
        "1536Mi, 1536Mi",
        "512, 512",
        "0, 0",
        "0Gi, 0",
        "2k, 2k",
        "2000, 2k",
        "1.5Gi, 1536Mi",
        "0.5Ki, 512",
        "-3, -3",
        "nonsense, 0"
    })
    void writesItselfAsKubernetesDoes(String written, String shown) {
        assertThat(of(written)).hasToString(shown);
    }

    @Test
    void takesTheFormOfTheFirstThatIsSomething() {
        assertThat(of("0").plus(of("1Gi")).plus(of("100M"))).hasToString("1173741824");
        assertThat(of("250m").plus(of("750m"))).hasToString("1");
        assertThat(Quantity.ZERO.plus(of("1Ki"))).hasToString("1Ki");
        assertThat(of("500m").in(Quantity.Form.BINARY)).hasToString("1");
    }

    private static Quantity of(String written) {
        return Quantity.of(StringNode.valueOf(written));
    }
}
