package dev.kubechat.execute.change;

import dev.kubechat.execute.api.ApiResource;
import dev.kubechat.execute.api.ObjectKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What one named object comes to.
 *
 * @param step none where there is nothing to do
 * @param sentences what follows from it, or why there is nothing to do
 * @param said what kubectl prints where there is nothing to do
 * @param view the object before and after, for what hangs on it; null where there is no step
 */
record Planning(
        Optional<Step> step, List<String> sentences, List<String> said, @Nullable View view) {

    /**
     * How the server shows the object.
     *
     * @param before a missing node where it is made
     * @param after a missing node where it goes
     * @param fields paths of the fields that the step sets, an index for an item of a list
     */
    record View(JsonNode before, JsonNode after, List<List<String>> fields) {

        /** For what goes. */
        static View gone(JsonNode before) {
            return new View(before, Consequences.none(), List.of());
        }
    }

    Planning(Optional<Step> step, List<String> sentences, List<String> said) {
        this(step, sentences, said, null);
    }

    Planning seen(View how) {
        return new Planning(step, sentences, said, how);
    }

    static Planning of(Step step, List<String> consequences) {
        return new Planning(Optional.of(step), List.copyOf(consequences), List.of());
    }

    /** @param said what kubectl prints all the same; empty for nothing */
    static Planning nothing(String why, String said) {
        return new Planning(
                Optional.empty(), List.of(why), said.isEmpty() ? List.of() : List.of(said));
    }

    /** The same, told by the object's name alone. */
    Planning named() {
        return new Planning(
                step.map(done -> said(done, Verdicts.named(done))),
                sentences,
                said.stream().map(line -> line.replaceFirst(" .*$", "")).toList(),
                view);
    }

    /** The same, with other sentences about it. */
    Planning telling(List<String> others) {
        return new Planning(step, List.copyOf(others), said, view);
    }

    /** The same deletion, of which other words are printed when it is done; none if empty. */
    Planning saying(String words) {
        return new Planning(step.map(done -> said(done, words)), sentences, said, view);
    }

    private static Step said(Step step, String words) {
        return new Step(
                step.action(),
                step.object(),
                step.resourceVersion(),
                step.changes(),
                new Step.Request("", "", "", "", words));
    }

    /** The same, of which people are told one thing more. */
    Planning telling(String sentence) {
        return new Planning(
                step, Stream.concat(sentences.stream(), Stream.of(sentence)).toList(), said, view);
    }

    static Step step(
            Step.Action action, ApiResource resource, JsonNode seen, List<FieldChange> changes) {
        var metadata = seen.path("metadata");
        var key =
                new ObjectKey(
                        resource.group(),
                        resource.version(),
                        resource.plural(),
                        resource.kind(),
                        resource.namespaced() ? metadata.path("namespace").asString() : null,
                        metadata.path("name").asString(),
                        metadata.path("uid").asString());
        return new Step(action, key, metadata.path("resourceVersion").asString(""), changes);
    }

    /** How its step is taken back; empty if there is none, or no way back. */
    Optional<Undo> undo() {
        return step.flatMap(done ->
                view == null ? Optional.empty() : Undo.of(done, view.before(), view.after()));
    }
}
