package dev.kubechat.sandbox.cluster.table;

import dev.kubechat.sandbox.cluster.object.KubeObject;
import dev.kubechat.sandbox.cluster.object.ResourceType;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The meta.k8s.io/v1 Table of some objects. */
public final class Tables {

    /** What a row carries of its object besides the cells. */
    public enum Include {
        NONE,
        METADATA,
        OBJECT
    }

    private Tables() {}

    public static ObjectNode table(
            ResourceType type, List<KubeObject> objects, Include include, Instant now) {
        var table =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("kind", "Table")
                        .put("apiVersion", "meta.k8s.io/v1");
        table.putObject("metadata");
        var columns = table.putArray("columnDefinitions");
        type.columns().forEach(columns::add);
        var rows = table.putArray("rows");
        objects.forEach(object -> addRow(rows, type, object, include, now));
        return table;
    }

    /** The object with nothing but its metadata. */
    public static ObjectNode metadataOf(KubeObject object) {
        var partial =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("kind", "PartialObjectMetadata")
                        .put("apiVersion", "meta.k8s.io/v1");
        partial.set("metadata", object.at("/metadata").deepCopy());
        return partial;
    }

    private static void addRow(
            ArrayNode rows, ResourceType type, KubeObject object, Include include, Instant now) {
        var row = rows.addObject();
        var cells = row.putArray("cells");
        cells(new Cells(object, now)).forEach(cells::addPOJO);
        int missing = type.columns().size() - cells.size();
        IntStream.range(0, missing).forEach(any -> cells.add(""));
        switch (include) {
            case NONE -> {}
            case METADATA -> row.set("object", metadataOf(object));
            case OBJECT -> row.set("object", object.json());
        }
    }

    private static List<Object> cells(Cells row) {
        return switch (row.object().kind()) {
            case "Pod" -> PodRows.pod(row);
            case "Deployment" -> WorkloadRows.deployment(row);
            case "ReplicaSet", "ReplicationController" -> WorkloadRows.replicaSet(row);
            case "StatefulSet" -> WorkloadRows.statefulSet(row);
            case "DaemonSet" -> WorkloadRows.daemonSet(row);
            case "Job" -> WorkloadRows.job(row);
            case "CronJob" -> WorkloadRows.cronJob(row);
            case "ControllerRevision" -> WorkloadRows.controllerRevision(row);
            case "HorizontalPodAutoscaler" -> WorkloadRows.autoscaler(row);
            case "PodDisruptionBudget" -> WorkloadRows.disruptionBudget(row);
            case "Service" -> NetworkRows.service(row);
            case "Endpoints" -> NetworkRows.endpoints(row);
            case "Ingress" -> NetworkRows.ingress(row);
            case "NetworkPolicy" ->
                    Cells.row(row.name(), row.selector("/spec/podSelector"), row.age());
            case "Node" -> ClusterRows.node(row);
            case "Namespace" -> Cells.row(row.name(), row.text("/status/phase"), row.age());
            case "Event" -> ClusterRows.event(row);
            case "PersistentVolume" -> StorageRows.volume(row);
            case "PersistentVolumeClaim" -> StorageRows.claim(row);
            case "StorageClass" -> StorageRows.storageClass(row);
            case "ConfigMap" ->
                    Cells.row(
                            row.name(),
                            row.object().at("/data").size() + row.object().at("/binaryData").size(),
                            row.age());
            case "Secret" ->
                    Cells.row(
                            row.name(),
                            row.text("/type"),
                            row.object().at("/data").size(),
                            row.age());
            case "RoleBinding", "ClusterRoleBinding" -> ClusterRows.binding(row);
            case "Role", "ClusterRole" ->
                    Cells.row(row.name(), row.text("/metadata/creationTimestamp"));
            case "ResourceQuota" -> Cells.row(row.name(), "", "", row.age());
            case "LimitRange" -> Cells.row(row.name(), row.text("/metadata/creationTimestamp"));
            default -> Cells.row(row.name(), row.age());
        };
    }
}
