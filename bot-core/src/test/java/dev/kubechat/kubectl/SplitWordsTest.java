package dev.kubechat.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that come split already, as a program's arguments. */
class SplitWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " two  blanks ",
                "it's \"quoted\" 'twice'",
                "{range .items[*]}{.metadata.name}{\"\\t\"}{end}",
                "$(reboot) `reboot` ; reboot | reboot > file & # no comment",
                "{a,b}{1..3}",
                "back\\slash\\",
                "<name>",
                "caf\u00e9 \u2019",
                "--",
                "-n"
            })
    void standAsTheyAre(String word) {
        var reading = new KubectlReader().read(List.of("exec", "web-0", "--", "echo", word));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Command.class,
                        read ->
                                assertThat(read.command().line().afterDash())
                                        .containsExactly("echo", word));
    }

    @Test
    void haveNoKubectlInFront() {
        assertThat(new KubectlReader().read(List.of("kubectl", "get", "pods")))
                .isInstanceOf(Reading.Rejected.class);
        assertThat(new KubectlReader().read(List.of("k", "get", "pods")))
                .isInstanceOf(Reading.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"po\u200Bds", "po\u202Eds", "pods\nservices", "pods\u0000"})
    void areRefusedAsALineIs(String word) {
        assertThat(new KubectlReader().read(List.of("get", word)))
                .isInstanceOf(Reading.Rejected.class);
    }

    @Test
    void areNotMoreThanALineHolds() {
        assertThat(new KubectlReader().read(List.of("get", "pods", "-l", "a".repeat(5000))))
                .isInstanceOf(Reading.Rejected.class);
    }

    @Test
    void mayBeNone() {
        assertThat(new KubectlReader().read(List.of())).isInstanceOf(Reading.Rejected.class);
    }
}
