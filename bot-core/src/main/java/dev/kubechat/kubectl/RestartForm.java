package dev.kubechat.kubectl;

import dev.kubechat.kubectl.KubectlCommand.NotYet;
import dev.kubechat.kubectl.KubectlCommand.RolloutRestart;
import java.util.List;
import java.util.Set;

/** {@code rollout restart TYPE NAME…}. */
final class RestartForm {

    private static final Set<String> TAKEN = Set.of("selector");
    private static final List<String> RESTARTABLE =
            List.of("deployments", "daemonsets", "statefulsets");

    private RestartForm() {}

    static KubectlCommand of(CommandLine line, Grammar.Command command) {
        if (Forms.isFromElsewhere(line)) {
            return new NotYet(line);
        }
        Selection selection =
                NamedObjects.of(
                        Forms.some(
                                line,
                                "rollout restart needs what to restart",
                                "kubectl rollout restart deployment checkout"),
                        line);
        selection.types().forEach(RestartForm::check);
        return Flags.saysOnly(line, command, TAKEN)
                ? new RolloutRestart(selection, Flags.scope(line))
                : new NotYet(line);
    }

    private static void check(ResourceType type) {
        if (type.known() && !RESTARTABLE.contains(type.plural())) {
            throw new Unreadable(
                    "A %s cannot be restarted: only deployments, daemon sets and stateful sets can. They make new pods then."
                            .formatted(type.singular()));
        }
    }
}
