package dev.kubechat.pipeline.reconcile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** KubeChat's calls that the server received and did not log the end of, as when it was killed; stages may come in any order. */
final class Unended implements KubernetesAudit.Stages {

    private final Set<String> accounts;
    private final Map<String, ServerCall> begun = new HashMap<>();
    private final Set<String> ended = new HashSet<>();

    Unended(Set<String> accounts) {
        this.accounts = Set.copyOf(accounts);
    }

    @Override
    public void reached(ServerCall call, boolean isEnd) {
        if (!accounts.contains(call.account())) {
            return;
        }
        if (isEnd) {
            ended.add(call.auditId());
            begun.remove(call.auditId());
        } else if (!ended.contains(call.auditId())) {
            begun.put(call.auditId(), call);
        }
    }

    List<ServerCall> calls() {
        return List.copyOf(begun.values());
    }
}
