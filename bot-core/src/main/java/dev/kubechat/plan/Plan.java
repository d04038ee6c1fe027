package dev.kubechat.plan;

import dev.kubechat.kubectl.KubectlCommand;
import java.util.List;

/** What a planner makes of somebody's words. */
public sealed interface Plan {

    /**
     * This command is meant. Whether it runs is not the planner's to say.
     *
     * @param planner the name of who proposes it, for the card and the audit trail
     */
    record Proposal(KubectlCommand command, String planner) implements Plan {}

    /**
     * Not clear enough: asks back.
     *
     * @param suggestions lines that the person may send instead, as buttons where a platform has them
     */
    record Question(String text, List<String> suggestions) implements Plan {
        public Question {
            suggestions = List.copyOf(suggestions);
        }
    }

    /** Understood, and not done from a chat; the text says why and what works instead. */
    record Refusal(String text) implements Plan {}

    /** Needs no cluster. */
    record Answer(String text) implements Plan {}
}
