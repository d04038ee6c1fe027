package dev.kubechat.app.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void areTheNearestRanks() {
        List<Long> nanos =
                LongStream.rangeClosed(1, 200).map(i -> (201 - i) * 1_000_000).boxed().toList();
        assertThat(Percentiles.of(nanos)).isEqualTo(new Percentiles(200, 100, 190, 198, 200));
    }

    @Test
    void ofOneAreThatOne() {
        assertThat(Percentiles.of(List.of(3_000_000L))).isEqualTo(new Percentiles(3, 3, 3, 3, 3));
    }
}
