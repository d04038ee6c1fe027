package dev.kubechat.sandbox.cluster;

/** Small objects to send. */
public final class Manifests {
    public static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/default/deployments";
    public static final String PODS = "/api/v1/namespaces/default/pods";

    private Manifests() {}

    public static String deployment(String name, int replicas) {
        return deployment(name, replicas, "ready");
    }

    public static String deployment(String name, int replicas, String behaviour) {
        return workload("Deployment", name, "\"replicas\": %d,".formatted(replicas), behaviour);
    }

    /** @param fields of the spec, each followed by a comma */
    public static String workload(String kind, String name, String fields, String behaviour) {
        return """
        {"apiVersion": "apps/v1", "kind": "%1$s", "metadata": {"name": "%2$s", "labels": {"app": "%2$s"}},
         "spec": {%3$s "selector": {"matchLabels": {"app": "%2$s"}},
          "template": {"metadata": {"labels": {"app": "%2$s"}, "annotations": {"sandbox.kubechat.dev/behaviour": "%4$s"}},
           "spec": {"containers": [{"name": "main", "image": "shop/%2$s:1"}]}}}}
        """
                .formatted(kind, name, fields, behaviour);
    }

    public static String configMap(String name) {
        return """
        {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "%s"}, "data": {"a": "1"}}
        """
                .formatted(name);
    }
}
