package dev.kubechat.execute;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What one named object comes to.
 *
 * @param step none where there is nothing to do
 * @param sentences what follows from it, or why there is nothing to do
 * @param said what kubectl prints where there is nothing to do
 */
record Planning(Optional<Step> step, List<String> sentences, List<String> said) {

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
                step.map(done ->
                        new Step(
                                done.action(),
                                done.object(),
                                done.resourceVersion(),
                                done.changes(),
                                new Step.Request("", "", "", "", Verdicts.named(done)))),
                sentences,
                said.stream().map(line -> line.replaceFirst(" .*$", "")).toList());
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
}
