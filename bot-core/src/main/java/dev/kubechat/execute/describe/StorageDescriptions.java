package dev.kubechat.execute.describe;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** {@code kubectl describe} of persistent volumes and of what they are made by. */
final class StorageDescriptions {

    private StorageDescriptions() {}

    static void volume(Subject volume, Page page) {
        page.field("Name", volume.name());
        WorkloadDescriptions.labels(volume, page);
        page.field("Finalizers", Values.list(volume.at("metadata.finalizers")));
        page.field("StorageClass", ClaimDescription.storageClass(volume.object()));
        page.field("Status", ClaimDescription.status(page, volume.object()));
        page.field(
                "Claim",
                volume.has("spec.claimRef")
                        ? volume.text("spec.claimRef.namespace")
                                + "/"
                                + volume.text("spec.claimRef.name")
                        : "");
        page.field("Reclaim Policy", volume.text("spec.persistentVolumeReclaimPolicy"));
        page.field("Access Modes", ClaimDescription.accessModes(volume.at("spec.accessModes")));
        page.fieldIfSet(0, "VolumeMode", volume.text("spec.volumeMode"));
        page.field("Capacity", Values.text(volume.object(), "spec.capacity.storage", "0"));
        affinity(volume.at("spec.nodeAffinity.required"), page);
        page.field("Message", volume.text("status.message"));
        page.write(0, "Source:\n");
        Volumes.persistent(page, volume.at("spec"));
        Happenings.print(volume, page);
    }

    private static void affinity(JsonNode required, Page page) {
        page.write(0, "Node Affinity:\t");
        if (!Values.isThere(required)) {
            page.line(Values.NONE);
            return;
        }
        page.line("");
        page.write(1, "Required Terms:\t");
        var terms = Values.items(required.path("nodeSelectorTerms"));
        page.line(terms.isEmpty() ? Values.NONE : "");
        for (var i = 0; i < terms.size(); i++) {
            term(page, 2, i, requirements(terms.get(i).path("matchExpressions")));
        }
    }

    private static List<String> requirements(JsonNode expressions) {
        return Values.items(expressions).stream()
                .map(expression ->
                        Values.text(expression, "key")
                                + " "
                                + Values.text(expression, "operator", "in").toLowerCase(Locale.ROOT)
                                + values(expression.path("values")))
                .toList();
    }

    private static String values(JsonNode values) {
        var joined = Values.joined(values, ", ");
        return Values.items(values).isEmpty() ? "" : " [" + joined + "]";
    }

    private static void term(Page page, int level, int number, List<String> requirements) {
        page.write(level, "Term " + number + ":\t");
        if (requirements.isEmpty()) {
            page.line(Values.NONE);
        }
        for (var i = 0; i < requirements.size(); i++) {
            if (i > 0) {
                page.write(level, "\t");
            }
            page.write(0, requirements.get(i) + "\n");
        }
    }

    static void storageClass(Subject storage, Page page) {
        page.field("Name", storage.name());
        page.field("IsDefaultClass", isDefault(storage) ? "Yes" : "No");
        page.field("Annotations", Values.labels(storage.annotations()));
        page.field("Provisioner", storage.text("provisioner"));
        page.field("Parameters", Values.labels(storage.at("parameters")));
        page.field(
                "AllowVolumeExpansion",
                Values.boolOrUnset(storage.object(), "allowVolumeExpansion"));
        var options = Values.strings(storage.at("mountOptions"));
        page.write(0, options.isEmpty() ? "MountOptions:\t<none>\n" : "MountOptions:\n");
        options.forEach(option -> page.write(1, option + "\n"));
        page.fieldIfSet(0, "ReclaimPolicy", storage.text("reclaimPolicy"));
        page.fieldIfSet(0, "VolumeBindingMode", storage.text("volumeBindingMode"));
        topologies(storage.at("allowedTopologies"), page);
        Happenings.print(storage, page);
    }

    private static boolean isDefault(Subject storage) {
        return List.of(
                        "storageclass.kubernetes.io/is-default-class",
                        "storageclass.beta.kubernetes.io/is-default-class")
                .stream()
                .anyMatch(name -> Values.text(storage.annotations().path(name)).equals("true"));
    }

    private static void topologies(JsonNode topologies, Page page) {
        if (Values.isThere(topologies)) {
            var terms = Values.items(topologies);
            page.write(0, "AllowedTopologies:\t");
            page.line(terms.isEmpty() ? Values.NONE : "");
            for (var i = 0; i < terms.size(); i++) {
                term(page, 1, i, requirements(terms.get(i).path("matchLabelExpressions")));
            }
        }
    }

    static void volumeAttributesClass(Subject attributes, Page page) {
        page.field("Name", attributes.name());
        page.field("Annotations", Values.labels(attributes.annotations()));
        page.field("DriverName", attributes.text("driverName"));
        page.field("Parameters", Values.labels(attributes.at("parameters")));
        Happenings.print(attributes, page);
    }

    static void csiNode(Subject node, Page page) {
        page.field("Name", node.name());
        WorkloadDescriptions.labels(node, page);
        page.field("CreationTimestamp", page.time(node.at("metadata.creationTimestamp")));
        page.write(0, "Spec:\n");
        if (node.has("spec.drivers")) {
            page.write(1, "Drivers:\n");
        }
        for (var driver : Values.items(node.at("spec.drivers"))) {
            page.write(2, Values.text(driver, "name") + ":\n");
            page.field(3, "Node ID", Values.text(driver, "nodeID"));
            if (Values.has(driver, "allocatable.count")) {
                page.write(3, "Allocatables:\n");
                page.field(4, "Count", Values.number(driver, "allocatable.count"));
            }
            if (Values.has(driver, "topologyKeys")) {
                page.field(3, "Topology Keys", Values.list(driver.path("topologyKeys")));
            }
        }
        Happenings.print(node, page);
    }
}
