package dev.kubechat.plan;

import java.util.Optional;

/** Turns plain words into a plan. */
public interface Planner {

    /** Empty if these words are not for this planner, so that the next one may try. */
    Optional<Plan> plan(Ask ask);
}
