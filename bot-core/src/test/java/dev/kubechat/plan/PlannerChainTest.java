package dev.kubechat.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.kubectl.Namespace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlannerChainTest {

    private static final Ask ASK =
            new Ask("hello", new PlanContext(new Namespace("shop"), "staging", Set.of()));
    private static final Planner NOT_MINE = _ -> Optional.empty();
    private static final Plan ANSWER = new Plan.Answer("hello yourself");

    @Test
    void takesTheFirstPlan() {
        assertThat(new PlannerChain(List.of(NOT_MINE, _ -> Optional.of(ANSWER))).plan(ASK))
                .isEqualTo(ANSWER);
    }

    @Test
    void saysWhatCanBeAskedWhenNobodyUnderstands() {
        assertThat(new PlannerChain(List.of(NOT_MINE)).plan(ASK))
                .isInstanceOfSatisfying(
                        Plan.Question.class,
                        question -> assertThat(question.suggestions()).hasSize(3));
    }
}
