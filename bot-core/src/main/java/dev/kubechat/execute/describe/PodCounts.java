package dev.kubechat.execute.describe;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** How many pods of a workload are in which phase. */
record PodCounts(int running, int waiting, int succeeded, int failed) {

    /** Of those that the workload controls. */
    static PodCounts of(Subject workload, String labelSelector) {
        var owned =
                workload.pods(labelSelector).stream()
                        .filter(pod -> Values.isControlledBy(pod, workload.uid()))
                        .toList();
        return new PodCounts(
                count(owned, "Running"),
                count(owned, "Pending"),
                count(owned, "Succeeded"),
                count(owned, "Failed"));
    }

    private static int count(List<JsonNode> pods, String phase) {
        return (int)
                pods.stream().filter(pod -> Values.text(pod, "status.phase").equals(phase)).count();
    }

    @Override
    public String toString() {
        return "%d Running / %d Waiting / %d Succeeded / %d Failed"
                .formatted(running, waiting, succeeded, failed);
    }
}
