package dev.kubechat.risk;

import static dev.kubechat.kubectl.KubectlFixture.reader;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.kubechat.kubectl.Reading;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * What {@link HostileLinesTest} asks of made-up lines, asked of bytes that Jazzer bends towards code not seen yet. By itself the test
 * runs the lines kept in its resources; with JAZZER_FUZZ=1 in the environment it looks for new ones.
 */
class HostileBytesTest {

    private static final RiskContext STAGING = new RiskContext("staging", false, Set.of());

    private final Classifier classifier = new Classifier();

    @FuzzTest(maxDuration = "5m")
    void areJudgedLikeTheirCanonicalText(byte[] bytes) {
        String line = new String(bytes, StandardCharsets.UTF_8);
        Reading reading = reader().read(line);
        Verdict verdict = classifier.classify(reading, STAGING);
        if (reading instanceof Reading.Command read) {
            String canonical = read.command().canonical();
            assertThat(classifier.classify(reader().read(canonical), STAGING))
                    .as(line)
                    .isEqualTo(verdict);
        } else {
            assertThat(verdict.level()).as(line).isEqualTo(Level.FORBIDDEN);
        }
    }
}
