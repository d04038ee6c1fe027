package dev.kubechat.sandbox.cluster.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgesTest {

    @ParameterizedTest
    @CsvSource({
        "PT-5S, <invalid>", "PT-1S, 0s", "PT0S, 0s", "PT119S, 119s", "PT2M, 2m", "PT2M5S, 2m5s",
                "PT10M59S, 10m", "PT179M, 179m",
        "PT3H, 3h", "PT3H2M, 3h2m", "PT8H59M, 8h", "PT47H59M, 47h", "PT48H, 2d", "PT50H, 2d2h",
                "P8DT5H, 8d", "P729D, 729d",
        "P730D, 2y", "P735D, 2y5d", "P2920D, 8y",
    })
    void areShortenedAsKubectlShowsThem(Duration span, String text) {
        assertThat(Ages.human(span)).isEqualTo(text);
    }
}
