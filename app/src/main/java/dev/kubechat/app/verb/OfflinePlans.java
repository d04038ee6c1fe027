package dev.kubechat.app.verb;

import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.Reading;
import dev.kubechat.plan.Ask;
import dev.kubechat.plan.GrammarPlanner;
import dev.kubechat.plan.Plan;
import dev.kubechat.plan.PlanContext;
import dev.kubechat.plan.PlannerChain;
import dev.kubechat.risk.Level;
import dev.kubechat.risk.Verdict;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Planning without a cluster: names are taken as they are said. */
public final class OfflinePlans {

    private static final String KUBECTL = "kubectl";
    private static final String GRAMMAR = "grammar";
    private static final String NONE = "none";
    private static final int LONGEST = 8 * 1024;

    private final Judge judge;
    private final GrammarPlanner grammar;

    public OfflinePlans(Judge judge) {
        this.judge = judge;
        this.grammar = new GrammarPlanner(judge.reader());
    }

    /** What became of the words. */
    public enum Kind {
        PROPOSAL,
        QUESTION,
        REFUSAL,
        ANSWER
    }

    /**
     * @param command of a proposal; null otherwise
     * @param risk of the command; null where there is none
     */
    public record Reply(
            Kind kind,
            @Nullable KubectlCommand command,
            @Nullable Level risk,
            String text,
            String planner) {}

    /** Never throws, whatever the words hold. */
    public Reply plan(String utterance, Where where) {
        String words = utterance.strip();
        if (words.isEmpty()) {
            return refusal("Nothing was said.");
        }
        if (words.length() > LONGEST) {
            return refusal("That is too long. Ask in a sentence, or type one kubectl command.");
        }
        try {
            return planned(words, where);
        } catch (RuntimeException | StackOverflowError defect) {
            // a script's later lines must be answered even so
            return refusal(
                    "KubeChat broke over these words, so nothing comes of them. Please report them"
                            + " as a defect.");
        }
    }

    static Reply refusal(String text) {
        return new Reply(Kind.REFUSAL, null, null, text, NONE);
    }

    private Reply planned(String words, Where where) {
        if (judge.reader().looksLikeKubectl(words)) {
            return switch (judge.read(words)) {
                case Reading.Command read -> judged(read.command(), KUBECTL, where);
                case Reading.Rejected no ->
                        new Reply(Kind.REFUSAL, null, null, sentence(no), KUBECTL);
            };
        }
        var context = new PlanContext(where.namespace(), where.risk().cluster(), Set.of());
        var ask = new Ask(words, context);
        return grammar.plan(ask)
                .map(plan -> reply(plan, GRAMMAR, where))
                .orElseGet(() -> reply(new PlannerChain(List.of()).plan(ask), NONE, where));
    }

    private static String sentence(Reading.Rejected no) {
        return no.instead() == null || no.instead().isBlank()
                ? no.sentence()
                : "%s Try this: %s".formatted(no.sentence(), no.instead());
    }

    private Reply reply(Plan plan, String planner, Where where) {
        return switch (plan) {
            case Plan.Proposal proposal -> judged(proposal.command(), proposal.planner(), where);
            case Plan.Question question ->
                    new Reply(Kind.QUESTION, null, null, text(question), planner);
            case Plan.Refusal refusal ->
                    new Reply(Kind.REFUSAL, null, null, refusal.text(), planner);
            case Plan.Answer answer -> new Reply(Kind.ANSWER, null, null, answer.text(), planner);
        };
    }

    private static String text(Plan.Question question) {
        return Stream.concat(Stream.of(question.text()), question.suggestions().stream())
                .collect(Collectors.joining("\n"));
    }

    /** What never runs from a chat is no proposal. */
    private Reply judged(KubectlCommand said, String planner, Where where) {
        KubectlCommand command = where.fill(said);
        Verdict verdict = judge.of(command, where.risk());
        String text = String.join(" ", verdict.reasons());
        return verdict.level() == Level.FORBIDDEN
                ? new Reply(Kind.REFUSAL, null, null, text, planner)
                : new Reply(Kind.PROPOSAL, command, verdict.level(), text, planner);
    }
}
