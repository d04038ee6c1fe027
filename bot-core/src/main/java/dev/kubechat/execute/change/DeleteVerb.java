package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.ApiResource;
import dev.kubechat.execute.api.Call;
import dev.kubechat.execute.api.ObjectKey;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Seen;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.execute.api.Warnings;
import dev.kubechat.kubectl.Cascade;
import dev.kubechat.kubectl.DeleteOptions;
import dev.kubechat.kubectl.KubectlCommand.Delete;
import dev.kubechat.kubectl.ObjectName;
import dev.kubechat.kubectl.Scope;
import dev.kubechat.kubectl.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code kubectl delete} of named objects: of just these and not of later ones of the same name. */
final class DeleteVerb {

    static final String PROPAGATION = "propagationPolicy";
    static final String GRACE = "gracePeriodSeconds";

    private static final String BACKGROUND = "Background";
    private static final String AT_ONCE =
            "Immediate deletion does not wait for confirmation that the running resource has been"
                    + " terminated. The resource may continue to run on the cluster indefinitely.";
    private static final String WHOLE_CLUSTER =
            "deleting cluster-scoped resources, not scoped to the provided namespace";

    private final Sight sight;
    private final Delete delete;

    DeleteVerb(Sight sight, Delete delete) {
        this.sight = sight;
        this.delete = delete;
    }

    /**
     * One for each object. What a selector chose is taken as it was listed; one that is gone by then is left out.
     *
     * @throws No if one that is named is not there, or may not be deleted
     */
    List<Planning> plans(UnaryOperator<Planning> how) {
        var contradiction = delete.options().contradiction();
        if (contradiction != null) {
            throw No.saying(contradiction);
        }
        if (delete.options().force() && Objects.equals(grace(delete.options()), 0)) {
            sight.warn(AT_ONCE);
        }
        if (delete.selection() instanceof Selection.Matching matching) {
            return new Chosen(sight).each(matching, delete.scope(), seen -> how.apply(plan(seen)));
        }
        return ChangePlans.names(delete.selection(), delete.scope(), sight).stream()
                .map(name -> how.apply(plan(name)))
                .toList();
    }

    /** @throws No if it is not there */
    private Planning plan(ObjectName name) {
        var resource = sight.resource(name.type());
        warn(resource);
        var namespace = Sight.namespace(delete.scope(), resource);
        if (delete.options().ignoreNotFound() && isMissing(resource, namespace, name)) {
            return new Planning(
                    Optional.empty(), List.of("There is no %s.".formatted(name)), List.of());
        }
        return plan(new Seen(resource, sight.read(resource, namespace, name.name(), Api.JSON)));
    }

    private Planning plan(Seen seen) {
        warn(seen.resource());
        return planned(seen.resource(), seen.object(), delete.options());
    }

    private void warn(ApiResource resource) {
        if (!resource.namespaced() && delete.scope() instanceof Scope.In) {
            sight.warn(WHOLE_CLUSTER);
        }
    }

    /** Of an object as it was seen. */
    static Planning planned(ApiResource resource, JsonNode seen, DeleteOptions options) {
        var step = Planning.step(Step.Action.DELETE, resource, seen, changes(options));
        return Planning.of(step, List.of()).seen(Planning.View.gone(seen));
    }

    private boolean isMissing(ApiResource resource, @Nullable String namespace, ObjectName name) {
        return (namespace != null || !resource.namespaced())
                && sight.api().get(ApiPath.of(resource, namespace).at(name.name())).code() == 404;
    }

    // what differs from a plain deletion
    private static List<FieldChange> changes(DeleteOptions options) {
        var changes = new ArrayList<FieldChange>();
        if (options.cascade() != Cascade.BACKGROUND) {
            changes.add(new FieldChange(PROPAGATION, null, policy(options.cascade())));
        }
        var grace = grace(options);
        if (grace != null) {
            changes.add(new FieldChange(GRACE, null, String.valueOf(grace)));
        }
        return changes;
    }

    private static String policy(Cascade cascade) {
        return switch (cascade) {
            case BACKGROUND -> BACKGROUND;
            case FOREGROUND -> "Foreground";
            case ORPHAN -> "Orphan";
        };
    }

    // as kubectl reads its flags together
    private static @Nullable Integer grace(DeleteOptions options) {
        if (options.now()) {
            return 1;
        }
        if (options.force()) {
            return Objects.requireNonNullElse(options.gracePeriod(), 0);
        }
        var asked = options.gracePeriod();
        return asked != null && asked == 0 ? Integer.valueOf(1) : asked;
    }

    static Call call(Step step) {
        var options = Reply.JSON.createObjectNode();
        options.put("apiVersion", "v1").put("kind", "DeleteOptions");
        options.putObject("preconditions").put("uid", step.object().uid());
        options.put(PROPAGATION, value(step, PROPAGATION, BACKGROUND));
        var grace = value(step, GRACE, "");
        if (!grace.isEmpty()) {
            options.put(GRACE, Integer.parseInt(grace));
        }
        return Call.delete(ApiPath.of(step.object()), options);
    }

    /** Of a deletion that the server has accepted. Where nothing is to be waited for, the object is gone with the answer. */
    static StepResult ended(Step step, Reply reply) {
        var line = Verdicts.line(step);
        var reason = reason(reply.json());
        return reason.isEmpty()
                ? new StepResult.Done(line, Warnings.shown(reply.warnings()))
                : new StepResult.Going(line, going(step.object(), reason));
    }

    private static String going(ObjectKey key, String reason) {
        return "It is still going: %s. To see it through: kubectl wait --for=delete %s/%s%s"
                .formatted(
                        reason,
                        key.plural(),
                        key.name(),
                        key.namespace() == null ? "" : " -n " + key.namespace());
    }

    private static String reason(JsonNode object) {
        var metadata = object.path("metadata");
        if (!metadata.has("deletionTimestamp")) {
            return "";
        }
        if (!metadata.path("finalizers").isEmpty()) {
            return "it stays until somebody has seen to its finalizers (%s)"
                    .formatted(
                            metadata.path("finalizers")
                                    .valueStream()
                                    .map(one -> one.asString(""))
                                    .collect(Collectors.joining(", ")));
        }
        if (!object.path("spec").path("finalizers").isEmpty()) {
            return "what is in it goes first";
        }
        var grace = metadata.path("deletionGracePeriodSeconds").asInt(0);
        return grace > 0 ? "it has up to %d s to end".formatted(grace) : "";
    }

    static boolean isForced(Step step) {
        return value(step, GRACE, "").equals("0");
    }

    private static String value(Step step, String path, String otherwise) {
        return step.changes().stream()
                .filter(change -> change.path().equals(path))
                .map(FieldChange::becomes)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(otherwise);
    }
}
