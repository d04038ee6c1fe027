package dev.kubechat.sandbox.cluster.workload;

import dev.kubechat.sandbox.cluster.admission.Admission;
import dev.kubechat.sandbox.cluster.admission.Dispersal;
import dev.kubechat.sandbox.cluster.object.KubeObject;
import java.util.function.Consumer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes the pods of workloads out of their templates. */
final class PodMaker {
    private static final String TEMPLATE_HASH = "pod-template-hash";

    private final World world;

    PodMaker(World world) {
        this.world = world;
    }

    /** A name of the owner's with five letters that no pod there has yet. */
    String freeName(KubeObject owner) {
        for (long attempt = world.revision(); ; attempt++) {
            var name = owner.name() + "-" + Dispersal.letters(owner.name() + attempt, 5);
            if (world.find("pods", owner.namespace(), name).isEmpty()) {
                return name;
            }
        }
    }

    KubeObject make(KubeObject owner, String name, Consumer<ObjectNode> finish) {
        var pod = JsonNodeFactory.instance.objectNode().put("kind", "Pod").put("apiVersion", "v1");
        var metadata =
                pod.putObject("metadata").put("name", name).put("namespace", owner.namespace());
        metadata.put("generateName", owner.name() + "-");
        var template = owner.at("/spec/template");
        if (template.at("/metadata/labels").isObject()) {
            metadata.set("labels", template.at("/metadata/labels").deepCopy());
        }
        if (template.at("/metadata/annotations").isObject()) {
            metadata.set("annotations", template.at("/metadata/annotations").deepCopy());
        }
        Owned.own(pod, owner);
        pod.set("spec", template.path("spec").deepCopy());
        Admission.complete("Pod", pod);
        var age = owner.annotation(World.BORN);
        if (!age.isEmpty()) {
            metadata.put("creationTimestamp", age);
        }
        finish.accept(pod);
        return world.create("pods", pod);
    }

    /** The same for the same template, another for another. */
    static String hashOf(KubeObject workload) {
        var template = ((ObjectNode) workload.at("/spec/template")).deepCopy();
        if (template.at("/metadata/labels") instanceof ObjectNode labels) {
            labels.remove(TEMPLATE_HASH);
        }
        return Dispersal.letters(template.toString(), 9);
    }
}
