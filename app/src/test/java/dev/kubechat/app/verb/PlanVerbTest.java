package dev.kubechat.app.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanVerbTest {

    private static Ran plan(String... lines) {
        return Ran.with(new PlanVerb(), String.join("\n", lines) + "\n");
    }

    @Test
    void proposesACommandWithItsRisk() {
        var ran = plan("{\"id\": \"a\", \"utterance\": \"scale checkout to 3 in shop\"}");
        assertThat(ran.out())
                .startsWith(
                        "{\"id\": \"a\", \"kind\": \"proposal\", \"command\": \"kubectl scale"
                                + " deployments.apps/checkout --namespace=shop --replicas=3\","
                                + " \"risk\": \"warning\", \"text\": \"");
        assertThat(ran.each("planner")).containsExactly("grammar");
        assertThat(ran.answers().getFirst().member("millis")).isPresent();
    }

    @Test
    void fillsInTheContextsNamespaceAndNoOther() {
        var ran =
                plan(
                        "{\"utterance\": \"show pods\", \"context\": {\"namespace\": \"shop\"}}",
                        "{\"utterance\": \"show pods\", \"context\": {}}",
                        "{\"utterance\": \"kubectl get pods\", \"context\": {\"namespace\":"
                                + " \"shop\", \"cluster\": \"eu\"}}",
                        "{\"utterance\": \"show pods\", \"context\": null}");
        assertThat(ran.each("command"))
                .containsExactly(
                        "kubectl get pods --namespace=shop",
                        "kubectl get pods",
                        "kubectl get pods --namespace=shop",
                        "kubectl get pods");
    }

    @Test
    void leavesKubectlToTheReader() {
        var ran =
                plan(
                        "{\"utterance\": \"kubectl get pods -n shop\"}",
                        "{\"utterance\": \"kubectl edit deploy web\"}",
                        "{\"utterance\": \"kubectl get pods | sh\"}");
        assertThat(ran.each("planner")).containsExactly("kubectl", "kubectl", "kubectl");
        assertThat(ran.each("kind")).containsExactly("proposal", "refusal", "refusal");
        assertThat(ran.each("risk")).containsExactly("safe", "", "");
        assertThat(ran.each("text").getLast()).endsWith("Try this: kubectl get pods");
    }

    @Test
    void asksBackAndAnswers() {
        var ran =
                plan(
                        "{\"utterance\": \"restart the pod\"}",
                        "{\"utterance\": \"help\"}",
                        "{\"utterance\": \"paint the fence\"}");
        assertThat(ran.each("kind")).containsExactly("question", "answer", "question");
        assertThat(ran.each("command")).containsExactly("", "", "");
        assertThat(ran.each("planner")).containsExactly("grammar", "grammar", "none");
    }

    @Test
    void givesBackTheIdAsItCame() {
        var ran =
                plan(
                        "{\"id\": 12, \"utterance\": \"help\"}",
                        "{\"id\": \"x\\ud800\", \"utterance\": \"help\"}",
                        "{\"id\": {}, \"utterance\": \"help\"}",
                        "{\"utterance\": \"help\"}");
        assertThat(ran.out().lines().map(line -> line.substring(0, line.indexOf(','))))
                .containsExactly(
                        "{\"id\": 12", "{\"id\": \"x\\ud800\"", "{\"id\": null", "{\"id\": null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "show pods",
                "{}",
                "[1]",
                "{\"utterance\": 7}",
                "{\"utterance\": \"\"}",
                "{\"utterance\": \"show pods\", \"context\": []}",
                "{\"utterance\": \"show pods\", \"context\": {\"namespace\": \"Not_One\"}}",
                "{\"utterance\": \"show pods\", \"context\": {\"cluster\": 1}}"
            })
    void refusesBrokenLinesAndGoesOn(String line) {
        var ran = plan(line, "{\"utterance\": \"show pods\"}");
        assertThat(ran.each("kind")).containsExactly("refusal", "proposal");
        assertThat(ran.each("planner")).containsExactly("none", "grammar");
        assertThat(ran.each("text").getFirst()).endsWith(".").isNotEqualTo(".");
    }

    @Test
    void refusesWordsWithoutMeasure() {
        var ran = plan("{\"id\": 1, \"utterance\": \"%s\"}".formatted("pods ".repeat(20_000)));
        assertThat(ran.each("kind")).containsExactly("refusal");
        assertThat(ran.out()).startsWith("{\"id\": 1,");
    }

    @Test
    void refusesWordsOnTheCommandLine() {
        assertThatThrownBy(() -> Ran.with(new PlanVerb(), "", "show", "pods"))
                .isInstanceOf(WrongUse.class);
    }
}
