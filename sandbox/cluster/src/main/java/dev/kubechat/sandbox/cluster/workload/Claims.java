package dev.kubechat.sandbox.cluster.workload;

import dev.kubechat.sandbox.cluster.object.KubeObject;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes a volume for each claim of a storage class that is there, and removes it with the claim. */
final class Claims implements Controller {
    private static final String CLAIMS = "persistentvolumeclaims";
    private static final String VOLUMES = "persistentvolumes";

    private final World world;

    Claims(World world) {
        this.world = world;
    }

    @Override
    public void reconcile() {
        world.list(CLAIMS).stream()
                .filter(claim ->
                        !claim.isBeingDeleted() && claim.text("/spec/volumeName").isEmpty())
                .filter(claim ->
                        world.find(
                                        "storageclasses.storage.k8s.io",
                                        "",
                                        claim.text("/spec/storageClassName"))
                                .isPresent())
                .forEach(this::bind);
        world.list(VOLUMES).stream()
                .filter(volume ->
                        volume.text("/spec/persistentVolumeReclaimPolicy").equals("Delete")
                                && !volume.isBeingDeleted())
                .filter(volume ->
                        !world.isThere(
                                world.type(CLAIMS),
                                volume.text("/spec/claimRef/namespace"),
                                volume.text("/spec/claimRef/uid")))
                .forEach(volume -> world.delete(VOLUMES, volume));
    }

    private void bind(KubeObject claim) {
        var name = "pvc-" + claim.uid();
        var volume =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("kind", "PersistentVolume")
                        .put("apiVersion", "v1");
        volume.putObject("metadata")
                .put("name", name)
                .put("creationTimestamp", claim.created().toString());
        var spec = volume.putObject("spec");
        spec.putObject("capacity").set("storage", claim.at("/spec/resources/requests/storage"));
        spec.set("accessModes", claim.at("/spec/accessModes").deepCopy());
        spec.put("persistentVolumeReclaimPolicy", "Delete")
                .put("storageClassName", claim.text("/spec/storageClassName"));
        spec.put("volumeMode", "Filesystem")
                .putObject("claimRef")
                .put("kind", "PersistentVolumeClaim")
                .put("apiVersion", "v1")
                .put("namespace", claim.namespace())
                .put("name", claim.name())
                .put("uid", claim.uid());
        volume.putObject("status").put("phase", "Bound");
        world.create(VOLUMES, volume);
        world.change(
                CLAIMS,
                claim,
                json -> {
                    json.withObject("/spec").put("volumeName", name);
                    var status = json.withObject("/status").put("phase", "Bound");
                    status.set("accessModes", json.at("/spec/accessModes").deepCopy());
                    status.putObject("capacity")
                            .set("storage", json.at("/spec/resources/requests/storage"));
                });
    }
}
