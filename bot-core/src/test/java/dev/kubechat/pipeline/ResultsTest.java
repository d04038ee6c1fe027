package dev.kubechat.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.execute.change.StepResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsTest {

    @Test
    void tellWhatTheServerWarnsOfUnderWhatWasDone() {
        var done =
                new StepResult.Done("deployment.apps/web created", List.of("too old", "too big"));

        assertThat(Results.told(done))
                .isEqualTo(
                        """
                        deployment.apps/web created
                        Warning: too old
                        Warning: too big\
                        """);
    }

    @Test
    void tellWhatWasDoneAsItIsWithoutAWarning() {
        assertThat(Results.told(new StepResult.Done("kind: Deployment\n")))
                .isEqualTo("kind: Deployment\n");
    }
}
