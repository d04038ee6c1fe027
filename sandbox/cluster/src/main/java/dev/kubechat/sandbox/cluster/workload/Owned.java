package dev.kubechat.sandbox.cluster.workload;

import dev.kubechat.sandbox.cluster.object.KubeObject;
import dev.kubechat.sandbox.cluster.object.LabelSelector;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Who owns whom. */
final class Owned {
    private Owned() {}

    /** What an owner manages; orphans that fit its selector are adopted first. */
    static List<KubeObject> by(World world, KubeObject owner, String qualifiedName) {
        var selector = LabelSelector.of(owner.at("/spec/selector"));
        for (var object : world.list(qualifiedName, owner.namespace())) {
            boolean orphan =
                    object.controller().isEmpty()
                            && !object.isBeingDeleted()
                            && !owner.isBeingDeleted();
            if (orphan && !selector.requirements().isEmpty() && selector.matches(object)) {
                world.change(qualifiedName, object, json -> own(json, owner));
            }
        }
        return world.list(qualifiedName, owner.namespace()).stream()
                .filter(object -> isOwnedBy(object, owner))
                .toList();
    }

    static boolean isOwnedBy(KubeObject object, KubeObject owner) {
        return object.controller().filter(o -> o.uid().equals(owner.uid())).isPresent();
    }

    static void own(ObjectNode json, KubeObject owner) {
        json.withObject("/metadata")
                .withArray("/ownerReferences")
                .addObject()
                .put("apiVersion", owner.apiVersion())
                .put("kind", owner.kind())
                .put("name", owner.name())
                .put("uid", owner.uid())
                .put("controller", true)
                .put("blockOwnerDeletion", true);
    }
}
