package dev.kubechat.sandbox.cluster.workload;

import dev.kubechat.sandbox.cluster.object.KubeObject;
import dev.kubechat.sandbox.cluster.object.ResourceType;
import tools.jackson.databind.node.JsonNodeFactory;

/** Gives a namespace what each has, and empties one that is to go before it goes. */
final class Namespaces implements Controller {
    private final World world;

    Namespaces(World world) {
        this.world = world;
    }

    @Override
    public void reconcile() {
        for (var namespace : world.list("namespaces")) {
            if (namespace.isBeingDeleted()) {
                empty(namespace);
            } else {
                furnish(namespace.name());
            }
        }
    }

    private void furnish(String namespace) {
        if (world.find("serviceaccounts", namespace, "default").isEmpty()) {
            var account =
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("kind", "ServiceAccount")
                            .put("apiVersion", "v1");
            account.putObject("metadata").put("name", "default").put("namespace", namespace);
            world.create("serviceaccounts", account);
        }
        if (world.find("configmaps", namespace, "kube-root-ca.crt").isEmpty()) {
            var map =
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("kind", "ConfigMap")
                            .put("apiVersion", "v1");
            map.putObject("metadata").put("name", "kube-root-ca.crt").put("namespace", namespace);
            map.putObject("data")
                    .put(
                            "ca.crt",
                            "this cluster speaks plain HTTP and has no certificate authority\n");
            world.create("configmaps", map);
        }
    }

    private void empty(KubeObject namespace) {
        boolean left = false;
        for (ResourceType type : world.types()) {
            for (var object : world.list(type)) {
                if (type.namespaced() && object.namespace().equals(namespace.name())) {
                    world.delete(type, object);
                    left = true;
                }
            }
        }
        if (!left) {
            world.change(
                    "namespaces", namespace, json -> json.withObject("/spec").remove("finalizers"));
        }
    }
}
