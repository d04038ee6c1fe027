package dev.kubechat.execute.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgesTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0s", "PT119S, 119s", "PT120S, 2m", "PT3M20S, 3m20s", "PT10M1S, 10m", "PT179M, 179m",
                "PT3H, 3h", "PT7H59M, 7h59m",
        "PT8H30M, 8h", "PT47H, 47h", "PT48H, 2d", "PT50H, 2d2h", "PT192H, 8d", "P729D, 729d",
                "P730D, 2y", "P735D, 2y5d",
        "P2920D, 8y", "PT-5S, <invalid>"
    })
    void writesAsKubectlDoes(Duration age, String written) {
        assertThat(Ages.of(age)).isEqualTo(written);
    }

    @Test
    void doesNotKnowATimeThatIsNotThere() {
        assertThat(Ages.since("", Instant.EPOCH)).isEqualTo("<unknown>");
    }
}
