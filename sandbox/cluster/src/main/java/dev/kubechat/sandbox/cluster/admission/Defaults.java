package dev.kubechat.sandbox.cluster.admission;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/** Fills in what a client left out, as the API server does; it changes nothing that was given. */
final class Defaults {
    private Defaults() {}

    static void fillIn(String kind, ObjectNode object) {
        switch (kind) {
            case "Deployment" -> deployment(spec(object));
            case "ReplicaSet" -> withTemplate(spec(object));
            case "StatefulSet" -> statefulSet(spec(object));
            case "DaemonSet" -> daemonSet(spec(object));
            case "Job" -> job(spec(object));
            case "CronJob" -> cronJob(spec(object));
            case "Pod" -> pod(object);
            case "Service" -> service(object);
            case "Secret" -> secret(object);
            case "Namespace" -> namespace(object);
            case "PersistentVolumeClaim" -> claim(object);
            case "HorizontalPodAutoscaler" -> number(spec(object), "minReplicas", 1);
            case "StorageClass" -> {
                text(object, "reclaimPolicy", "Delete");
                text(object, "volumeBindingMode", "Immediate");
            }
            default -> {}
        }
    }

    private static void deployment(ObjectNode spec) {
        withTemplate(spec);
        number(spec, "replicas", 1);
        var strategy = spec.withObject("/strategy");
        text(strategy, "type", "RollingUpdate");
        if (strategy.path("type").asString("").equals("RollingUpdate")) {
            var rolling = strategy.withObject("/rollingUpdate");
            text(rolling, "maxUnavailable", "25%");
            text(rolling, "maxSurge", "25%");
        }
        number(spec, "revisionHistoryLimit", 10);
        number(spec, "progressDeadlineSeconds", 600);
    }

    private static void statefulSet(ObjectNode spec) {
        withTemplate(spec);
        text(spec, "podManagementPolicy", "OrderedReady");
        var strategy = spec.withObject("/updateStrategy");
        text(strategy, "type", "RollingUpdate");
        if (strategy.path("type").asString("").equals("RollingUpdate")) {
            number(strategy.withObject("/rollingUpdate"), "partition", 0);
        }
        number(spec, "revisionHistoryLimit", 10);
        spec.path("volumeClaimTemplates").forEach(claim -> claim((ObjectNode) claim));
    }

    private static void daemonSet(ObjectNode spec) {
        withTemplate(spec);
        spec.remove("replicas");
        var strategy = spec.withObject("/updateStrategy");
        text(strategy, "type", "RollingUpdate");
        if (strategy.path("type").asString("").equals("RollingUpdate")) {
            var rolling = strategy.withObject("/rollingUpdate");
            number(rolling, "maxUnavailable", 1);
            number(rolling, "maxSurge", 0);
        }
        number(spec, "revisionHistoryLimit", 10);
    }

    private static void withTemplate(ObjectNode spec) {
        number(spec, "replicas", 1);
        PodDefaults.fillIn(spec.withObject("/template").withObject("/spec"), "Always");
    }

    private static void job(ObjectNode spec) {
        number(spec, "parallelism", 1);
        if (spec.path("parallelism").asInt(1) == 1) {
            number(spec, "completions", 1);
        }
        number(spec, "backoffLimit", 6);
        text(spec, "completionMode", "NonIndexed");
        if (!spec.has("suspend")) {
            spec.put("suspend", false);
        }
        PodDefaults.fillIn(spec.withObject("/template").withObject("/spec"), "Always");
    }

    private static void cronJob(ObjectNode spec) {
        text(spec, "concurrencyPolicy", "Allow");
        if (!spec.has("suspend")) {
            spec.put("suspend", false);
        }
        number(spec, "successfulJobsHistoryLimit", 3);
        number(spec, "failedJobsHistoryLimit", 1);
        PodDefaults.fillIn(
                spec.withObject("/jobTemplate")
                        .withObject("/spec")
                        .withObject("/template")
                        .withObject("/spec"),
                "Always");
    }

    private static void pod(ObjectNode pod) {
        var spec = spec(pod);
        PodDefaults.fillIn(spec, "Always");
        text(spec, "serviceAccountName", "default");
        text(spec, "serviceAccount", spec.path("serviceAccountName").asString("default"));
        number(spec, "priority", 0);
        text(spec, "preemptionPolicy", "PreemptLowerPriority");
        var status = pod.withObject("/status");
        text(status, "phase", "Pending");
        text(status, "qosClass", PodQuality.of(spec));
    }

    private static void service(ObjectNode service) {
        var spec = spec(service);
        text(spec, "type", "ClusterIP");
        var type = spec.path("type").asString("");
        int number =
                Math.floorMod(
                        Dispersal.of(
                                service.at("/metadata/namespace").asString("")
                                        + "/"
                                        + service.at("/metadata/name").asString("")),
                        1 << 16);
        if (!type.equals("ExternalName")) {
            text(
                    spec,
                    "clusterIP",
                    "10.96.%d.%d".formatted(number >> 8, 1 + (number & 0xff) % 253));
            if (!spec.has("clusterIPs")) {
                spec.putArray("clusterIPs").add(spec.path("clusterIP"));
            }
            text(spec, "internalTrafficPolicy", "Cluster");
            text(spec, "ipFamilyPolicy", "SingleStack");
            if (!spec.has("ipFamilies")) {
                spec.putArray("ipFamilies").add("IPv4");
            }
        }
        text(spec, "sessionAffinity", "None");
        boolean onNodes = type.equals("NodePort") || type.equals("LoadBalancer");
        for (var element : spec.path("ports")) {
            var port = (ObjectNode) element;
            text(port, "protocol", "TCP");
            if (!port.has("targetPort")) {
                port.set("targetPort", port.path("port"));
            }
            if (onNodes) {
                number(port, "nodePort", 30_000 + number % 2_768);
                number++;
            }
        }
        service.withObject("/status").withObject("/loadBalancer");
    }

    private static void secret(ObjectNode secret) {
        text(secret, "type", "Opaque");
        if (secret.remove("stringData") instanceof ObjectNode plain) {
            var data = secret.withObject("/data");
            plain.properties()
                    .forEach(entry ->
                            data.put(
                                    entry.getKey(),
                                    Base64.getEncoder()
                                            .encodeToString(
                                                    entry.getValue()
                                                            .asString("")
                                                            .getBytes(StandardCharsets.UTF_8))));
        }
    }

    private static void namespace(ObjectNode namespace) {
        namespace
                .withObject("/metadata")
                .withObject("/labels")
                .put("kubernetes.io/metadata.name", namespace.at("/metadata/name").asString(""));
        var spec = spec(namespace);
        if (!spec.has("finalizers")) {
            spec.putArray("finalizers").add("kubernetes");
        }
        text(namespace.withObject("/status"), "phase", "Active");
    }

    private static void claim(ObjectNode claim) {
        text(spec(claim), "volumeMode", "Filesystem");
        text(claim.withObject("/status"), "phase", "Pending");
    }

    static ObjectNode spec(ObjectNode object) {
        return object.withObject("/spec");
    }

    static void text(ObjectNode object, String field, String value) {
        if (!object.hasNonNull(field)) {
            object.put(field, value);
        }
    }

    static void number(ObjectNode object, String field, int value) {
        if (!object.hasNonNull(field)) {
            object.put(field, value);
        }
    }
}
