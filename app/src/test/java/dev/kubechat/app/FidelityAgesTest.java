package dev.kubechat.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FidelityAgesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "web   9s           | web   10s",
                "web   9s   x       | web   10s  x",
                "2m59s (x3 over 5m) | 3m (x3 over 5m1s)",
                "11m                | 12m"
            })
    void levelsAgesThatMovedOn(String one, String other) {
        assertThat(FidelityAges.alike(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "web   9s   | web   40s",
                "web   9s   | web   <none>",
                "web   9s   | api   9s",
                "cpu   5m   | cpu   6m",
                "web 9s     | web   9s",
                "web-5s   1 | web-6s   1"
            })
    void levelsNothingElse(String one, String other) {
        assertThat(FidelityAges.alike(one, other)).isFalse();
    }
}
