package dev.kubechat.sandbox.cluster.admission;

import tools.jackson.databind.node.ObjectNode;

/** What a pod or a pod template has where it says nothing. */
final class PodDefaults {
    private PodDefaults() {}

    static void fillIn(ObjectNode spec, String restartPolicy) {
        for (var list : java.util.List.of("initContainers", "containers")) {
            spec.path(list).forEach(container -> fillInContainer((ObjectNode) container));
        }
        Defaults.text(spec, "restartPolicy", restartPolicy);
        Defaults.number(spec, "terminationGracePeriodSeconds", 30);
        Defaults.text(spec, "dnsPolicy", "ClusterFirst");
        if (spec.has("serviceAccountName")) {
            Defaults.text(spec, "serviceAccount", spec.path("serviceAccountName").asString(""));
        }
        if (!spec.has("securityContext")) {
            spec.putObject("securityContext");
        }
        Defaults.text(spec, "schedulerName", "default-scheduler");
    }

    private static void fillInContainer(ObjectNode container) {
        container
                .path("ports")
                .forEach(port -> Defaults.text((ObjectNode) port, "protocol", "TCP"));
        if (!container.has("resources")) {
            container.putObject("resources");
        }
        if (container.get("resources") instanceof ObjectNode resources
                && resources.has("limits")
                && !resources.has("requests")) {
            resources.set("requests", resources.path("limits").deepCopy());
        }
        Defaults.text(container, "terminationMessagePath", "/dev/termination-log");
        Defaults.text(container, "terminationMessagePolicy", "File");
        var image = container.path("image").asString("");
        boolean latest =
                image.endsWith(":latest") || image.indexOf(':', image.lastIndexOf('/') + 1) < 0;
        Defaults.text(container, "imagePullPolicy", latest ? "Always" : "IfNotPresent");
        for (var probe : java.util.List.of("readinessProbe", "livenessProbe", "startupProbe")) {
            if (container.get(probe) instanceof ObjectNode set) {
                fillInProbe(set);
            }
        }
    }

    private static void fillInProbe(ObjectNode probe) {
        if (probe.get("httpGet") instanceof ObjectNode get) {
            Defaults.text(get, "scheme", "HTTP");
        }
        Defaults.number(probe, "timeoutSeconds", 1);
        Defaults.number(probe, "periodSeconds", 10);
        Defaults.number(probe, "successThreshold", 1);
        Defaults.number(probe, "failureThreshold", 3);
    }
}
