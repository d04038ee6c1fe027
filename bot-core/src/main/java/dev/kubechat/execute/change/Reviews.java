package dev.kubechat.execute.change;

import dev.kubechat.cluster.Caller;
import dev.kubechat.cluster.ClusterUnavailable;
import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.api.Refusals;
import dev.kubechat.execute.api.Sight.No;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks a cluster in somebody's name which rights they lack: each once and a few at a time, and of many objects in one place first
 * whether all of them are allowed.
 */
final class Reviews {

    private static final int AT_ONCE = 4;

    private final Api api;
    private final Caller caller;

    /** @param caller whom a refusal to answer is told to */
    Reviews(Api api, Caller caller) {
        this.api = api;
        this.caller = caller;
    }

    /**
     * The first that is not there.
     *
     * @throws No if the cluster does not say
     * @throws ClusterUnavailable if it did not answer
     */
    Optional<Need> lacking(List<Need> needs) {
        var kinds = new LinkedHashMap<Need, LinkedHashSet<Need>>();
        needs.forEach(
                need -> kinds.computeIfAbsent(need.ofAny(), _ -> new LinkedHashSet<>()).add(need));
        var ofMany =
                kinds.entrySet().stream()
                        .filter(kind -> kind.getValue().size() > 1)
                        .map(java.util.Map.Entry::getKey)
                        .toList();
        var allowed = new LinkedHashSet<>(ofMany);
        answered(ofMany, false).forEach(allowed::remove);
        var single =
                kinds.entrySet().stream()
                        .filter(kind -> !allowed.contains(kind.getKey()))
                        .flatMap(kind -> kind.getValue().stream())
                        .toList();
        return answered(single, true).stream().findFirst();
    }

    /** Those that are not allowed, or of them only the first few. */
    private List<Need> answered(List<Need> needs, boolean untilTheFirst) {
        var denied = new ArrayList<Need>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var from = 0; from < needs.size(); from += AT_ONCE) {
                var some = needs.subList(from, Math.min(needs.size(), from + AT_ONCE));
                denied.addAll(denied(some, threads));
                if (untilTheFirst && !denied.isEmpty()) {
                    break;
                }
            }
        }
        return denied;
    }

    private List<Need> denied(List<Need> needs, ExecutorService threads) {
        if (needs.size() == 1) {
            return isAllowed(needs.getFirst()) ? List.of() : needs;
        }
        var answers = needs.stream().map(need -> threads.submit(() -> isAllowed(need))).toList();
        var denied = new ArrayList<Need>();
        for (var i = 0; i < needs.size(); i++) {
            if (!answer(answers.get(i))) {
                denied.add(needs.get(i));
            }
        }
        return denied;
    }

    private static boolean answer(Future<Boolean> answer) {
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("KubeChat is stopping.");
        }
    }

    private boolean isAllowed(Need need) {
        var reply = api.post(Access.REVIEWS, need.review());
        if (reply.code() == 403) {
            throw new No(Refusals.forbidden(reply, caller));
        }
        if (!reply.ok()) {
            throw new No(Refusals.other(reply, caller));
        }
        return reply.json().path("status").path("allowed").asBoolean(false);
    }
}
