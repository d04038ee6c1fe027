package dev.kubechat.execute.describe;

import tools.jackson.databind.JsonNode;

/** {@code kubectl describe} of what keeps pods running. */
final class WorkloadDescriptions {

    private WorkloadDescriptions() {}

    static void replicationController(Subject controller, Page page) {
        var counts = PodCounts.of(controller, Selectors.ofMap(controller.at("spec.selector")));
        names(controller, page);
        page.field("Selector", Values.labels(controller.at("spec.selector")));
        labels(controller, page);
        replicas(controller, page);
        page.field("Pods Status", counts);
        rest(controller, page);
    }

    static void replicaSet(Subject set, Page page) {
        String counts;
        try {
            counts = PodCounts.of(set, Selectors.text(set.at("spec.selector"))).toString();
        } catch (NotShown notSeen) {
            counts = "error in fetching pods: " + notSeen.words();
        }
        names(set, page);
        page.field("Selector", Selectors.shown(set.at("spec.selector")));
        labels(set, page);
        page.fieldIfSet(0, "Controlled By", set.controller());
        replicas(set, page);
        page.field("Pods Status", counts);
        rest(set, page);
    }

    private static void replicas(Subject workload, Page page) {
        page.field(
                "Replicas",
                "%d current / %d desired"
                        .formatted(
                                Values.number(workload.object(), "status.replicas"),
                                Values.number(workload.object(), "spec.replicas")));
    }

    private static void rest(Subject workload, Page page) {
        PodTemplate.print(page, workload.at("spec.template"));
        Conditions.brief(page, workload.at("status.conditions"));
        Happenings.print(workload, page);
    }

    static void daemonSet(Subject daemon, Page page) {
        var selector = Selectors.text(daemon.at("spec.selector"));
        var counts = PodCounts.of(daemon, selector);
        names(daemon, page);
        page.field("Selector", selector);
        page.field("Node-Selector", Values.labels(daemon.at("spec.template.spec.nodeSelector")));
        labels(daemon, page);
        nodes(daemon, page, "Desired Number of Nodes Scheduled", "desiredNumberScheduled");
        nodes(daemon, page, "Current Number of Nodes Scheduled", "currentNumberScheduled");
        nodes(
                daemon,
                page,
                "Number of Nodes Scheduled with Up-to-date Pods",
                "updatedNumberScheduled");
        nodes(daemon, page, "Number of Nodes Scheduled with Available Pods", "numberAvailable");
        nodes(daemon, page, "Number of Nodes Misscheduled", "numberMisscheduled");
        page.field("Pods Status", counts);
        PodTemplate.print(page, daemon.at("spec.template"));
        Happenings.print(daemon, page);
    }

    private static void nodes(Subject daemon, Page page, String words, String field) {
        page.write(0, words + ": " + Values.number(daemon.at("status"), field) + "\n");
    }

    static void statefulSet(Subject set, Page page) {
        var selector = Selectors.text(set.at("spec.selector"));
        var counts = PodCounts.of(set, selector);
        names(set, page);
        page.field("CreationTimestamp", page.time(set.at("metadata.creationTimestamp")));
        page.field("Selector", selector);
        labels(set, page);
        page.field(
                "Replicas",
                "%d desired | %d total"
                        .formatted(
                                Values.number(set.object(), "spec.replicas"),
                                Values.number(set.object(), "status.replicas")));
        page.field("Update Strategy", set.text("spec.updateStrategy.type"));
        if (set.has("spec.updateStrategy.rollingUpdate.partition")) {
            var rolling = set.at("spec.updateStrategy.rollingUpdate");
            page.field(1, "Partition", Values.number(rolling, "partition"));
            page.fieldIfSet(1, "MaxUnavailable", Values.text(rolling, "maxUnavailable"));
        }
        page.field("Pods Status", counts);
        PodTemplate.print(page, set.at("spec.template"));
        claims(page, set.at("spec.volumeClaimTemplates"));
        Happenings.print(set, page);
    }

    private static void claims(Page page, JsonNode templates) {
        var all = Values.items(templates);
        if (all.isEmpty()) {
            page.write(0, "Volume Claims:\t<none>\n");
            return;
        }
        page.write(0, "Volume Claims:\n");
        for (var claim : all) {
            page.field(1, "Name", Values.text(claim, "metadata.name"));
            page.field(1, "StorageClass", ClaimDescription.storageClass(claim));
            Pairs.labels(page, "  ", "Labels", Values.at(claim, "metadata.labels"));
            Pairs.labels(page, "  ", "Annotations", Values.at(claim, "metadata.annotations"));
            page.field(
                    1,
                    "Capacity",
                    Values.text(claim, "spec.resources.requests.storage", "<default>"));
            page.field(1, "Access Modes", Values.list(Values.at(claim, "spec.accessModes")));
        }
    }

    static void names(Subject subject, Page page) {
        page.field("Name", subject.name());
        page.field("Namespace", subject.namespace());
    }

    static void labels(Subject subject, Page page) {
        Pairs.labels(page, "Labels", subject.labels());
        Pairs.annotations(page, "Annotations", subject.annotations());
    }
}
