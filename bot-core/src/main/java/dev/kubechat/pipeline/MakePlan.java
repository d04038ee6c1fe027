package dev.kubechat.pipeline;

import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.KubectlReader;
import dev.kubechat.kubectl.Reading;
import dev.kubechat.plan.Ask;
import dev.kubechat.plan.Plan;
import dev.kubechat.plan.PlanContext;
import dev.kubechat.plan.PlannerChain;
import java.util.Set;

/** From words to one typed command, or to a question, a refusal or an answer. */
final class MakePlan {

    private final KubectlReader reader;
    private final PlannerChain planners;
    private final OtherCluster other;

    MakePlan(KubectlReader reader, PlannerChain planners, OtherCluster other) {
        this.reader = reader;
        this.planners = planners;
        this.other = other;
    }

    Stage command(Stage.Understood understood) {
        return switch (understood.words()) {
            case Stage.Words.Kubectl typed -> read(understood, typed.line());
            case Stage.Words.Plain plain -> plan(understood, plain.text());
        };
    }

    private Stage read(Stage.Understood understood, String line) {
        return switch (reader.read(line)) {
            case Reading.Command read -> onCluster(understood, read);
            case Reading.Rejected no ->
                    new Stage.Answered(understood, Sentences.rejected(no), Stage.End.REFUSED);
        };
    }

    private Stage onCluster(Stage.Understood understood, Reading.Command read) {
        var cluster = read.cluster();
        var there = cluster == null ? understood : other.named(understood, cluster);
        return there instanceof Stage.Understood known
                ? planned(known, read.command(), "kubectl")
                : there;
    }

    private Stage plan(Stage.Understood understood, String words) {
        return switch (planners.plan(new Ask(words, context(understood.asked())))) {
            case Plan.Proposal proposal ->
                    planned(understood, proposal.command(), proposal.planner());
            case Plan.Question question ->
                    new Stage.Answered(
                            understood, Sentences.question(question), Stage.End.ASKED_BACK);
            case Plan.Refusal refusal ->
                    new Stage.Answered(understood, Sentences.refusal(refusal), Stage.End.REFUSED);
            case Plan.Answer answer ->
                    new Stage.Answered(
                            understood, Sentences.explanation(answer), Stage.End.EXPLAINED);
        };
    }

    private static PlanContext context(Stage.Asked asked) {
        return new PlanContext(asked.namespace(), asked.cluster().id().value(), Set.of());
    }

    private static Stage planned(
            Stage.Understood understood, KubectlCommand command, String planner) {
        var asked = understood.asked();
        return new Stage.Planned(asked, command.in(asked.namespace()), planner);
    }
}
