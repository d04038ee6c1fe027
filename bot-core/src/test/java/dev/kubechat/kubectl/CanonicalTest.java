package dev.kubechat.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalTest {

    private static final boolean THOROUGH = Boolean.getBoolean("kubechat.thorough");
    private static final int LINES = THOROUGH ? 1_000_000 : 20_000;
    private static final long SEED = Long.getLong("kubechat.seed", 20260101);

    private final KubectlReader reader = KubectlFixture.reader();

    @Test
    void readsBackToTheSameCommandForLinesOfPeople() {
        var lines = new ChatLines(SEED);
        for (int i = 0; i < LINES; i++) {
            readsBack(lines.line());
        }
    }

    @Test
    void readsBackToTheSameCommandForEveryCommandOfKubectl() {
        var lines = new GrammarLines(GrammarFile.builtIn(), SEED);
        for (int i = 0; i < LINES; i++) {
            List<String> words = lines.next();
            if (!words.isEmpty()) {
                readsBack("kubectl " + Canonical.words(words));
            }
        }
    }

    @Test
    void isNeverMissingForWhateverIsTyped() {
        var lines = new ChatLines(SEED);
        for (int i = 0; i < LINES; i++) {
            readsBack(lines.damaged());
        }
    }

    private void readsBack(String line) {
        if (reader.read(line) instanceof Reading.Command read) {
            String canonical = read.command().canonical();
            assertThat(reader.read(canonical))
                    .as("%s -> %s", line, canonical)
                    .isEqualTo(new Reading.Command(read.command()));
            assertThat(canonical).as(line).matches("\\p{Print}[\\P{Cc}]*");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kubectl debug web-0 --image=busybox --env='a=b,c=d' --env=e=f",
                "kubectl debug web-0 --image=busybox --env='\"\"\"a=b\"\"\",\"\"\"a=c\"\"\"'",
                "kubectl create clusterrole x --aggregation-rule='a = b,c=d' --verb=get",
                "kubectl create clusterrole x --verb=get,list --verb=watch --resource=pods",
                "kubectl annotate pod web-0 note='it'\\''s \"fine\" for $5 ü'",
                "kubectl get events --types=",
                "kubectl label pod web-0 -- a=b",
                "kubectl exec web-0 --",
                "kubectl get -- pods",
                "kubectl get pods --selector='!canary'"
            })
    void readsBackToTheSameCommand(String line) {
        readsBack(line);
    }
}
