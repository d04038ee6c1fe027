package dev.kubechat.execute.change;

import dev.kubechat.execute.api.ManifestObject;
import dev.kubechat.execute.api.Masking;
import dev.kubechat.execute.api.ObjectKey;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.YamlText;
import dev.kubechat.kubectl.ChangeCommand;
import dev.kubechat.kubectl.ChangeOptions;
import dev.kubechat.kubectl.DeleteOptions;
import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.ManifestCommand;
import dev.kubechat.kubectl.Manifests;
import dev.kubechat.kubectl.Namespace;
import dev.kubechat.kubectl.NodeCommand;
import dev.kubechat.kubectl.ObjectName;
import dev.kubechat.kubectl.PatchType;
import dev.kubechat.kubectl.ResourceType;
import dev.kubechat.kubectl.RolloutChange;
import dev.kubechat.kubectl.Scope;
import dev.kubechat.kubectl.Selection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How one step is taken back: what was there before, as somebody would ask for it. It holds nothing that has to be masked (P9):
 * what cannot be said in a chat cannot be asked for in one.
 *
 * @param way the kind of command that does it
 * @param object that the step changed, made or deleted
 * @param detail what the way needs: the former count, a revision, a JSON patch, a whole object as JSON; empty for a deletion
 */
public record Undo(Way way, ObjectKey object, String detail) {

    /** The file that a manifest is asked for by. */
    static final String FILE = "undo.yaml";

    // a line has 4 KiB, and more than the patch stands on it
    private static final int LONGEST_PATCH = 3000;
    private static final int LARGEST_OBJECT = 256 * 1024;

    private static final String REVISION = "deployment.kubernetes.io/revision";

    /** The kinds of commands. */
    public enum Way {
        /** Sets the former count. */
        SCALE,
        /** Lets a node that was cordoned take new pods again. */
        UNCORDON,
        /** Rolls a deployment back to the revision it had. */
        ROLLOUT,
        /** Sets the fields to what they were, while they are still what the step made of them. */
        PATCH,
        /** Makes a deleted object again, without what only a server sets. */
        MAKE,
        /** Deletes what was made. */
        DELETE
    }

    /**
     * Something to ask for.
     *
     * @param line a kubectl line
     * @param files the texts of the files that it names, by name
     */
    public record Ask(String line, Map<String, String> files) {
        public Ask {
            files = Map.copyOf(files);
        }
    }

    /**
     * @param before the object as it was; a missing node where it is made
     * @param after as the server says it will be; a missing node where it goes
     * @return empty if there is no way back, or none that can be shown
     */
    static Optional<Undo> of(Step step, JsonNode before, JsonNode after) {
        return WayBack.of(step, before) instanceof WayBack.None
                ? Optional.empty()
                : switch (step.action()) {
                    case SCALE -> Optional.of(new Undo(Way.SCALE, step.object(), count(step)));
                    case CHANGE -> ofChange(step, before, after);
                    case DELETE -> ofDeletion(step, before);
                    case CREATE -> ofCreation(step);
                    // new pods are there, and the old ones do not come back
                    case RESTART, EVICT, EXEC, COPY, TOKEN -> Optional.empty();
                };
    }

    // no count is a count of none
    private static String count(Step step) {
        var was = step.changes().getFirst().was();
        return was == null ? "0" : was;
    }

    private static Optional<Undo> ofChange(Step step, JsonNode before, JsonNode after) {
        var request = step.request();
        if (request == null || !(before.isObject() && after.isObject())) {
            return Optional.empty();
        }
        if (isCordon(step)) {
            return Optional.of(new Undo(Way.UNCORDON, step.object(), ""));
        }
        var status = request.subresource().equals("status");
        var patch = patch(before, after, status);
        if (!patch.equals(patch(Masking.object(before), Masking.object(after), status))) {
            return Optional.empty();
        }
        var revision = revision(step, patch, before);
        if (revision != null) {
            return Optional.of(new Undo(Way.ROLLOUT, step.object(), revision));
        }
        var text = patch.toString();
        var plain = request.subresource().isEmpty();
        return plain && !patch.isEmpty() && text.length() <= LONGEST_PATCH
                ? Optional.of(new Undo(Way.PATCH, step.object(), text))
                : Optional.empty();
    }

    private static boolean isCordon(Step step) {
        return step.object().group().isEmpty()
                && step.object().plural().equals("nodes")
                && step.changes().size() == 1
                && step.changes().getFirst().path().equals("spec.unschedulable")
                && "true".equals(step.changes().getFirst().becomes());
    }

    private static ArrayNode patch(JsonNode before, JsonNode after, boolean status) {
        return FieldDiff.between(withoutNote(after), withoutNote(before), status).operations();
    }

    // what kubectl notes of the last apply is left as it is, as a rollout undo does
    private static JsonNode withoutNote(JsonNode object) {
        var copy = object.deepCopy();
        if (copy.path("metadata").path("annotations") instanceof ObjectNode annotations) {
            annotations.remove(ManifestObject.APPLIED);
            if (annotations.isEmpty()) {
                ((ObjectNode) copy.path("metadata")).remove("annotations");
            }
        }
        return copy;
    }

    /** That a deployment had, if it is its pod template alone that changes, and old revisions are kept. */
    private static @Nullable String revision(Step step, ArrayNode patch, JsonNode before) {
        var spec = before.path("spec");
        var kept = spec.path("revisionHistoryLimit").asInt(10) > 0;
        var runs = !spec.path("paused").asBoolean(false);
        var template =
                !patch.isEmpty()
                        && patch.valueStream()
                                .allMatch(operation ->
                                        operation
                                                .path("path")
                                                .asString("")
                                                .startsWith("/spec/template/"));
        var revision = before.path("metadata").path("annotations").path(REVISION).asString("");
        var deployment =
                step.object().plural().equals("deployments")
                        && step.object().group().equals("apps");
        return deployment && kept && runs && template && revision.matches("[0-9]{1,9}")
                ? revision
                : null;
    }

    private static Optional<Undo> ofDeletion(Step step, JsonNode before) {
        if (!(before instanceof ObjectNode whole)) {
            return Optional.empty();
        }
        var object = withoutServerFields(whole);
        var text = object.toString();
        return text.length() <= LARGEST_OBJECT && Masking.object(object).equals(object)
                ? Optional.of(new Undo(Way.MAKE, step.object(), text))
                : Optional.empty();
    }

    private static ObjectNode withoutServerFields(ObjectNode seen) {
        var object = seen.deepCopy();
        object.remove("status");
        if (object.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove(
                    List.of(
                            "uid",
                            "resourceVersion",
                            "creationTimestamp",
                            "generation",
                            "managedFields",
                            "selfLink",
                            "deletionTimestamp",
                            "deletionGracePeriodSeconds"));
        }
        if (object.path("kind").asString("").equals("Pod")
                && object.path("spec") instanceof ObjectNode spec) {
            // it is given a place anew
            spec.remove("nodeName");
        }
        return object;
    }

    private static Optional<Undo> ofCreation(Step step) {
        // a name that the server makes up is not known before
        return step.object().name().isEmpty()
                ? Optional.empty()
                : Optional.of(new Undo(Way.DELETE, step.object(), ""));
    }

    /** What to ask for to take all of these back, the last first; objects that one line serves are on one. */
    public static List<Ask> asks(List<Undo> undos) {
        var groups = new LinkedHashMap<Group, List<Undo>>();
        undos.reversed()
                .forEach(undo ->
                        groups.computeIfAbsent(Group.of(undo), _ -> new ArrayList<>()).add(undo));
        return groups.entrySet().stream()
                .map(group -> group.getKey().ask(group.getValue()))
                .toList();
    }

    /** What one line can say of several objects. */
    private record Group(Way way, @Nullable String namespace, String detail) {

        static Group of(Undo undo) {
            var each = undo.way() == Way.MAKE || undo.way() == Way.DELETE;
            return new Group(undo.way(), undo.object().namespace(), each ? "" : undo.detail());
        }

        Ask ask(List<Undo> undos) {
            var selection = new Selection.Named(undos.stream().map(Undo::name).toList());
            var usual = ChangeOptions.usual();
            var command =
                    switch (way) {
                        case SCALE ->
                                new KubectlCommand.Scale(
                                        selection,
                                        scope(),
                                        Integer.parseInt(detail),
                                        null,
                                        null,
                                        null,
                                        usual);
                        case UNCORDON -> new NodeCommand.Uncordon(selection, scope(), usual);
                        case ROLLOUT ->
                                new RolloutChange.Undo(
                                        selection, scope(), Long.parseLong(detail), usual);
                        case PATCH ->
                                new ChangeCommand.Patch(
                                        selection,
                                        scope(),
                                        PatchType.JSON,
                                        detail,
                                        null,
                                        null,
                                        false,
                                        usual);
                        case MAKE ->
                                new ManifestCommand.Create(
                                        new Manifests(List.of(FILE), null, false),
                                        scope(),
                                        null,
                                        usual);
                        case DELETE ->
                                new KubectlCommand.Delete(
                                        selection, scope(), DeleteOptions.usual(), usual);
                    };
            var files = way == Way.MAKE ? Map.of(FILE, manifest(undos)) : Map.<String, String>of();
            return new Ask(command.canonical(), files);
        }

        private Scope scope() {
            return namespace == null ? new Scope.Unsaid() : new Scope.In(new Namespace(namespace));
        }

        private static String manifest(List<Undo> undos) {
            return undos.stream()
                    .map(undo -> YamlText.yaml(Reply.JSON.readTree(undo.detail())))
                    .collect(Collectors.joining("---\n"));
        }
    }

    private ObjectName name() {
        var type =
                object.group().isEmpty() ? object.plural() : object.plural() + "." + object.group();
        return new ObjectName(ResourceType.of(type), object.name());
    }
}
