package dev.kubechat.sandbox.cluster.workload;

import dev.kubechat.sandbox.cluster.object.KubeObject;
import tools.jackson.databind.node.JsonNodeFactory;

/** The templates a stateful set or daemon set has had, as controller revisions. */
final class Revisions {
    private static final String TYPE = "controllerrevisions.apps";

    private final World world;

    Revisions(World world) {
        this.world = world;
    }

    /** The name of the revision of its template now; it is made if it is new, and becomes the latest if it comes back. */
    String of(KubeObject workload) {
        var name = workload.name() + "-" + PodMaker.hashOf(workload);
        var all =
                world.list(TYPE, workload.namespace()).stream()
                        .filter(r -> Owned.isOwnedBy(r, workload))
                        .toList();
        int latest = all.stream().mapToInt(r -> r.number("/revision", 0)).max().orElse(0);
        var known = all.stream().filter(r -> r.name().equals(name)).findFirst();
        if (known.isPresent()) {
            if (known.get().number("/revision", 0) < latest) {
                world.change(TYPE, known.get(), json -> json.put("revision", latest + 1));
            }
            return name;
        }
        var revision =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("kind", "ControllerRevision")
                        .put("apiVersion", "apps/v1");
        revision.putObject("metadata").put("name", name).put("namespace", workload.namespace());
        if (workload.at("/spec/template/metadata/labels").isObject()) {
            revision.withObject("/metadata")
                    .set("labels", workload.at("/spec/template/metadata/labels").deepCopy());
        }
        Owned.own(revision, workload);
        var template = workload.at("/spec/template").deepCopy();
        revision.putObject("data").putObject("spec").set("template", template);
        revision.withObject("/data/spec/template").put("$patch", "replace");
        world.create(TYPE, revision.put("revision", latest + 1));
        return name;
    }
}
