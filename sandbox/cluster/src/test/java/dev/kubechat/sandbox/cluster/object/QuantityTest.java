package dev.kubechat.sandbox.cluster.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "250m, 0.25",
        "2, 2",
        "512Mi, 536870912",
        "1Gi, 1073741824",
        "1k, 1000",
        "'', 0",
        "lots, 0"
    })
    void isInUnitsOfOne(String text, BigDecimal amount) {
        assertThat(Quantity.of(text)).isEqualByComparingTo(amount);
    }
}
