package dev.kubechat.plan;

import java.util.List;

/** Asks one planner after the other; the first that has a plan is right. */
public final class PlannerChain {

    private final List<Planner> planners;

    public PlannerChain(List<Planner> planners) {
        this.planners = List.copyOf(planners);
    }

    /** The first planner's plan, or a question that says what can be asked. */
    public Plan plan(Ask ask) {
        return planners.stream()
                .flatMap(planner -> planner.plan(ask).stream())
                .findFirst()
                .orElseGet(PlannerChain::whatCanBeAsked);
    }

    private static Plan whatCanBeAsked() {
        return new Plan.Question(
                "I did not understand that. Ask in plain words like these, in kubectl, or say"
                        + " \"help\".",
                List.of("show pods in shop", "logs of checkout", "scale checkout to 3"));
    }
}
