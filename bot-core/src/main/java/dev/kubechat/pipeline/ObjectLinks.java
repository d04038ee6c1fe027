package dev.kubechat.pipeline;

import dev.kubechat.chat.Link;
import dev.kubechat.cluster.Cluster;
import dev.kubechat.cluster.Clusters;
import dev.kubechat.execute.api.ObjectKey;
import dev.kubechat.execute.change.Step;
import dev.kubechat.execute.read.Reads.Kind;
import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.Namespace;
import dev.kubechat.kubectl.ObjectName;
import dev.kubechat.kubectl.ResourceType;
import dev.kubechat.kubectl.Scope;
import dev.kubechat.kubectl.Selection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the objects that a person reads or changes can be looked at elsewhere. */
final class ObjectLinks {

    /** On one card. */
    private static final int MOST = 5;

    private ObjectLinks() {}

    /**
     * To what was read: none if the cluster has no console, or the command is not about one object.
     *
     * @param known what the cluster knows of a type that is not built in; empty if it has none of that name
     */
    static List<Link> of(
            KubectlCommand command, Cluster cluster, Function<ResourceType, Optional<Kind>> known) {
        return object(command)
                .flatMap(object ->
                        kind(object.type(), known)
                                .flatMap(kind ->
                                        link(
                                                cluster,
                                                kind,
                                                namespace(command.scope(), kind),
                                                object.name())))
                .stream()
                .toList();
    }

    private static Optional<Kind> kind(
            ResourceType type, Function<ResourceType, Optional<Kind>> known) {
        return type.known()
                ? Optional.of(new Kind(type.kind(), type.namespaced()))
                : known.apply(type);
    }

    private static Optional<Link> link(
            Cluster cluster, Kind kind, @Nullable Namespace namespace, String name) {
        return Optional.ofNullable(cluster.console())
                .map(console ->
                        new Link(
                                "%s %s in the console of %s"
                                        .formatted(
                                                kind.kind().toLowerCase(Locale.ROOT),
                                                name,
                                                cluster.id()),
                                console.address(cluster.id(), namespace, kind.kind(), name)));
    }

    /** To what a change is about, as far as it is there already. */
    static List<Link> before(Query query, Clusters clusters) {
        return of(query, clusters, Step.Action.CREATE);
    }

    /** To what a change was about, as far as it is still there. */
    static List<Link> after(Query query, Clusters clusters) {
        return of(query, clusters, Step.Action.DELETE);
    }

    private static List<Link> of(Query query, Clusters clusters, Step.Action missing) {
        return clusters.find(query.cluster()).stream()
                .flatMap(cluster ->
                        query.preview().steps().stream()
                                .filter(step -> step.action() != missing)
                                .map(Step::object)
                                .filter(object -> !object.name().isEmpty())
                                .flatMap(object -> link(cluster, object).stream()))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static Optional<Link> link(Cluster cluster, ObjectKey object) {
        var namespace = object.namespace();
        return link(
                cluster,
                new Kind(object.kind(), namespace != null),
                namespace == null ? null : new Namespace(namespace),
                object.name());
    }

    private static Optional<ObjectName> object(KubectlCommand command) {
        return switch (command) {
            case KubectlCommand.Get get -> one(get.selection());
            case KubectlCommand.Describe describe -> one(describe.selection());
            case KubectlCommand.Logs logs -> one(logs.selection());
            default -> Optional.empty();
        };
    }

    private static Optional<ObjectName> one(Selection selection) {
        return selection instanceof Selection.Named(var objects) && objects.size() == 1
                ? Optional.of(objects.getFirst())
                : Optional.empty();
    }

    private static @Nullable Namespace namespace(Scope scope, Kind kind) {
        return kind.namespaced() && scope instanceof Scope.In(var in) ? in : null;
    }
}
