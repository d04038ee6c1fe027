package dev.kubechat.pipeline;

import dev.kubechat.chat.Link;
import dev.kubechat.cluster.Cluster;
import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.Namespace;
import dev.kubechat.kubectl.ObjectName;
import dev.kubechat.kubectl.Scope;
import dev.kubechat.kubectl.Selection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the one object that a person has just read can be looked at elsewhere. */
final class ObjectLinks {

    private ObjectLinks() {}

    /** None if the cluster has no console, or the command is not about one object. */
    static List<Link> of(KubectlCommand command, Cluster cluster) {
        var console = cluster.console();
        if (console == null) {
            return List.of();
        }
        return object(command)
                .filter(object -> object.type().known())
                .map(object ->
                        new Link(
                                "%s %s in the console of %s"
                                        .formatted(
                                                object.type().singular(),
                                                object.name(),
                                                cluster.id()),
                                console.address(
                                        cluster.id(),
                                        namespace(command.scope(), object),
                                        object.type().kind(),
                                        object.name())))
                .stream()
                .toList();
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

    private static @Nullable Namespace namespace(Scope scope, ObjectName object) {
        return object.type().namespaced() && scope instanceof Scope.In(var in) ? in : null;
    }
}
