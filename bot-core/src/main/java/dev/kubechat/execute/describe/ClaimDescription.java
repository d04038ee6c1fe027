package dev.kubechat.execute.describe;

import dev.kubechat.execute.print.GoSort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** {@code kubectl describe persistentvolumeclaim}. */
final class ClaimDescription {

    private static final String BETA_CLASS = "volume.beta.kubernetes.io/storage-class";

    private ClaimDescription() {}

    static void describe(Subject claim, Page page) {
        var users = users(claim);
        print(page, claim.object(), true);
        Pairs.lines(
                page,
                "",
                "Used By",
                GoSort.sorted(users, Comparator.comparing(pod -> Values.text(pod, "metadata.name")))
                        .stream()
                        .map(pod -> Values.text(pod, "metadata.name"))
                        .toList());
        var conditions = Values.items(claim.at("status.conditions"));
        if (!conditions.isEmpty()) {
            page.write(0, "Conditions:\n");
            page.write(1, "Type\tStatus\tLastProbeTime\tLastTransitionTime\tReason\tMessage\n");
            page.write(1, "----\t------\t-----------------\t------------------\t------\t-------\n");
            conditions.forEach(condition ->
                    page.write(1, Conditions.withTimes(page, condition, "lastProbeTime")));
        }
        Happenings.print(claim, page);
    }

    private static List<JsonNode> users(Subject claim) {
        var pods = claim.pods(null);
        var users = new ArrayList<JsonNode>();
        for (var pod : pods) {
            for (var volume : Values.items(Values.at(pod, "spec.volumes"))) {
                if (Values.has(volume, "persistentVolumeClaim")
                        && Values.text(volume, "persistentVolumeClaim.claimName")
                                .equals(claim.name())) {
                    users.add(pod);
                }
            }
        }
        var owners = owners(claim);
        var known =
                users.stream()
                        .map(pod -> Values.text(pod, "metadata.uid"))
                        .collect(Collectors.toSet());
        pods.stream()
                .filter(pod -> owners.contains(Values.text(pod, "metadata.uid")))
                .filter(pod -> known.add(Values.text(pod, "metadata.uid")))
                .forEach(users::add);
        return users;
    }

    private static Set<String> owners(Subject claim) {
        return Values.items(claim.at("metadata.ownerReferences")).stream()
                .filter(owner -> Values.text(owner, "kind").equals("Pod"))
                .map(owner -> Values.text(owner, "uid"))
                .collect(Collectors.toSet());
    }

    /** @param whole whether it is a claim, and not a template for one */
    static void print(Page page, JsonNode claim, boolean whole) {
        if (whole) {
            page.field("Name", Values.text(claim, "metadata.name"));
            page.field("Namespace", Values.text(claim, "metadata.namespace"));
        }
        page.field("StorageClass", storageClass(claim));
        if (whole) {
            page.field("Status", status(page, claim));
        }
        var volume = Values.text(claim, "spec.volumeName");
        page.field("Volume", volume);
        Pairs.labels(page, "Labels", Values.at(claim, "metadata.labels"));
        Pairs.annotations(page, "Annotations", Values.at(claim, "metadata.annotations"));
        if (whole) {
            page.field("Finalizers", Values.list(Values.at(claim, "metadata.finalizers")));
        }
        page.field("Capacity", volume.isEmpty() ? "" : capacity(claim));
        page.field(
                "Access Modes",
                volume.isEmpty() ? "" : accessModes(Values.at(claim, "status.accessModes")));
        page.fieldIfSet(0, "VolumeMode", Values.text(claim, "spec.volumeMode"));
        if (Values.has(claim, "spec.dataSource")) {
            page.write(0, "DataSource:\n");
            page.fieldIfSet(1, "APIGroup", Values.text(claim, "spec.dataSource.apiGroup"));
            page.field(1, "Kind", Values.text(claim, "spec.dataSource.kind"));
            page.field(1, "Name", Values.text(claim, "spec.dataSource.name"));
        }
    }

    private static String capacity(JsonNode claim) {
        return Values.text(claim, "status.capacity.storage", "0");
    }

    /** The phase, or since when it is to go. */
    static String status(Page page, JsonNode object) {
        return Values.has(object, "metadata.deletionTimestamp")
                ? "Terminating (lasts %s)"
                        .formatted(page.since(Values.at(object, "metadata.deletionTimestamp")))
                : Values.text(object, "status.phase");
    }

    /** Of a claim or a volume. */
    static String storageClass(JsonNode object) {
        var beta = Values.at(object, "metadata.annotations").path(BETA_CLASS);
        return Values.isThere(beta)
                ? Values.text(beta)
                : Values.text(object, "spec.storageClassName");
    }

    static String accessModes(JsonNode modes) {
        var given = Values.strings(modes);
        return List.of(
                        "ReadWriteOnce:RWO",
                        "ReadOnlyMany:ROX",
                        "ReadWriteMany:RWX",
                        "ReadWriteOncePod:RWOP")
                .stream()
                .map(mode -> mode.split(":", 2))
                .filter(mode -> given.contains(mode[0]))
                .map(mode -> mode[1])
                .collect(Collectors.joining(","));
    }
}
