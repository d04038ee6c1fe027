package dev.kubechat.plan;

import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.KubectlReader;
import dev.kubechat.kubectl.Reading;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A small grammar for what people ask most, in several languages and in any order of words. What it does not understand whole it
 * leaves to the next planner, and it asks back rather than guess a change. Its proposals are text that goes through
 * {@link KubectlReader} like a stranger's typing.
 */
public final class GrammarPlanner implements Planner {

    private static final String NAME = "grammar";
    private static final int MOST_SUGGESTIONS = 5;

    private final KubectlReader reader;
    private final List<Lexicon> lexicons = Lexicon.builtIn();
    // the first that understands a sentence is right: what could be a change comes before what
    // looks
    private final List<Intent> intents =
            List.of(
                    new HelpIntent(),
                    new CanIIntent(),
                    new SwitchIntent(),
                    new NeverIntent(),
                    new AlertIntent(),
                    new DebugIntent(),
                    new RelatedIntent(),
                    new DiagnoseIntent(true),
                    new ClusterIntent(),
                    new FilesIntent(),
                    new RolloutViewIntent(),
                    new CreateIngressIntent(),
                    new TriggerIntent(),
                    new CreateWorkloadIntent(),
                    new CreateAccessIntent(),
                    new CreateIntent(),
                    new ExposeIntent(),
                    new AutoscaleIntent(),
                    new NodeIntent(),
                    new TaintIntent(),
                    new LabelIntent(),
                    new ResourcesIntent(),
                    new ScaleIntent(),
                    new SetIntent(),
                    new RolloutIntent(),
                    new ExecIntent(),
                    new DeleteIntent(),
                    new LogsIntent(),
                    new EventsIntent(),
                    new TopIntent(),
                    new ExplainIntent(),
                    new CustomIntent(),
                    new DescribeIntent(),
                    new GetIntent(),
                    new DiagnoseIntent(false),
                    new VagueIntent());

    public GrammarPlanner(KubectlReader reader) {
        this.reader = reader;
    }

    @Override
    public Optional<Plan> plan(Ask ask) {
        if (Disguise.isIn(ask.words())) {
            return Optional.of(new Plan.Refusal(Disguise.SENTENCE));
        }
        return Sentence.of(ask.words(), lexicons)
                .flatMap(sentence -> plan(sentence, ask.context()));
    }

    private Optional<Plan> plan(Sentence sentence, PlanContext context) {
        return whole(sentence.copy(), context)
                .or(() ->
                        sentence.hasAny(Sense.CHANGES)
                                ? Optional.empty()
                                : oneOf(sentence, context));
    }

    /** "when did the nightly jobs run? list cron jobs": one of several sentences may be a request to look. */
    private Optional<Plan> oneOf(Sentence sentence, PlanContext context) {
        List<Plan> found =
                sentence.clauses().stream()
                        .flatMap(clause -> whole(clause, context).stream())
                        .filter(plan ->
                                plan instanceof Plan.Proposal proposal
                                        && !proposal.command().changes())
                        .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private Optional<Plan> whole(Sentence sentence, PlanContext context) {
        Sentence whole = sentence.copy();
        Place place = Place.take(sentence);
        return intents.stream()
                .flatMap(intent -> plan(intent, sentence.copy(), place, whole, context).stream())
                .findFirst();
    }

    private Optional<Plan> plan(
            Intent intent, Sentence sentence, Place place, Sentence whole, PlanContext context) {
        return intent.read(sentence, place)
                .flatMap(said ->
                        switch (said) {
                            case Intent.Said.Told told -> Optional.of(told.plan());
                            case Intent.Said.Line line -> proposal(line, sentence, whole, context);
                        });
    }

    /** Empty if something was said that is not in the line. */
    private Optional<Plan> proposal(
            Intent.Said.Line line, Sentence sentence, Sentence whole, PlanContext context) {
        Reading reading = reader.read(line.whole());
        boolean changes = !(reading instanceof Reading.Command read) || read.command().changes();
        if (changes ? !sentence.isSpent() || whole.isAsked() : !sentence.isSpentForReading()) {
            return Optional.empty();
        }
        String namespace = line.place().namespace();
        Set<String> known = context.namespaces();
        if (namespace != null && !known.isEmpty() && !known.contains(namespace)) {
            return Optional.of(unknownNamespace(namespace, whole, context));
        }
        return Optional.of(
                switch (reading) {
                    case Reading.Command read -> new Plan.Proposal(filled(read, context), NAME);
                    case Reading.Rejected rejected ->
                            new Plan.Question(rejected.sentence(), List.of());
                });
    }

    private static KubectlCommand filled(Reading.Command read, PlanContext context) {
        var namespace = context.namespace();
        return namespace == null ? read.command() : read.command().in(namespace);
    }

    private static Plan unknownNamespace(String namespace, Sentence whole, PlanContext context) {
        List<String> suggestions =
                new TreeSet<>(context.namespaces())
                        .stream()
                                .limit(MOST_SUGGESTIONS)
                                .map(known -> whole.saidIn(namespace, known))
                                .toList();
        return new Plan.Question(
                "Cluster %s has no namespace %s. Which one is meant?"
                        .formatted(context.cluster(), namespace),
                suggestions);
    }
}
