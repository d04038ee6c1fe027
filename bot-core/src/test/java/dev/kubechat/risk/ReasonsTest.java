package dev.kubechat.risk;

import static dev.kubechat.kubectl.KubectlFixture.command;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.kubectl.Namespace;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands on the card: each object by its name, and each thing that is wrong, the worst first. */
class ReasonsTest {

    private static final RiskContext STAGING =
            new RiskContext("staging", false, Set.of(new Namespace("kube-system")));

    private final Classifier classifier = new Classifier();

    private List<String> reasons(String line) {
        return classifier.classify(command("kubectl " + line), STAGING).reasons();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    delete pods,svc web api | Pod web, pod api, service web, service api would be deleted.
                    delete pod/web svc/api | Pod web, service api would be deleted.
                    delete pods,svc -l app=web | Each of the matching pods, services would be deleted.
                    delete pods -l app=web | Each of the matching pods would be deleted.
                    delete pods -l '!app' | The selector only says what is left out.
                    delete pods -l 'app notin (web,api)' | The selector only says what is left out.
                    debug web-0 --image=busybox --profile=sysadmin | The profile sysadmin gives the container rights over its node.
                    exec web-0 -- sh | Sh is a shell, and in a shell everything can be done.
                    exec web-0 -- redis-cli flushall | Redis-cli destroys, or hides what it does.
                    scale deploy web --replicas=0 | Deployment web would stop: no replica is left.
                    drain node-1 --disable-eviction | The pods would be deleted without asking any disruption budget.
                    """)
    void say(String line, String reason) {
        assertThat(reasons(line)).contains(reason);
    }

    @Test
    void doNotMistakeASelectorForItsOpposite() {
        assertThat(reasons("delete pods -l 'app in (web,api)'"))
                .containsExactly("Each of the matching pods would be deleted.");
        assertThat(reasons("delete pods -l 'app in (web,api),!canary'"))
                .containsExactly("Each of the matching pods would be deleted.");
    }

    @Test
    void beginWithTheWorst() {
        assertThat(reasons("debug web-0 --image=busybox --profile=sysadmin"))
                .containsExactly(
                        "The profile sysadmin gives the container rights over its node.",
                        "A container for debugging would be started.");
    }

    @Test
    void countObjectsFromTwentyOneOn() {
        assertThat(reasons("label pods " + names(20) + " tier=web"))
                .doesNotContain("20 objects are meant.");
        assertThat(reasons("label pods " + names(21) + " tier=web"))
                .contains("21 objects are meant.");
    }

    @Test
    void takeAFileAndWhatIsPutOverItTogether() {
        Verdict verdict =
                classifier.classify(
                        command(
                                "kubectl expose -f db.yaml --port=80"
                                        + " --overrides='{\"spec\":{\"hostNetwork\":true}}'"),
                        STAGING,
                        List.of("{apiVersion: v1, kind: Secret, metadata: {name: db}}"));
        assertThat(verdict.reasons())
                .contains(
                        "Its containers would reach the node they run on.",
                        "There are secrets in the file.");
    }

    private static String names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "web-" + i).collect(Collectors.joining(" "));
    }
}
