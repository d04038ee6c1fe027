package dev.kubechat.app.verb;

import dev.kubechat.kubectl.InvalidName;
import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.Namespace;
import dev.kubechat.risk.RiskContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a command would run.
 *
 * @param namespace holds where a command names none; null for none
 */
public record Where(@Nullable Namespace namespace, RiskContext risk) {

    // as a registered cluster has them unless its admin says otherwise
    private static final Set<Namespace> PROTECTED =
            List.of("kube-system", "kube-public", "kube-node-lease", "default").stream()
                    .map(Namespace::new)
                    .collect(Collectors.toUnmodifiableSet());

    /** @throws InvalidName if no namespace can be called so */
    public static Where of(
            Optional<String> namespace, Optional<String> cluster, boolean production) {
        return new Where(
                namespace.filter(name -> !name.isEmpty()).map(Namespace::new).orElse(null),
                new RiskContext(cluster.orElse("the cluster"), production, PROTECTED));
    }

    public KubectlCommand fill(KubectlCommand command) {
        return namespace == null ? command : command.in(namespace);
    }
}
