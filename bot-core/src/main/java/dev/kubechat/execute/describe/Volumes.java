package dev.kubechat.execute.describe;

import dev.kubechat.execute.print.Quantity;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The volumes of a pod, and where a persistent volume lies. */
final class Volumes {

    private Volumes() {}

    static void ofPod(Page page, JsonNode volumes, String space) {
        var all = Values.items(volumes);
        if (all.isEmpty()) {
            page.write(0, space + "Volumes:\t<none>\n");
            return;
        }
        page.write(0, space + "Volumes:\n");
        for (var volume : all) {
            page.write(1, (space.isEmpty() ? "" : " ") + Values.text(volume, "name") + ":\n");
            ofPod(page, volume);
        }
    }

    private static void ofPod(Page page, JsonNode volume) {
        if (Values.has(volume, "emptyDir")) {
            emptyDir(page, volume.path("emptyDir"));
        } else if (Values.has(volume, "projected")) {
            projected(page, volume.path("projected"));
        } else if (Values.has(volume, "downwardAPI")) {
            downward(page, volume.path("downwardAPI"));
        } else if (Values.has(volume, "ephemeral")) {
            ephemeral(page, volume.path("ephemeral"));
        } else {
            VolumeSource.ofPod(volume)
                    .ifPresentOrElse(
                            source -> source(page, source, volume, false),
                            () -> page.write(1, "<unknown>\n"));
        }
    }

    static void persistent(Page page, JsonNode spec) {
        VolumeSource.persistent(spec)
                .ifPresentOrElse(
                        source -> source(page, source, spec, true),
                        () -> page.write(1, "<unknown>\n"));
    }

    private static void source(
            Page page, VolumeSource source, JsonNode volume, boolean isPersistent) {
        source.print(page, volume, isPersistent);
        if (source.field().equals("csi")) {
            attributes(page, Values.at(volume, "csi.volumeAttributes"));
        }
    }

    private static void attributes(Page page, JsonNode attributes) {
        page.write(2, "VolumeAttributes:\t");
        var shown = Values.map(attributes);
        if (shown.isEmpty()) {
            page.line(Values.NONE);
        }
        var first = true;
        for (var attribute : shown.entrySet()) {
            if (!first) {
                page.write(2, "");
                page.write(2, "\t");
            }
            first = false;
            var line = attribute.getKey() + "=" + attribute.getValue();
            page.write(2, Values.shortened(line, Pairs.LONGEST) + "\n");
        }
    }

    private static void emptyDir(Page page, JsonNode emptyDir) {
        var limit = Quantity.of(emptyDir.path("sizeLimit")).amount().signum() > 0;
        page.field(2, "Type", "EmptyDir (a temporary directory that shares a pod's lifetime)");
        page.field(2, "Medium", Values.text(emptyDir, "medium"));
        page.field(2, "SizeLimit", limit ? Values.text(emptyDir, "sizeLimit") : Values.UNSET);
    }

    private static void projected(Page page, JsonNode projected) {
        page.field(
                2,
                "Type",
                "Projected (a volume that contains injected data from multiple sources)");
        for (var source : Values.items(projected.path("sources"))) {
            if (Values.has(source, "secret")) {
                page.field(2, "SecretName", Values.text(source, "secret.name"));
                page.field(2, "Optional", Values.flag(source, "secret.optional"));
            } else if (Values.has(source, "downwardAPI")) {
                page.field(2, "DownwardAPI", true);
            } else if (Values.has(source, "configMap")) {
                page.field(2, "ConfigMapName", Values.text(source, "configMap.name"));
                page.field(2, "Optional", Values.flag(source, "configMap.optional"));
            } else if (Values.has(source, "serviceAccountToken")) {
                page.field(
                        2,
                        "TokenExpirationSeconds",
                        Values.number(source, "serviceAccountToken.expirationSeconds"));
            }
        }
    }

    private static void downward(Page page, JsonNode downward) {
        page.field(
                2,
                "Type",
                "DownwardAPI (a volume populated by information about the pod)\n    Items:");
        for (var item : Values.items(downward.path("items"))) {
            for (var from : List.of("fieldRef.fieldPath", "resourceFieldRef.resource")) {
                if (Values.has(item, from)) {
                    page.write(
                            3, Values.text(item, from) + " -> " + Values.text(item, "path") + "\n");
                }
            }
        }
    }

    private static void ephemeral(Page page, JsonNode ephemeral) {
        page.field(
                2,
                "Type",
                "EphemeralVolume (an inline specification for a volume that gets created and"
                        + " deleted with the pod)");
        if (Values.has(ephemeral, "volumeClaimTemplate")) {
            ClaimDescription.print(page.nested(2), ephemeral.path("volumeClaimTemplate"), false);
        }
    }
}
