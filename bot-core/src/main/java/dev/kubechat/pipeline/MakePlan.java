package dev.kubechat.pipeline;

import dev.kubechat.execute.PersonsInventory;
import dev.kubechat.execute.api.ManifestPlace;
import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.KubectlReader;
import dev.kubechat.kubectl.Reading;
import dev.kubechat.kubectl.ResourceType;
import dev.kubechat.plan.Ask;
import dev.kubechat.plan.Plan;
import dev.kubechat.plan.PlanContext;
import dev.kubechat.plan.PlannerChain;
import dev.kubechat.session.RowFilter;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From words to one typed command, or to a question, a refusal or an answer. */
final class MakePlan {

    private static final ResourceType NAMESPACES = ResourceType.of("namespaces");

    /** The planner of what was typed as kubectl. */
    static final String TYPED = "kubectl";

    private final KubectlReader reader;
    private final PlannerChain planners;
    private final PersonsInventory inventory;
    private final OtherCluster other;

    MakePlan(
            KubectlReader reader,
            PlannerChain planners,
            PersonsInventory inventory,
            OtherCluster other) {
        this.reader = reader;
        this.inventory = inventory;
        this.planners = planners;
        this.other = other;
    }

    Stage command(Stage.Understood understood) {
        return switch (understood.words()) {
            case Stage.Words.Kubectl typed -> read(understood, typed);
            case Stage.Words.Plain plain -> plan(understood, plain.text());
            case Stage.Words.Again again ->
                    throw new IllegalArgumentException("there is no plan to make of " + again);
        };
    }

    private Stage read(Stage.Understood understood, Stage.Words.Kubectl typed) {
        return switch (reader.read(typed.line())) {
            case Reading.Command read when typed.filter() != null && read.command().changes() ->
                    new Stage.Answered(understood, Sentences.filteredChange(), Stage.End.REFUSED);
            case Reading.Command read -> onCluster(understood, read, typed.filter());
            case Reading.Rejected no ->
                    new Stage.Answered(understood, Sentences.rejected(no), Stage.End.REFUSED);
        };
    }

    private Stage onCluster(
            Stage.Understood understood, Reading.Command read, @Nullable RowFilter filter) {
        var cluster = read.cluster();
        var there = cluster == null ? understood : other.named(understood, cluster);
        return there instanceof Stage.Understood known
                ? planned(known, read.command(), TYPED, filter)
                : there;
    }

    private Stage plan(Stage.Understood understood, String words) {
        return switch (planners.plan(new Ask(words, context(understood.asked())))) {
            case Plan.Proposal proposal ->
                    planned(understood, proposal.command(), proposal.planner(), null);
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

    private PlanContext context(Stage.Asked asked) {
        return new PlanContext(
                asked.namespace(),
                asked.cluster().id().value(),
                Set.copyOf(inventory.names(asked.caller(), NAMESPACES, null)));
    }

    private static Stage planned(
            Stage.Understood understood,
            KubectlCommand command,
            String planner,
            @Nullable RowFilter filter) {
        var asked = understood.asked();
        var files = asked.files();
        var namespace =
                ManifestPlace.of(
                        command, name -> Optional.ofNullable(files.get(name)), asked.namespace());
        return new Stage.Planned(asked, command.in(namespace), planner, filter);
    }
}
