package dev.kubechat.execute;

import dev.kubechat.execute.Sight.No;
import dev.kubechat.kubectl.Cascade;
import dev.kubechat.kubectl.DeleteOptions;
import dev.kubechat.kubectl.KubectlCommand.Delete;
import dev.kubechat.kubectl.ObjectName;
import dev.kubechat.kubectl.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
     * With kubectl's own warnings.
     *
     * @throws No if it is not there
     */
    Planning plan(ObjectName name) {
        var resource = sight.resource(name.type());
        if (delete.options().force() && Objects.equals(grace(delete.options()), 0)) {
            sight.warn(AT_ONCE);
        }
        if (!resource.namespaced() && delete.scope() instanceof Scope.In) {
            sight.warn(WHOLE_CLUSTER);
        }
        var namespace = Sight.namespace(delete.scope(), resource);
        if (delete.options().ignoreNotFound() && isMissing(resource, namespace, name)) {
            return new Planning(
                    Optional.empty(), List.of("There is no %s.".formatted(name)), List.of());
        }
        var seen = sight.read(resource, namespace, name.name(), Api.JSON);
        return planned(resource, seen, delete.options());
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
