package dev.kubechat.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.pipeline.PutOff.Limit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PutOffTest {

    private static final Duration STEP = Duration.ofMinutes(10);

    @Test
    void saysThatItsOwnLimitStaysWhereMoreIsAskedFor() {
        assertThat(new Limit(STEP, Duration.ofHours(1)).sentence())
                .contains("10 minutes for one step, also where --timeout gives more");
    }

    @Test
    void saysThatTheCommandsOwnTimeIsOver() {
        assertThat(new Limit(STEP, Duration.ofMinutes(10)).sentence())
                .contains("until the time that --timeout gives was over");
    }

    @Test
    void isBoundedByItsStepsAloneWhereNothingIsAskedFor() {
        var limit = new Limit(STEP, null);

        assertThat(limit.run()).isGreaterThan(limit.step());
        assertThat(limit.sentence()).contains("for 10 minutes", "waits no longer for one step");
    }
}
