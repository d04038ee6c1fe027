package dev.kubechat.sandbox.cluster.api;

import dev.kubechat.sandbox.cluster.object.Catalog;
import dev.kubechat.sandbox.cluster.object.KubeObject;
import dev.kubechat.sandbox.cluster.object.LabelSelector;
import dev.kubechat.sandbox.cluster.object.ResourceType;
import dev.kubechat.sandbox.cluster.object.StatusError;
import dev.kubechat.sandbox.cluster.store.ObjectStore;
import dev.kubechat.sandbox.cluster.workload.Pods;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;

/** Answers the eviction subresource: a delete that disruption budgets may refuse. */
final class Evicting {
    private final ObjectStore store;
    private final ResourceType budgets;
    private final Deleting deleting;

    Evicting(ObjectStore store, Catalog catalog, Deleting deleting) {
        this.store = store;
        this.budgets = catalog.named("poddisruptionbudgets.policy");
        this.deleting = deleting;
    }

    /** One at a time, so that of two at once the second sees what the first left healthy. */
    synchronized Reply answer(ResourceType pods, Target.Resource target, Call call) {
        var sent = call.jsonObject("Eviction");
        var pod =
                store.find(pods, target.key())
                        .orElseThrow(() -> StatusError.notFound(pods, target.name()));
        if (!Set.of("Pending", "Succeeded", "Failed").contains(pod.text("/status/phase"))
                && !pod.isBeingDeleted()) {
            checkBudgets(pods, pod);
        }
        deleting.delete(pods, target.key(), DeleteOptions.of(call, sent.path("deleteOptions")));
        var status =
                JsonNodeFactory.instance.objectNode().put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        return Reply.json(201, status.put("status", "Success").put("code", 201));
    }

    /** The controller's count, and that of now, which knows of evictions the controller has not seen yet. */
    private boolean allowsOneMore(KubeObject budget, ResourceType pods) {
        long healthy =
                store.list(pods).objects().stream()
                        .filter(pod -> pod.namespace().equals(budget.namespace()))
                        .filter(LabelSelector.of(budget.at("/spec/selector"))::matches)
                        .filter(pod -> !pod.isBeingDeleted() && Pods.isReady(pod))
                        .count();
        return budget.number("/status/disruptionsAllowed", 0) > 0
                && healthy > budget.number("/status/desiredHealthy", 0);
    }

    private void checkBudgets(ResourceType pods, KubeObject pod) {
        store.list(budgets).objects().stream()
                .filter(budget -> budget.namespace().equals(pod.namespace()))
                .filter(budget -> LabelSelector.of(budget.at("/spec/selector")).matches(pod))
                .filter(budget -> !allowsOneMore(budget, pods))
                .findFirst()
                .ifPresent(budget -> {
                    throw StatusError.tooManyRequests(
                                    "Cannot evict pod as it would violate the pod's disruption"
                                            + " budget.")
                            .withCause(
                                    "DisruptionBudget",
                                    "The disruption budget %s needs %d healthy pods and has %d currently"
                                            .formatted(
                                                    budget.name(),
                                                    budget.number("/status/desiredHealthy", 0),
                                                    budget.number("/status/currentHealthy", 0)));
                });
    }
}
