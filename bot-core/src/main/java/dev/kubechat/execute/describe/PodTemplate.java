package dev.kubechat.execute.describe;

import dev.kubechat.execute.print.GoSort;
import java.util.Comparator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What the pods of a workload are made from. */
final class PodTemplate {

    private PodTemplate() {}

    static void print(Page page, JsonNode template) {
        page.write(0, "Pod Template:\n");
        if (!Values.isThere(template)) {
            page.write(1, Values.UNSET);
            return;
        }
        Pairs.labels(page, "  Labels", Values.at(template, "metadata.labels"));
        if (!Values.map(Values.at(template, "metadata.annotations")).isEmpty()) {
            Pairs.annotations(page, "  Annotations", Values.at(template, "metadata.annotations"));
        }
        var spec = template.path("spec");
        page.fieldIfSet(1, "Service Account", Values.text(spec, "serviceAccountName"));
        var containers = new Containers(page, null, "  ");
        if (!Values.items(spec.path("initContainers")).isEmpty()) {
            containers.print(
                    "Init Containers", spec.path("initContainers"), MissingNode.getInstance());
        }
        containers.print("Containers", spec.path("containers"), MissingNode.getInstance());
        Volumes.ofPod(page, spec.path("volumes"), "  ");
        spread(page, spec.path("topologySpreadConstraints"), "  ");
        page.fieldIfSet(1, "Priority Class Name", Values.text(spec, "priorityClassName"));
        Pairs.labels(page, "  Node-Selectors", spec.path("nodeSelector"));
        Pairs.tolerations(page, "  Tolerations", spec.path("tolerations"));
        schedulingGroup(page, spec.path("schedulingGroup"), "  ");
    }

    static void spread(Page page, JsonNode constraints, String space) {
        var sorted =
                GoSort.sorted(
                        Values.items(constraints),
                        Comparator.comparing(constraint -> Values.text(constraint, "topologyKey")));
        if (sorted.isEmpty()) {
            return;
        }
        page.write(0, space + "Topology Spread Constraints:\t");
        for (var i = 0; i < sorted.size(); i++) {
            var constraint = sorted.get(i);
            page.write(0, i == 0 ? "" : space + "\t");
            page.write(
                    0,
                    "%s:%s when max skew %d is exceeded"
                            .formatted(
                                    Values.text(constraint, "topologyKey"),
                                    Values.text(constraint, "whenUnsatisfiable"),
                                    Values.number(constraint, "maxSkew")));
            if (Values.has(constraint, "labelSelector")) {
                page.write(0, " for selector " + Selectors.shown(constraint.path("labelSelector")));
            }
            page.write(0, "\n");
        }
    }

    static void schedulingGroup(Page page, JsonNode group, String space) {
        if (Values.isThere(group)) {
            page.write(0, space + "SchedulingGroup:\n");
            page.field(1, "PodGroupName", Values.text(group, "podGroupName"));
        }
    }
}
