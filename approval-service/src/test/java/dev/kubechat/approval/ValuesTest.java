package dev.kubechat.approval;

import static dev.kubechat.approval.ApprovalFixture.ANNA;
import static dev.kubechat.approval.ApprovalFixture.ASKER;
import static dev.kubechat.approval.ApprovalFixture.DIGEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kubechat.approval.Rule.OtherPeople;
import dev.kubechat.approval.Rule.OwnConfirmation;
import dev.kubechat.approval.Vote.Choice;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "ABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABAB"
            })
    void refuseADigestThatIsNone(String hex) {
        assertThatThrownBy(() -> new Digest(hex)).hasMessage("Not a SHA-256 in hex: " + hex);
    }

    @Test
    void refuseAReasonThatIsTooLong() {
        assertThatThrownBy(() -> new Vote(ANNA, Choice.DENY, DIGEST, "x".repeat(1001)))
                .hasMessage("A reason has at most 1000 characters");
    }

    @Test
    void refuseAnEmptySummary() {
        assertThatThrownBy(() -> new NewRequest("WARNING", " ", DIGEST, ASKER.person()))
                .hasMessage("A summary has 1 to 1000 characters");
    }

    @Test
    void keepARuleAsJson() {
        var rule = new OtherPeople(2, Set.of("ops", "leads"));
        assertThat(RuleJson.write(rule))
                .isEqualTo(
                        "{\"kind\":\"other-people\",\"needed\":2,\"groups\":[\"leads\",\"ops\"]}");
        assertThat(RuleJson.read(RuleJson.write(rule))).isEqualTo(rule);
    }

    @Test
    void keepTheRuleOfAConfirmationAsJson() {
        var rule = new OwnConfirmation();
        assertThat(RuleJson.write(rule)).isEqualTo("{\"kind\":\"own-confirmation\"}");
        assertThat(RuleJson.read(RuleJson.write(rule))).isEqualTo(rule);
    }
}
