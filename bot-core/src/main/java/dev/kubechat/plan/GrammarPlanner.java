package dev.kubechat.plan;

import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.KubectlReader;
import dev.kubechat.kubectl.Namespace;
import dev.kubechat.kubectl.Reading;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A small grammar for what people ask most. It takes a sentence whole or leaves it to the next planner, and asks back rather than
 * guess a change. Its proposals are text that goes through {@link KubectlReader} like a stranger's typing.
 */
public final class GrammarPlanner implements Planner {

    private static final String NAME = "grammar";
    private static final int MOST_SUGGESTIONS = 5;

    private final KubectlReader reader;
    private final List<Intent> intents =
            List.of(
                    new HelpIntent(),
                    new ScaleIntent(),
                    new RestartIntent(),
                    new DeleteIntent(),
                    new LogsIntent(),
                    new EventsIntent(),
                    new DescribeIntent(),
                    new GetIntent());

    public GrammarPlanner(KubectlReader reader) {
        this.reader = reader;
    }

    @Override
    public Optional<Plan> plan(Ask ask) {
        return Sentence.of(ask.words()).flatMap(sentence -> plan(sentence, ask.context()));
    }

    private Optional<Plan> plan(Sentence sentence, PlanContext context) {
        return intents.stream()
                .flatMap(intent -> intent.read(sentence).stream())
                .findFirst()
                .map(said ->
                        switch (said) {
                            case Intent.Said.Told told -> told.plan();
                            case Intent.Said.Line line -> proposal(line.text(), sentence, context);
                        });
    }

    private Plan proposal(String line, Sentence sentence, PlanContext context) {
        String namespace = sentence.namespace();
        Set<String> known = context.namespaces();
        if (namespace != null && !known.isEmpty() && !known.contains(namespace)) {
            return unknownNamespace(namespace, sentence, context);
        }
        return switch (reader.read(line + sentence.scope())) {
            case Reading.Command read ->
                    new Plan.Proposal(in(read.command(), context.namespace()), NAME);
            case Reading.Rejected rejected -> new Plan.Question(rejected.sentence(), List.of());
        };
    }

    private static KubectlCommand in(KubectlCommand command, @Nullable Namespace namespace) {
        return namespace == null ? command : command.in(namespace);
    }

    private static Plan unknownNamespace(String namespace, Sentence sentence, PlanContext context) {
        List<String> suggestions =
                new TreeSet<>(context.namespaces())
                        .stream()
                                .limit(MOST_SUGGESTIONS)
                                .map(known -> sentence.text() + " in " + known)
                                .toList();
        return new Plan.Question(
                "Cluster %s has no namespace %s. Which one is meant?"
                        .formatted(context.cluster(), namespace),
                suggestions);
    }
}
