package dev.kubechat.risk;

import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.KubectlCommand.Delete;
import dev.kubechat.kubectl.Namespace;
import dev.kubechat.kubectl.ObjectName;
import dev.kubechat.kubectl.Scope;
import dev.kubechat.kubectl.Selection;
import java.util.Optional;

/** What the place makes of a change: production, kube-system, protected namespaces. */
final class Surroundings {

    private static final Namespace KUBE_SYSTEM = new Namespace("kube-system");

    private Surroundings() {}

    static void judge(KubectlCommand command, RiskContext context, Judgement judgement) {
        if (!command.changes()) {
            return;
        }
        Level change = judgement.level();
        boolean narrow = change == Level.WARNING;
        if (narrow && context.production()) {
            judgement.add(
                    change.raised(),
                    "Cluster %s is marked as production.".formatted(context.cluster()));
        }
        if (narrow && command.scope().equals(new Scope.In(KUBE_SYSTEM))) {
            judgement.add(
                    change.raised(), "Namespace kube-system keeps the cluster itself running.");
        }
        protectedNamespace(command, context)
                .ifPresent(namespace ->
                        judgement.add(
                                Level.FORBIDDEN,
                                "Namespace %s is protected from deletion.".formatted(namespace)));
    }

    private static Optional<Namespace> protectedNamespace(
            KubectlCommand command, RiskContext context) {
        if (!(command instanceof Delete delete)) {
            return Optional.empty();
        }
        return switch (delete.selection()) {
            case Selection.Named named ->
                    context.protectedNamespaces().stream()
                            .filter(namespace ->
                                    named.objects().stream()
                                            .anyMatch(object -> is(object, namespace)))
                            .findFirst();
            case Selection.Matching matching -> {
                boolean namespaces =
                        matching.types().stream().anyMatch(type -> type.is("namespaces", ""));
                yield namespaces
                        ? context.protectedNamespaces().stream().findFirst()
                        : Optional.empty();
            }
        };
    }

    private static boolean is(ObjectName object, Namespace namespace) {
        return object.type().is("namespaces", "") && object.name().equals(namespace.value());
    }
}
