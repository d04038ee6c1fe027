package dev.kubechat.execute.describe;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** {@code kubectl describe pod}. */
final class PodDescription {

    private static final String MIRROR = "kubernetes.io/config.mirror";

    private PodDescription() {}

    static void describe(Subject pod, Page page) {
        head(pod, page);
        status(pod, page);
        containers(pod, page);
        conditions(pod, page);
        Volumes.ofPod(page, pod.at("spec.volumes"), "");
        page.field("QoS Class", QosClass.of(pod.object()));
        Pairs.labels(page, "Node-Selectors", pod.at("spec.nodeSelector"));
        Pairs.tolerations(page, "Tolerations", pod.at("spec.tolerations"));
        PodTemplate.spread(page, pod.at("spec.topologySpreadConstraints"), "");
        PodTemplate.schedulingGroup(page, pod.at("spec.schedulingGroup"), "");
        var mirrored = Values.text(pod.annotations().path(MIRROR));
        Happenings.print(pod, page, "", List.of(mirrored.isEmpty() ? pod.uid() : mirrored));
    }

    private static void head(Subject pod, Page page) {
        page.field("Name", pod.name());
        page.field("Namespace", pod.namespace());
        page.fieldIfSet(0, "Priority", pod.text("spec.priority"));
        page.fieldIfSet(0, "Priority Class Name", pod.text("spec.priorityClassName"));
        page.fieldIfSet(0, "Runtime Class Name", pod.text("spec.runtimeClassName"));
        page.fieldIfSet(0, "Service Account", pod.text("spec.serviceAccountName"));
        var node = pod.text("spec.nodeName");
        page.field("Node", node.isEmpty() ? Values.NONE : node + "/" + pod.text("status.hostIP"));
        if (pod.has("status.startTime")) {
            page.field("Start Time", page.time(pod.at("status.startTime")));
        }
        Pairs.labels(page, "Labels", pod.labels());
        Pairs.annotations(page, "Annotations", pod.annotations());
    }

    private static void status(Subject pod, Page page) {
        var phase = pod.text("status.phase");
        if (pod.has("metadata.deletionTimestamp")
                && !phase.equals("Failed")
                && !phase.equals("Succeeded")) {
            page.field(
                    "Status",
                    "Terminating (lasts %s)"
                            .formatted(page.since(pod.at("metadata.deletionTimestamp"))));
            page.field(
                    "Termination Grace Period",
                    Values.number(pod.object(), "metadata.deletionGracePeriodSeconds") + "s");
        } else {
            page.field("Status", phase);
        }
        page.fieldIfSet(0, "Reason", pod.text("status.reason"));
        page.fieldIfSet(0, "Message", pod.text("status.message"));
        Containers.seccomp(page, pod.at("spec.securityContext.seccompProfile"), 0, 0);
        page.field("IP", pod.text("status.podIP"));
        var addresses = Values.items(pod.at("status.podIPs"));
        page.write(0, addresses.isEmpty() ? "IPs:\t<none>\n" : "IPs:\n");
        addresses.forEach(address -> page.field(1, "IP", Values.text(address, "ip")));
        page.fieldIfSet(0, "Controlled By", pod.controller());
        page.fieldIfSet(0, "NominatedNodeName", pod.text("status.nominatedNodeName"));
        if (pod.has("spec.resources")) {
            page.write(0, "Resources:\n");
            Containers.resources(page, pod.at("spec.resources"), 1);
        }
    }

    private static void containers(Subject pod, Page page) {
        var containers = new Containers(page, pod.object(), "");
        if (!Values.items(pod.at("spec.initContainers")).isEmpty()) {
            containers.print(
                    "Init Containers",
                    pod.at("spec.initContainers"),
                    pod.at("status.initContainerStatuses"));
        }
        containers.print(
                "Containers", pod.at("spec.containers"), pod.at("status.containerStatuses"));
        if (!Values.items(pod.at("spec.ephemeralContainers")).isEmpty()) {
            containers.print(
                    "Ephemeral Containers",
                    pod.at("spec.ephemeralContainers"),
                    pod.at("status.ephemeralContainerStatuses"));
        }
    }

    private static void conditions(Subject pod, Page page) {
        var conditions = Values.items(pod.at("status.conditions"));
        var gates = Values.items(pod.at("spec.readinessGates"));
        if (!gates.isEmpty()) {
            page.write(0, "Readiness Gates:\n  Type\tStatus\n");
            for (var gate : gates) {
                var type = Values.text(gate, "conditionType");
                page.write(1, type + " \t" + statusOf(conditions, type) + " \n");
            }
        }
        if (!conditions.isEmpty()) {
            page.write(0, "Conditions:\n  Type\tStatus\n");
            for (var condition : conditions) {
                page.write(
                        1,
                        Values.text(condition, "type")
                                + " \t"
                                + Values.text(condition, "status")
                                + " \n");
            }
        }
    }

    private static String statusOf(List<JsonNode> conditions, String type) {
        return conditions.stream()
                .filter(condition -> Values.text(condition, "type").equals(type))
                .map(condition -> Values.text(condition, "status"))
                .findFirst()
                .orElse(Values.NONE);
    }
}
