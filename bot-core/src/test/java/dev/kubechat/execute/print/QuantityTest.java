package dev.kubechat.execute.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
        assertThat(Quantity.canonical(written)).isEqualTo(shown);
    }

    @Test
    void takesTheFormOfTheFirstThatIsSomething() {
        assertThat(of("0").plus(of("1Gi")).plus(of("100M"))).hasToString("1173741824");
        assertThat(of("250m").plus(of("750m"))).hasToString("1");
        assertThat(Quantity.ZERO.plus(of("1Ki"))).hasToString("1Ki");
        assertThat(of("500m").in(Quantity.Form.BINARY)).hasToString("1");
    }

    @ParameterizedTest
    @CsvSource({
        "250m, 250, 1",
        "1, 1000, 1",
        "1500u, 2, 1",
        "3n, 1, 1",
        "64Mi, 67108864000, 67108864",
        "1e3, 1000000, 1000",
        "2E-1, 200, 1",
        "1.5Ki, 1536000, 1536",
        "5k, 5000000, 5000",
        "nonsense, 0, 0",
        "'', 0, 0",
        "Mi, 0, 0"
    })
    void roundsUpAsKubernetesDoes(String written, long thousandths, long units) {
        assertThat(of(written).thousandths()).isEqualByComparingTo(BigDecimal.valueOf(thousandths));
        assertThat(of(written).units()).isEqualByComparingTo(BigDecimal.valueOf(units));
    }

    @ParameterizedTest
    @CsvSource({
        "100m, 0.1",
        "1Gi, 1073741824",
        "2k, 2000",
        "3e3, 3000",
        "1E, 1e18",
        ".5, 0.5",
        "-1, -1",
        "5n, 5e-9"
    })
    void readsQuantities(String text, BigDecimal amount) {
        assertThat(of(text).amount()).isEqualByComparingTo(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1x", "1Ki2", "1 Gi", "2026-01-01T00:00:00Z", "1e", "Gi"})
    void knowsWhatIsNoQuantity(String text) {
        assertThat(Quantity.of(text)).isNull();
    }

    private static Quantity of(String written) {
        return Quantity.of(StringNode.valueOf(written));
    }
}
