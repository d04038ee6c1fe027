package dev.kubechat.execute.hang;

import dev.kubechat.execute.hang.Surroundings.Resource;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Data that goes or stays with a volume or its claim, and who mounts it. */
final class Storage {

    private final Surroundings around;

    Storage(Surroundings around) {
        this.around = around;
    }

    List<String> of(Touch touch) {
        if (!touch.isDeletion() || Deletions.isAlready(touch)) {
            return List.of();
        }
        if (touch.is("persistentvolumeclaims", "")) {
            return ofClaim(touch);
        }
        return touch.is("persistentvolumes", "") ? ofVolume(touch) : List.of();
    }

    private List<String> ofClaim(Touch touch) {
        var sentences = new ArrayList<String>();
        var name = touch.before().path("spec").path("volumeName").asString("");
        var volume = around.get(Resource.core("persistentvolumes"), null, name);
        sentences.add(
                volume.map(seen -> data(touch.name(), seen))
                        .orElse("The data on %s may be lost for good.".formatted(touch.name())));
        var users =
                new Pods(around)
                        .runningIn(touch.namespace()).items().stream()
                                .filter(pod -> mounts(pod, touch.name()))
                                .toList();
        if (!users.isEmpty()) {
            sentences.add(
                    "Pods of %s mount it: it goes only when they are gone."
                            .formatted(Pods.workloads(users)));
        }
        return sentences;
    }

    private static String data(String claim, JsonNode volume) {
        var name = Pods.name(volume);
        return switch (volume.path("spec").path("persistentVolumeReclaimPolicy").asString("")) {
            case "Retain" ->
                    "The data of claim %s stays on volume %s, as its reclaim policy is Retain."
                            .formatted(claim, name);
            case "Delete" ->
                    "The data of claim %s is deleted with volume %s, as its reclaim policy is Delete."
                            .formatted(claim, name);
            default -> "The data on %s may be lost for good.".formatted(claim);
        };
    }

    private static boolean mounts(JsonNode pod, String claim) {
        return pod.path("spec")
                .path("volumes")
                .valueStream()
                .anyMatch(volume ->
                        volume.path("persistentVolumeClaim")
                                .path("claimName")
                                .asString("")
                                .equals(claim));
    }

    private static List<String> ofVolume(Touch touch) {
        var sentences = new ArrayList<String>();
        sentences.add("The data on %s may be lost for good.".formatted(touch.name()));
        var claim = touch.before().path("spec").path("claimRef");
        if (touch.before().path("status").path("phase").asString("").equals("Bound")) {
            sentences.add(
                    "Claim %s/%s is bound to it: it goes only when the claim is gone."
                            .formatted(
                                    claim.path("namespace").asString(""),
                                    claim.path("name").asString("")));
        }
        return sentences;
    }
}
