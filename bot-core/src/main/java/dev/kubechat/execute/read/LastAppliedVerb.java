package dev.kubechat.execute.read;

import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.Masking;
import dev.kubechat.execute.api.Outcome;
import dev.kubechat.execute.api.Pods;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.execute.api.YamlText;
import dev.kubechat.kubectl.ObjectName;
import dev.kubechat.kubectl.ReadCommand.ViewLastApplied;
import dev.kubechat.kubectl.Selection;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** {@code kubectl apply view-last-applied}: what was applied to objects last, without credentials (P9). */
final class LastAppliedVerb {

    private static final String ANNOTATION = "kubectl.kubernetes.io/last-applied-configuration";

    private final Sight sight;
    private final ViewLastApplied asked;

    LastAppliedVerb(Sight sight, ViewLastApplied asked) {
        this.sight = sight;
        this.asked = asked;
    }

    Outcome.Printed print() {
        var text = new StringBuilder();
        var without = new ArrayList<String>();
        for (var object : objects()) {
            var applied =
                    Masking.object(object)
                            .path("metadata")
                            .path("annotations")
                            .path(ANNOTATION)
                            .asString("");
            if (applied.isEmpty()) {
                without.add(Pods.name(object));
            } else {
                text.append(shown(applied));
            }
        }
        var note =
                without.isEmpty()
                        ? ""
                        : "Nothing was ever applied to %s.".formatted(String.join(", ", without));
        return new Outcome.Printed(text.toString(), note, "", 0);
    }

    private String shown(String applied) {
        try {
            JsonNode object = Reply.JSON.readTree(applied);
            return asked.output().equals("json")
                    ? GoJson.indented(object, 2) + "\n"
                    : YamlText.yaml(object);
        } catch (JacksonException noJson) {
            throw new No("What was applied last is no JSON, so it cannot be shown.");
        }
    }

    private List<JsonNode> named(List<ObjectName> objects) {
        return objects.stream().map(object -> sight.object(object, asked.scope())).toList();
    }

    private List<JsonNode> objects() {
        return switch (asked.selection()) {
            case Selection.Named(var objects) -> named(objects);
            case Selection.InFiles files -> named(sight.names(files, asked.scope()));
            // kubectl takes its own empty selector for one that was typed
            case Selection.Matching(_, _, _, boolean all) when all ->
                    throw No.saying("setting 'all' parameter but found a non empty selector. ");
            case Selection.Matching matching ->
                    matching.types().stream()
                            .flatMap(type -> {
                                var resource = sight.resource(type);
                                var path =
                                        ApiPath.of(
                                                        resource,
                                                        Sight.namespace(asked.scope(), resource))
                                                .with("labelSelector", matching.labelSelector());
                                return sight.list(path).path("items").valueStream();
                            })
                            .toList();
        };
    }
}
