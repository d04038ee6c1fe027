package dev.kubechat.kubectl;

import dev.kubechat.kubectl.KubectlCommand.NotYet;
import dev.kubechat.kubectl.KubectlCommand.RolloutRestart;
import java.util.List;

/** {@code rollout restart TYPE NAME…}. */
final class RestartForm {

    private static final List<String> RESTARTABLE =
            List.of("deployments", "daemonsets", "statefulsets");

    private RestartForm() {}

    static KubectlCommand of(CommandLine line, Grammar.Command command) {
        var said = new Said(line, command);
        String example = "kubectl rollout restart deployment checkout";
        if (said.words().isEmpty() && !Forms.isFromElsewhere(line)) {
            throw new Unreadable("rollout restart needs what to restart: " + example, example);
        }
        Selection selection = About.any(said, said.words(), example);
        selection.types().forEach(RestartForm::check);
        var restart = new RolloutRestart(selection, said.scope(), ChangeOptions.of(said));
        return said.isAllKnown() ? restart : new NotYet(line);
    }

    private static void check(ResourceType type) {
        if (type.known() && !RESTARTABLE.contains(type.plural())) {
            throw new Unreadable(
                    "A %s cannot be restarted: only deployments, daemon sets and stateful sets can. They make new pods then."
                            .formatted(type.singular()));
        }
    }
}
