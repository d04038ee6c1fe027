package dev.kubechat.risk;

import static dev.kubechat.kubectl.KubectlFixture.reader;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.kubectl.KubectlFixture;
import dev.kubechat.kubectl.Namespace;
import dev.kubechat.kubectl.Reading;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CanonicalRiskTest {

    private static final RiskContext STAGING =
            new RiskContext("staging", false, Set.of(new Namespace("kube-system")));

    private final Classifier classifier = new Classifier();

    @Test
    void judgesTheCanonicalTextLikeTheLine() {
        KubectlFixture.lines(Boolean.getBoolean("kubechat.thorough") ? 500_000 : 10_000)
                .forEach(line -> {
                    if (reader().read(line) instanceof Reading.Command read) {
                        Reading again = reader().read(read.command().canonical());
                        assertThat(classifier.classify(again, STAGING))
                                .as(line)
                                .isEqualTo(classifier.classify(read, STAGING));
                    }
                });
    }
}
