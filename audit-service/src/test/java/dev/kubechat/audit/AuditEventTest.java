package dev.kubechat.audit;

import static dev.kubechat.audit.AuditFixture.ANNA;
import static dev.kubechat.audit.AuditFixture.factOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kubechat.audit.Actor.Stranger;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditEventTest {
    @Test
    void keepsAFactOf2000Bytes() {
        var fact = "é".repeat(1000);
        assertThat(factOf(fact).facts()).containsEntry("command", fact);
    }

    @Test
    void cutsALongerFactAndMarksIt() {
        assertThat(factOf("x".repeat(2001)).facts().get("command"))
                .isEqualTo(
                        "x".repeat(2000)
                                + "… (cut, 2001 characters, sha256"
                                + " 9f2c9dcddb048a0b2baf27b3fec5efb480c7d9500ff0c6510b78f0033683c5c5)");
    }

    @Test
    void cutsBetweenCharactersOnly() {
        var cut = factOf("a" + "😀".repeat(600)).facts().get("command");
        assertThat(cut).startsWith("a" + "😀".repeat(499) + "… (cut, 1201 characters");
    }

    @Test
    void cutsNothingTwice() {
        var once = factOf("\n".repeat(5000));
        assertThat(new AuditEvent(once.type(), once.actor(), once.request(), once.facts()))
                .isEqualTo(once);
    }

    @Test
    void replacesHalfACharacter() {
        assertThat(factOf("a\ud83db").facts()).containsEntry("command", "a\ufffdb");
    }

    @Test
    void cutsNamesToo() {
        assertThat(new Stranger("x".repeat(300)).account())
                .startsWith("x".repeat(200) + "… (cut, 300 characters");
    }

    @Test
    void fitsIntoOneEntryOfTheLogWhateverItHolds() {
        var facts =
                IntStream.range(0, 24)
                        .boxed()
                        .collect(
                                Collectors.toMap(
                                        i -> "f" + i + "x".repeat(59), _ -> "\u0001".repeat(9000)));
        var event =
                AuditEvent.of(
                        "a.b",
                        new Actor.Human(UUID.randomUUID(), "\u0001".repeat(999)),
                        UUID.randomUUID(),
                        facts);
        var json = EventJson.write(new AuditEventId(UUID.randomUUID()), event);
        assertThat((json.before() + json.after()).getBytes(UTF_8).length).isLessThan(65_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"request.approved", "execution.step.intended", "break-glass.used"})
    void takesDottedLowerCaseWordsAsType(String type) {
        assertThatCode(() -> AuditEvent.of(type, ANNA, null, Map.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "request",
                "Request.approved",
                "request.",
                ".approved",
                "request approved",
                "a.b.c.d.e"
            })
    void refusesAnyOtherType(String type) {
        assertThatThrownBy(() -> AuditEvent.of(type, ANNA, null, Map.of()))
                .hasMessage("Not the type of an audit event: " + type);
    }

    @Test
    void refusesTheNameOfAFactThatIsAText() {
        assertThatThrownBy(() -> AuditEvent.of("a.b", ANNA, null, Map.of("The Command", "x")))
                .hasMessage("Not the name of a fact: The Command");
    }

    @Test
    void refusesMoreThan24Facts() {
        var facts = IntStream.range(0, 25).boxed().collect(Collectors.toMap(i -> "f" + i, _ -> ""));
        assertThatThrownBy(() -> AuditEvent.of("a.b", ANNA, null, facts))
                .hasMessage("25 facts, may be 24");
    }
}
