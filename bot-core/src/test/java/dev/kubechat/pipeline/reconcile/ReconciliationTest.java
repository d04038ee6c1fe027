package dev.kubechat.pipeline.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.pipeline.reconcile.Finding.Kind;
import dev.kubechat.pipeline.reconcile.StepRow.State;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the two sides say of the same write, side by side. */
class ReconciliationTest {

    private static final UUID ASK = UUID.fromString("01a20e3c-def6-738e-9ca4-65da02f7f2b3");
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Span DAY = new Span(NOON.minusSeconds(43_200), NOON.plusSeconds(43_200));
    private static final ServerCall.Identity ALICE =
            new ServerCall.Identity("alice", Set.of("sre"));
    private static final Target WEB = pod("");
    private static final Target EVICTION = pod("eviction");
    private static final Target EXEC = pod("exec");

    private static Target pod(String subresource) {
        return new Target("", "pods", "shop", "web-0", subresource);
    }

    private static StepRow step(State state, String verb, Target target) {
        return new StepRow(ASK, 0, state, ALICE, verb, target, NOON, NOON.plusSeconds(1));
    }

    private static ServerCall call(String id, String verb, Target target, int code) {
        return call(id, ALICE, verb, target, code);
    }

    private static ServerCall call(
            String id, ServerCall.@Nullable Identity as, String verb, Target target, int code) {
        return new ServerCall(
                id,
                NOON,
                "bot",
                as,
                as == null ? List.of() : List.of(ASK.toString()),
                verb,
                target,
                code);
    }

    /** An event that tells only that a call came, before anybody is impersonated. */
    private static ServerCall begun(String verb, Target target) {
        return call("begun", null, verb, target, 0);
    }

    private static Reconciliation compared(
            List<StepRow> steps, List<ServerCall> unended, ServerCall... calls) {
        var reconciliation = new Reconciliation(steps, Map.of(ASK, ALICE), unended);
        reconciliation.calls(Arrays.asList(calls));
        reconciliation.steps(DAY);
        return reconciliation;
    }

    private static List<Kind> kinds(StepRow step, ServerCall... calls) {
        return compared(List.of(step), List.of(), calls).findings().stream()
                .map(Finding::kind)
                .toList();
    }

    private static String settled(State state, List<ServerCall> unended, ServerCall... calls) {
        var findings = compared(List.of(step(state, "patch", WEB)), unended, calls).findings();
        assertThat(findings).singleElement().extracting(Finding::kind).isEqualTo(Kind.SETTLED);
        return findings.getFirst().sentence();
    }

    @Test
    void aStepThatWasRemovedLeavesItsWriteAlone() {
        assertThat(compared(List.of(), List.of(), call("a", "patch", WEB, 200)).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.WRITE_WITHOUT_STEP);
                    assertThat(finding.request()).isEqualTo(ASK.toString());
                    assertThat(finding.auditId()).isEqualTo("a");
                    assertThat(finding.sentence()).contains("has no step in KubeChat");
                });
    }

    @Test
    void aLineThatWasRemovedLeavesItsStepAlone() {
        assertThat(kinds(step(State.DONE, "patch", WEB))).containsExactly(Kind.STEP_WITHOUT_WRITE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "update", "patch", "delete", "deletecollection"})
    void whatTheBotDoesForItselfIsTold(String verb) {
        assertThat(kinds(step(State.FAILED, "patch", WEB), call("a", null, verb, WEB, 200)))
                .containsExactly(Kind.WRITE_WITHOUT_REQUEST);
        assertThat(kinds(step(State.FAILED, "patch", WEB), call("a", null, verb, WEB, 403)))
                .isEmpty();
    }

    @Test
    void aProgramThatTheBotRunsForItselfIsTold() {
        for (var code : List.of(101, 200)) {
            assertThat(kinds(step(State.FAILED, "", EXEC), call("a", null, "get", EXEC, code)))
                    .containsExactly(Kind.WRITE_WITHOUT_REQUEST);
        }
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "DONE,      200, ",
        "DONE,      201, ",
        "DONE,      0, ",
        "DONE,      409, OTHER_OUTCOME",
        "DONE,      404, OTHER_OUTCOME",
        "DONE,      500, OTHER_OUTCOME",
        "FAILED,    409, ",
        "FAILED,    500, ",
        "FAILED,    200, OTHER_OUTCOME",
        "NOT_SENT,  200, OTHER_OUTCOME",
        "NOT_SENT,  403, OTHER_OUTCOME",
        "NOT_BEGUN, 200, OTHER_OUTCOME",
        "PLANNED,   200, OTHER_OUTCOME",
        "UNKNOWN,   200, SETTLED",
        "UNKNOWN,   409, SETTLED",
        "INTENDED,  200, SETTLED"
    })
    void whatBothKnowOfIsCompared(State state, int code, @Nullable Kind found) {
        assertThat(kinds(step(state, "patch", WEB), call("a", "patch", WEB, code)))
                .isEqualTo(found == null ? List.of() : List.of(found));
    }

    @Test
    void whatIsUnknownIsSettledByWhatTheServerKnows() {
        assertThat(settled(State.UNKNOWN, List.of(), call("a", "patch", WEB, 200)))
                .endsWith("the server did it.");
        assertThat(settled(State.UNKNOWN, List.of(), call("a", "patch", WEB, 409)))
                .endsWith("the server refused it with 409.");
        assertThat(settled(State.UNKNOWN, List.of(), call("a", "patch", WEB, 504)))
                .endsWith("the server answered 504, so look at the object.");
        assertThat(settled(State.UNKNOWN, List.of())).endsWith("the server logged no call for it.");
    }

    /** A server that is killed logs that a call came, and neither in whose name nor how it ended. */
    @Test
    void ofACallWithoutAnEndNobodyKnows() {
        assertThat(settled(State.UNKNOWN, List.of(begun("patch", WEB))))
                .endsWith(
                        "the server received such a call and logged no end of it, so look at the"
                                + " object.");
        assertThat(settled(State.UNKNOWN, List.of(begun("delete", WEB), begun("patch", EXEC))))
                .endsWith("the server logged no call for it.");
    }

    /** A disruption budget that refuses is asked again in one step, until it gives way. */
    @Test
    void anEvictionThatWasPutOffIsOneStep() {
        var put = call("a", "create", EVICTION, 429);
        var off = call("b", "create", EVICTION, 429);
        assertThat(
                        kinds(
                                step(State.DONE, "create", EVICTION),
                                put,
                                off,
                                call("c", "create", EVICTION, 201)))
                .isEmpty();
        assertThat(kinds(step(State.FAILED, "create", EVICTION), put, off)).isEmpty();
        assertThat(
                        kinds(
                                step(State.DONE, "create", EVICTION),
                                call("c", "create", EVICTION, 201),
                                call("d", "create", EVICTION, 201)))
                .containsExactly(Kind.WRITE_SENT_TWICE);
        assertThat(kinds(step(State.DONE, "patch", WEB), call("e", "create", EVICTION, 429)))
                .containsExactlyInAnyOrder(Kind.WRITE_WITHOUT_STEP, Kind.STEP_WITHOUT_WRITE);
    }

    @Test
    void aPodThatIsGoneCountsAsEvictedAndAsNothingElse() {
        assertThat(kinds(step(State.DONE, "create", EVICTION), call("a", "create", EVICTION, 404)))
                .isEmpty();
    }

    /** A program runs over a connection that the server switches, and how it ended the server does not know. */
    @ParameterizedTest
    @CsvSource({"DONE, 101", "DONE, 200", "FAILED, 101", "FAILED, 403"})
    void aProgramThatRanIsOneStep(State state, int code) {
        assertThat(kinds(step(state, "", EXEC), call("a", "get", EXEC, code))).isEmpty();
        assertThat(kinds(step(State.DONE, "", EXEC), call("a", "create", EXEC, 403)))
                .containsExactly(Kind.OTHER_OUTCOME);
    }

    /** Programs that only read have no step, and the ask is there all the same. */
    @Test
    void aProgramThatReadsNeedsTheAskOfTheSamePerson() {
        assertThat(compared(List.of(), List.of(), call("a", "get", EXEC, 101)).findings())
                .isEmpty();
        var bob = new ServerCall.Identity("bob", Set.of());
        assertThat(compared(List.of(), List.of(), call("a", bob, "get", EXEC, 101)).findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.OTHER_IDENTITY);
    }

    @Test
    void theServerMakesNamesUpAndRefusesBeforeItKnowsOne() {
        var unnamed = new Target("", "pods", "shop", "", "");
        assertThat(kinds(step(State.DONE, "create", unnamed), call("a", "create", WEB, 201)))
                .isEmpty();
        assertThat(kinds(step(State.FAILED, "create", WEB), call("a", "create", unnamed, 403)))
                .isEmpty();
        assertThat(kinds(step(State.DONE, "create", unnamed), call("a", "create", EVICTION, 201)))
                .contains(Kind.WRITE_WITHOUT_STEP);
    }

    @Test
    void anotherSubresourceIsAnotherWrite() {
        assertThat(kinds(step(State.DONE, "patch", WEB), call("a", "patch", pod("status"), 200)))
                .containsExactlyInAnyOrder(Kind.WRITE_WITHOUT_STEP, Kind.STEP_WITHOUT_WRITE);
    }

    @Test
    void groupsAreComparedToo() {
        var more = new ServerCall.Identity("alice", Set.of("sre", "system:masters"));
        assertThat(kinds(step(State.DONE, "patch", WEB), call("a", more, "patch", WEB, 200)))
                .containsExactly(Kind.OTHER_IDENTITY);
        var everybody = new ServerCall.Identity("alice", Set.of("sre", "system:authenticated"));
        assertThat(kinds(step(State.DONE, "patch", WEB), call("a", everybody, "patch", WEB, 200)))
                .isEmpty();
    }

    @Test
    void severalRequestsAtOnceAreNone() {
        var both =
                new ServerCall(
                        "a",
                        NOON,
                        "bot",
                        ALICE,
                        List.of(ASK.toString(), UUID.randomUUID().toString()),
                        "patch",
                        WEB,
                        200);
        assertThat(kinds(step(State.DONE, "patch", WEB), both))
                .containsExactlyInAnyOrder(Kind.WRITE_WITHOUT_STEP, Kind.STEP_WITHOUT_WRITE);
    }

    /** Steps beyond the ends of the log are counted and not held against it; their writes join, whatever the clocks say. */
    @Test
    void clocksThatDifferDoNotPartWhatBelongsTogether() {
        var late =
                new StepRow(
                        ASK,
                        0,
                        State.DONE,
                        ALICE,
                        "patch",
                        WEB,
                        NOON.plusSeconds(90_000),
                        NOON.plusSeconds(90_001));
        var joined = new Reconciliation(List.of(late), Map.of(ASK, ALICE), List.of());
        joined.calls(List.of(call("a", "patch", WEB, 200)));
        assertThat(joined.steps(DAY)).isZero();
        assertThat(joined.both()).isOne();

        var alone = new Reconciliation(List.of(late), Map.of(ASK, ALICE), List.of());
        assertThat(alone.steps(DAY)).isOne();
        assertThat(alone.findings()).isEmpty();
    }
}
