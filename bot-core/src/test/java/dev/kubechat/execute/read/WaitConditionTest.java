package dev.kubechat.execute.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Sight.No;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitConditionTest {

    @ParameterizedTest
    @CsvSource({
        "condition=Ready, true, 1, 1, true",
        "condition=ready, True, 1, 1, true",
        "condition=Ready, False, 1, 1, false",
        "condition=Ready=false, False, 1, 1, true",
        "condition=Ready, true, 2, 1, false",
        "condition=Other, true, 1, 1, false"
    })
    void looksAtTheConditionOfTheLatestGeneration(
            String typed, String status, int generation, int observed, boolean met) {
        var object =
                """
                {"metadata": {"generation": %d}, "status": {"observedGeneration": %d, "conditions": [{"type": "Ready", "status": "%s"}]}}
                """
                        .formatted(generation, observed, status);

        assertThat(WaitCondition.of(typed).isMet(Reply.JSON.readTree(object))).isEqualTo(met);
    }

    @Test
    void knowsCreateAndDeleteInAnyCase() {
        assertThat(WaitCondition.of("Delete")).isEqualTo(WaitCondition.DELETED);
        assertThat(WaitCondition.of("create")).isEqualTo(WaitCondition.CREATED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    jsonpath={.status.phase}=Running | true
                    jsonpath=.status.phase="Running" | true
                    jsonpath={.status.phase}         | true
                    jsonpath={.status.phase}=Failed  | false
                    jsonpath={.status.nope}          | false
                    jsonpath={.status.ready}=3       | true
                    jsonpath={.status.conditions[?(@.type=="Ready")].status}=True | true
                    """)
    void comparesTheOneValueAtAPath(String typed, boolean met) {
        var object =
                """
                {"status": {"phase": "Running", "ready": 3, "conditions": [{"type": "Ready", "status": "True"}]}}
                """;

        assertThat(WaitCondition.of(typed).isMet(Reply.JSON.readTree(object))).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    jsonpath={.a}=        | jsonpath wait has to have a value after equal sign, like --for=jsonpath='{.status.readyReplicas}'=3
                    jsonpath={.a}=b=c     | jsonpath wait format must be --for=jsonpath='{.status.readyReplicas}'=3 or --for=jsonpath='{.status.readyReplicas}'
                    jsonpath=             | jsonpath expression cannot be empty
                    """)
    void saysWhatIsWrongWithAPath(String typed, String words) {
        assertThatThrownBy(() -> WaitCondition.of(typed))
                .isInstanceOfSatisfying(
                        No.class,
                        no -> assertThat(no.errors()).isEqualTo("error: " + words + "\n"));
    }

    @Test
    void knowsNoOtherWord() {
        assertThatThrownBy(() -> WaitCondition.of("bogus"))
                .isInstanceOfSatisfying(
                        No.class,
                        no ->
                                assertThat(no.errors())
                                        .isEqualTo("error: unrecognized condition: \"bogus\"\n"));
    }
}
