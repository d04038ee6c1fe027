package dev.kubechat.execute.read;

import dev.kubechat.execute.api.ApiResource;
import dev.kubechat.execute.api.Pods;
import dev.kubechat.execute.api.Sight.No;
import tools.jackson.databind.JsonNode;

/** How far the rollout of a deployment, daemon set or stateful set is, in kubectl's words. */
enum Rollout {
    DEPLOYMENT {
        @Override
        Status status(JsonNode object, long revision) {
            var name = Pods.name(object);
            checkRevision(object, revision);
            var status = object.path("status");
            if (!isObserved(object)) {
                return waiting("Waiting for deployment spec update to be observed...");
            }
            if (isOverdue(status)) {
                throw No.saying("deployment \"%s\" exceeded its progress deadline".formatted(name));
            }
            var replicas = object.path("spec").path("replicas").asInt(1);
            var updated = number(status, "updatedReplicas");
            var begin = "Waiting for deployment \"%s\" rollout to finish: ".formatted(name);
            if (updated < replicas) {
                return waiting(
                        begin
                                + "%d out of %d new replicas have been updated..."
                                        .formatted(updated, replicas));
            }
            if (number(status, "replicas") > updated) {
                return waiting(
                        begin
                                + "%d old replicas are pending termination..."
                                        .formatted(number(status, "replicas") - updated));
            }
            if (number(status, "availableReplicas") < updated) {
                return waiting(
                        begin
                                + "%d of %d updated replicas are available..."
                                        .formatted(number(status, "availableReplicas"), updated));
            }
            return done("deployment \"%s\" successfully rolled out".formatted(name));
        }
    },
    DAEMON_SET {
        @Override
        Status status(JsonNode object, long revision) {
            checkRolling(object);
            var name = Pods.name(object);
            var status = object.path("status");
            if (!isObserved(object)) {
                return waiting("Waiting for daemon set spec update to be observed...");
            }
            var desired = number(status, "desiredNumberScheduled");
            var begin = "Waiting for daemon set \"%s\" rollout to finish: ".formatted(name);
            if (number(status, "updatedNumberScheduled") < desired) {
                return waiting(
                        begin
                                + "%d out of %d new pods have been updated..."
                                        .formatted(
                                                number(status, "updatedNumberScheduled"), desired));
            }
            if (number(status, "numberAvailable") < desired) {
                return waiting(
                        begin
                                + "%d of %d updated pods are available..."
                                        .formatted(number(status, "numberAvailable"), desired));
            }
            return done("daemon set \"%s\" successfully rolled out".formatted(name));
        }
    },
    STATEFUL_SET {
        @Override
        Status status(JsonNode object, long revision) {
            checkRolling(object);
            var status = object.path("status");
            if (number(status, "observedGeneration") == 0 || !isObserved(object)) {
                return waiting("Waiting for statefulset spec update to be observed...");
            }
            var replicas = object.path("spec").path("replicas").asInt(1);
            var ready = number(status, "readyReplicas");
            if (ready < replicas) {
                return waiting("Waiting for %d pods to be ready...".formatted(replicas - ready));
            }
            var rolling = object.path("spec").path("updateStrategy").path("rollingUpdate");
            var updated = number(status, "updatedReplicas");
            if (!rolling.isMissingNode()) {
                return partitioned(rolling, replicas, updated);
            }
            var revisionWanted = status.path("updateRevision").asString("");
            var revisionNow = status.path("currentRevision").asString("");
            if (!revisionWanted.equals(revisionNow)) {
                return waiting(
                        "waiting for statefulset rolling update to complete %d pods at revision %s..."
                                .formatted(updated, revisionWanted));
            }
            return done(
                    "statefulset rolling update complete %d pods at revision %s..."
                            .formatted(number(status, "currentReplicas"), revisionNow));
        }

        private static Status partitioned(JsonNode rolling, long replicas, long updated) {
            var partition = rolling.path("partition");
            var wanted = replicas - partition.asLong(0);
            return !partition.isMissingNode() && updated < wanted
                    ? waiting(
                            "Waiting for partitioned roll out to finish: %d out of %d new pods have been updated..."
                                    .formatted(updated, wanted))
                    : done(
                            "partitioned roll out complete: %d new pods have been updated..."
                                    .formatted(updated));
        }
    };

    /** @param text whole lines */
    record Status(String text, boolean done) {}

    /** @throws No if it is not known how such a thing is rolled out */
    static Rollout of(ApiResource resource) {
        var kind = resource.kind();
        if (resource.group().equals("apps") || resource.group().equals("extensions")) {
            switch (kind) {
                case "Deployment" -> {
                    return DEPLOYMENT;
                }
                case "DaemonSet" -> {
                    return DAEMON_SET;
                }
                case "StatefulSet" -> {
                    return STATEFUL_SET;
                }
                default -> {}
            }
        }
        throw new No(
                "A %s is not rolled out; deployments, daemon sets and stateful sets are."
                        .formatted(resource.kind()),
                "error: no status viewer has been implemented for %s\n"
                        .formatted(groupKind(resource)));
    }

    static String groupKind(ApiResource resource) {
        return resource.group().isEmpty()
                ? resource.kind()
                : resource.kind() + "." + resource.group();
    }

    /**
     * @param revision the one a deployment has to be at; 0 for whichever
     * @throws No if the rollout has failed, or cannot be told
     */
    abstract Status status(JsonNode object, long revision);

    private static Status waiting(String line) {
        return new Status(line + "\n", false);
    }

    private static Status done(String line) {
        return new Status(line + "\n", true);
    }

    private static long number(JsonNode status, String field) {
        return status.path(field).asLong(0);
    }

    private static boolean isObserved(JsonNode object) {
        return number(object.path("metadata"), "generation")
                <= number(object.path("status"), "observedGeneration");
    }

    private static boolean isOverdue(JsonNode status) {
        return status.path("conditions")
                .valueStream()
                .anyMatch(condition ->
                        condition.path("type").asString("").equals("Progressing")
                                && condition
                                        .path("reason")
                                        .asString("")
                                        .equals("ProgressDeadlineExceeded"));
    }

    private static void checkRevision(JsonNode deployment, long revision) {
        var running =
                deployment
                        .path("metadata")
                        .path("annotations")
                        .path("deployment.kubernetes.io/revision")
                        .asString("0");
        if (revision > 0 && !running.equals(String.valueOf(revision))) {
            throw No.saying(
                    "desired revision (%d) is different from the running revision (%s)"
                            .formatted(revision, running));
        }
    }

    private static void checkRolling(JsonNode object) {
        var type = object.path("spec").path("updateStrategy").path("type").asString("");
        if (!type.equals("RollingUpdate")) {
            throw No.saying("rollout status is only available for RollingUpdate strategy type");
        }
    }
}
