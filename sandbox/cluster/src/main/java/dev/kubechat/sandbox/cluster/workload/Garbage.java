package dev.kubechat.sandbox.cluster.workload;

import dev.kubechat.sandbox.cluster.object.KubeObject;
import dev.kubechat.sandbox.cluster.object.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;

/** Removes what nobody owns any more, and carries out deletes that wait for dependents or leave them behind. */
final class Garbage implements Controller {
    private static final String FOREGROUND = "foregroundDeletion";
    private static final String ORPHAN = "orphan";

    private final World world;

    Garbage(World world) {
        this.world = world;
    }

    private record Kept(ResourceType type, KubeObject object) {}

    @Override
    public void reconcile() {
        var all = new ArrayList<Kept>();
        world.types()
                .forEach(type ->
                        world.list(type).forEach(object -> all.add(new Kept(type, object))));
        all.stream()
                .filter(kept -> kept.object().isBeingDeleted())
                .forEach(kept -> finish(kept, all));
        var uids = all.stream().map(kept -> kept.object().uid()).collect(Collectors.toSet());
        all.stream()
                .filter(kept -> !kept.object().owners().isEmpty())
                .filter(kept ->
                        kept.object().owners().stream()
                                .noneMatch(owner -> uids.contains(owner.uid())))
                .filter(kept -> isStillOwned(kept))
                .forEach(kept -> world.delete(kept.type(), kept.object()));
    }

    /** An owner may have left its dependents behind earlier in this pass. */
    private boolean isStillOwned(Kept kept) {
        return world.list(kept.type()).stream()
                .anyMatch(now -> now.uid().equals(kept.object().uid()) && !now.owners().isEmpty());
    }

    private void finish(Kept owner, List<Kept> all) {
        var finalizers =
                owner.object().items("/metadata/finalizers").stream()
                        .map(f -> f.asString(""))
                        .collect(Collectors.toSet());
        var dependents = all.stream().filter(kept -> owns(owner.object(), kept.object())).toList();
        if (finalizers.contains(ORPHAN)) {
            dependents.forEach(kept ->
                    world.change(
                            kept.type(),
                            kept.object(),
                            json ->
                                    remove(
                                            json.withObject("/metadata")
                                                    .withArray("/ownerReferences"),
                                            owner.object().uid())));
            release(owner, ORPHAN);
        } else if (finalizers.contains(FOREGROUND)) {
            dependents.forEach(kept -> world.delete(kept.type(), kept.object()));
            if (dependents.isEmpty()) {
                release(owner, FOREGROUND);
            }
        }
    }

    private void release(Kept owner, String finalizer) {
        world.change(
                owner.type(),
                owner.object(),
                json -> {
                    var finalizers = json.withObject("/metadata").withArray("/finalizers");
                    var left =
                            finalizers.values().stream()
                                    .filter(f -> !f.asString("").equals(finalizer))
                                    .toList();
                    finalizers.removeAll();
                    finalizers.addAll(left);
                    if (finalizers.isEmpty()) {
                        json.withObject("/metadata").remove("finalizers");
                    }
                });
    }

    private static void remove(ArrayNode references, String uid) {
        var left =
                references.values().stream()
                        .filter(r -> !r.path("uid").asString("").equals(uid))
                        .toList();
        references.removeAll();
        references.addAll(left);
    }

    private static boolean owns(KubeObject owner, KubeObject object) {
        return Set.copyOf(object.owners().stream().map(KubeObject.Owner::uid).toList())
                .contains(owner.uid());
    }
}
