package dev.kubechat.execute;

import dev.kubechat.execute.Alteration.Seen;
import dev.kubechat.execute.Sight.No;
import dev.kubechat.kubectl.SetCommand;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code kubectl set image}, {@code resources} and {@code serviceaccount}: fields of the pods that a workload makes. */
final class SetVerb {

    private static final List<String> CONTAINERS = List.of("initContainers", "containers");

    private final Sight sight;
    private final Alteration alteration;

    SetVerb(Sight sight, Alteration alteration) {
        this.sight = sight;
        this.alteration = alteration;
    }

    /** @throws No if a container is not there or the server refuses */
    List<Planning> plan(SetCommand command) {
        return switch (command) {
            case SetCommand.Image image ->
                    each(image, seen -> images(seen, image.images()), "image updated");
            case SetCommand.Resources resources ->
                    each(
                            resources,
                            seen -> resources(seen, resources),
                            "resource requirements updated");
            case SetCommand.Account account ->
                    each(
                            account,
                            seen -> account(seen, account.serviceAccount()),
                            "serviceaccount updated");
            case SetCommand.Env _, SetCommand.Selector _, SetCommand.Subject _ ->
                    throw new No(
                            "kubectl %s is understood, but not run yet.".formatted(command.verb()));
        };
    }

    private interface Fields {
        /** What is set in the pods' spec. */
        ObjectNode of(Seen seen);
    }

    private List<Planning> each(SetCommand command, Fields fields, String done) {
        return new Chosen(sight)
                .objects(command.selection(), command.scope()).stream()
                        .map(seen ->
                                alteration.change(
                                        seen,
                                        Alteration.MERGE,
                                        PodTemplates.patch(seen, fields.of(seen)).toString(),
                                        "",
                                        seen.called() + " " + done,
                                        ""))
                        .toList();
    }

    private static ObjectNode images(Seen seen, Map<String, String> images) {
        var set = containers(seen);
        images.forEach((name, image) -> {
            var found = matching(set, container -> name.equals("*") || name.equals(container));
            if (found.isEmpty()) {
                throw No.saying("unable to find container named \"%s\"".formatted(name));
            }
            found.forEach(container -> container.put("image", image));
        });
        return set;
    }

    private static ObjectNode resources(Seen seen, SetCommand.Resources command) {
        var set = containers(seen);
        var wanted = glob(command.containers());
        var found = matching(set, container -> wanted.matcher(container).matches());
        if (found.isEmpty()) {
            throw No.saying("unable to find container named %s".formatted(command.containers()));
        }
        found.forEach(container -> {
            put(container, "limits", command.limits());
            put(container, "requests", command.requests());
        });
        return set;
    }

    private static void put(ObjectNode container, String kind, Map<String, String> amounts) {
        if (!amounts.isEmpty()) {
            var resources = container.withObject("/resources");
            var node = resources.putObject(kind);
            amounts.forEach(node::put);
        }
    }

    private static ObjectNode account(Seen seen, String name) {
        PodTemplates.path(seen); // says so where there are no pods
        return Reply.JSON
                .createObjectNode()
                .put("serviceAccountName", name)
                .put("serviceAccount", name);
    }

    /** Copies of the containers as they are, which a merge patch replaces whole. */
    private static ObjectNode containers(Seen seen) {
        var set = Reply.JSON.createObjectNode();
        var spec = PodTemplates.spec(seen);
        for (var field : CONTAINERS) {
            if (spec.path(field) instanceof ArrayNode there) {
                set.set(field, there.deepCopy());
            }
        }
        return set;
    }

    private static List<ObjectNode> matching(ObjectNode set, Predicate<String> name) {
        return CONTAINERS.stream()
                .flatMap(field -> set.path(field).valueStream())
                .filter(container -> name.test(container.path("name").asString("")))
                .map(SetVerb::object)
                .toList();
    }

    private static ObjectNode object(JsonNode node) {
        return (ObjectNode) node;
    }

    private static Pattern glob(String wanted) {
        return Pattern.compile("\\Q" + wanted.replace("*", "\\E.*\\Q") + "\\E");
    }
}
