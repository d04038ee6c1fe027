package dev.kubechat.execute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {

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
    void roundsUpAsKubernetesDoes(String quantity, long milli, long whole) {
        var amount = Amount.of(quantity);

        assertThat(Amount.milli(amount)).isEqualTo(milli);
        assertThat(Amount.whole(amount)).isEqualTo(whole);
    }
}
