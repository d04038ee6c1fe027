package dev.kubechat.sandbox.cluster.table;

import java.util.List;
import java.util.stream.Collectors;

/** Volumes, claims to them, and storage classes. */
final class StorageRows {
    private static final String UNSET = "<unset>";

    private StorageRows() {}

    static List<Object> volume(Cells row) {
        var claim =
                row.object().at("/spec/claimRef").isObject()
                        ? row.text("/spec/claimRef/namespace")
                                + "/"
                                + row.text("/spec/claimRef/name")
                        : "";
        return Cells.row(
                row.name(),
                row.text("/spec/capacity/storage"),
                modes(row, "/spec/accessModes"),
                row.text("/spec/persistentVolumeReclaimPolicy"),
                phase(row),
                claim,
                row.text("/spec/storageClassName"),
                row.text("/spec/volumeAttributesClassName", UNSET),
                row.text("/status/reason"),
                row.age(),
                row.text("/spec/volumeMode", UNSET));
    }

    static List<Object> claim(Cells row) {
        boolean bound = !row.text("/spec/volumeName").isEmpty();
        return Cells.row(
                row.name(),
                phase(row),
                row.text("/spec/volumeName"),
                bound ? row.text("/status/capacity/storage") : "",
                bound ? modes(row, "/status/accessModes") : "",
                row.text("/spec/storageClassName"),
                row.text("/spec/volumeAttributesClassName", UNSET),
                row.age(),
                row.text("/spec/volumeMode", UNSET));
    }

    static List<Object> storageClass(Cells row) {
        var standard =
                row.object()
                        .annotation("storageclass.kubernetes.io/is-default-class")
                        .equals("true");
        return Cells.row(
                standard ? row.name() + " (default)" : row.name(),
                row.text("/provisioner"),
                row.text("/reclaimPolicy", "Delete"),
                row.text("/volumeBindingMode", "Immediate"),
                row.object().at("/allowVolumeExpansion").asBoolean(false),
                row.age());
    }

    private static String phase(Cells row) {
        return row.object().isBeingDeleted() ? "Terminating" : row.text("/status/phase");
    }

    private static String modes(Cells row, String pointer) {
        return row.object().items(pointer).stream()
                .map(mode -> shortMode(mode.asString("")))
                .collect(Collectors.joining(","));
    }

    private static String shortMode(String mode) {
        return switch (mode) {
            case "ReadWriteOnce" -> "RWO";
            case "ReadOnlyMany" -> "ROX";
            case "ReadWriteMany" -> "RWX";
            case "ReadWriteOncePod" -> "RWOP";
            default -> mode;
        };
    }
}
