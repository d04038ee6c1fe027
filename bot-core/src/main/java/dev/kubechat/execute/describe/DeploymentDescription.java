package dev.kubechat.execute.describe;

import dev.kubechat.execute.describe.Window.Resource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code kubectl describe deployment}. */
final class DeploymentDescription {

    private static final Resource REPLICA_SETS = new Resource("apps", "v1", "replicasets");
    private static final String HASH = "pod-template-hash";

    private DeploymentDescription() {}

    static void describe(Subject deployment, Page page) {
        var sets = replicaSets(deployment);
        WorkloadDescriptions.names(deployment, page);
        page.field("CreationTimestamp", page.time(deployment.at("metadata.creationTimestamp")));
        WorkloadDescriptions.labels(deployment, page);
        page.field("Selector", Selectors.text(deployment.at("spec.selector")));
        replicas(deployment.object(), page);
        PodTemplate.print(page, deployment.at("spec.template"));
        Conditions.brief(page, deployment.at("status.conditions"));
        if (!sets.isEmpty()) {
            var current = current(deployment, sets);
            page.field(
                    "OldReplicaSets",
                    shown(sets.stream().filter(set -> !isCurrent(set, current)).toList()));
            page.field("NewReplicaSet", shown(current.stream().toList()));
        }
        Happenings.print(deployment, page);
    }

    private static void replicas(JsonNode deployment, Page page) {
        page.field(
                "Replicas",
                "%d desired | %d updated | %d total | %d available | %d unavailable"
                        .formatted(
                                Values.number(deployment, "spec.replicas"),
                                Values.number(deployment, "status.updatedReplicas"),
                                Values.number(deployment, "status.replicas"),
                                Values.number(deployment, "status.availableReplicas"),
                                Values.number(deployment, "status.unavailableReplicas")));
        page.field("StrategyType", Values.text(deployment, "spec.strategy.type"));
        page.field("MinReadySeconds", Values.number(deployment, "spec.minReadySeconds"));
        var rolling = Values.at(deployment, "spec.strategy.rollingUpdate");
        if (Values.isThere(rolling)) {
            page.field(
                    "RollingUpdateStrategy",
                    "%s max unavailable, %s max surge"
                            .formatted(
                                    Values.text(rolling, "maxUnavailable", "<nil>"),
                                    Values.text(rolling, "maxSurge", "<nil>")));
        }
    }

    // those that may not be seen are not spoken of, as with kubectl
    private static List<JsonNode> replicaSets(Subject deployment) {
        var selector = Selectors.text(deployment.at("spec.selector"));
        try {
            return deployment
                    .window()
                    .list(
                            REPLICA_SETS,
                            deployment.namespace(),
                            selector.isEmpty() ? null : selector,
                            null)
                    .stream()
                    .filter(set -> Values.isControlledBy(set, deployment.uid()))
                    .sorted(
                            Comparator.comparing(DeploymentDescription::created)
                                    .thenComparing(set -> Values.text(set, "metadata.name")))
                    .toList();
        } catch (NotShown notSeen) {
            return List.of();
        }
    }

    private static Instant created(JsonNode set) {
        var created = Page.instant(Values.text(set, "metadata.creationTimestamp"));
        return created == null ? Instant.MIN : created;
    }

    private static Optional<JsonNode> current(Subject deployment, List<JsonNode> sets) {
        var wanted = template(deployment.raw());
        return sets.stream().filter(set -> template(set).equals(wanted)).findFirst();
    }

    private static boolean isCurrent(JsonNode set, Optional<JsonNode> current) {
        return current.filter(it ->
                        Values.text(it, "metadata.uid").equals(Values.text(set, "metadata.uid")))
                .isPresent();
    }

    private static JsonNode template(JsonNode object) {
        var template = Values.at(object, "spec.template").deepCopy();
        if (Values.at(template, "metadata.labels") instanceof ObjectNode labels) {
            labels.remove(HASH);
        }
        prune(template);
        return template;
    }

    // what is empty is the same as what is missing
    private static void prune(JsonNode node) {
        node.forEach(DeploymentDescription::prune);
        if (node instanceof ObjectNode fields) {
            var empty = new ArrayList<String>();
            fields.properties()
                    .forEach(field -> {
                        var value = field.getValue();
                        if (value.isNull() || (value.isArray() && value.isEmpty())) {
                            empty.add(field.getKey());
                        }
                    });
            fields.remove(empty);
            if (Values.map(fields.path("labels")).isEmpty()) {
                fields.remove("labels");
            }
        }
    }

    private static String shown(List<JsonNode> sets) {
        return Values.orNone(
                sets.stream()
                        .map(set ->
                                "%s (%d/%d replicas created)"
                                        .formatted(
                                                Values.text(set, "metadata.name"),
                                                Values.number(set, "status.replicas"),
                                                Values.number(set, "spec.replicas")))
                        .collect(Collectors.joining(", ")));
    }
}
