package dev.kubechat.sandbox.cluster.workload;

import dev.kubechat.sandbox.cluster.object.KubeObject;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Runs pods until enough have succeeded or too many have failed. Cron jobs are kept but start nothing: this cluster's clock drives nothing. */
final class Jobs implements Controller {
    private static final String JOBS = "jobs.batch";
    private static final String COMPONENT = "job-controller";
    private static final String CONTROLLER_UID = "batch.kubernetes.io/controller-uid";

    private final World world;
    private final PodMaker pods;

    Jobs(World world) {
        this.world = world;
        this.pods = new PodMaker(world);
    }

    @Override
    public void reconcile() {
        world.list(JOBS).stream().filter(job -> !job.isBeingDeleted()).forEach(this::reconcile);
        world.list("cronjobs.batch").forEach(this::countActive);
    }

    private void reconcile(KubeObject job) {
        if (!job.at("/spec/selector").isObject()) {
            world.change(JOBS, job, json -> label(json, job));
            return;
        }
        if (isDone(job)) {
            return;
        }
        var all = Owned.by(world, job, "pods");
        int succeeded = count(all, "Succeeded");
        int failed = count(all, "Failed");
        int wanted = job.number("/spec/completions", 1);
        boolean tooMany = failed > job.number("/spec/backoffLimit", 6);
        int active = Pods.living(all).size();
        if (!job.at("/spec/suspend").asBoolean(false) && !tooMany) {
            int more = Math.min(job.number("/spec/parallelism", 1), wanted - succeeded) - active;
            for (int i = 0; i < more; i++) {
                var pod = pods.make(job, pods.freeName(job), json -> {});
                if (PodStory.isFresh(job, world.now())) {
                    world.events()
                            .normal(
                                    job,
                                    COMPONENT,
                                    "SuccessfulCreate",
                                    "Created pod: " + pod.name());
                }
                active++;
            }
        }
        status(job, new Counts(active, succeeded, failed, wanted, tooMany));
    }

    private record Counts(int active, int succeeded, int failed, int wanted, boolean tooMany) {
        boolean complete() {
            return succeeded >= wanted;
        }
    }

    private void status(KubeObject job, Counts counts) {
        world.change(
                JOBS,
                job,
                json -> {
                    var status = json.withObject("/status");
                    if (!status.has("startTime")) {
                        status.put("startTime", PodStory.began(job, world.now()).toString());
                    }
                    DeploymentStatus.count(status, "active", counts.active());
                    DeploymentStatus.count(status, "succeeded", counts.succeeded());
                    DeploymentStatus.count(status, "failed", counts.failed());
                    if (counts.complete()) {
                        var end =
                                PodStory.isFresh(job, world.now())
                                        ? world.now()
                                        : job.created().plusSeconds(41);
                        status.put("completionTime", end.toString());
                        Conditions.set(
                                status,
                                end,
                                new Conditions.Word(
                                        "SuccessCriteriaMet",
                                        true,
                                        "CompletionsReached",
                                        "Reached expected number of succeeded pods"));
                        Conditions.set(
                                status,
                                end,
                                new Conditions.Word(
                                        "Complete",
                                        true,
                                        "CompletionsReached",
                                        "Reached expected number of succeeded pods"));
                    } else if (counts.tooMany()) {
                        Conditions.set(
                                status,
                                world.now(),
                                new Conditions.Word(
                                        "Failed",
                                        true,
                                        "BackoffLimitExceeded",
                                        "Job has reached the specified backoff limit"));
                    }
                });
        if (!PodStory.isFresh(job, world.now())) {
            return;
        }
        if (counts.complete()) {
            world.events().normal(job, COMPONENT, "Completed", "Job completed");
        } else if (counts.tooMany()) {
            world.events()
                    .warning(
                            job,
                            COMPONENT,
                            "BackoffLimitExceeded",
                            "Job has reached the specified backoff limit");
        }
    }

    private static void label(ObjectNode json, KubeObject job) {
        json.withObject("/spec")
                .withObject("/selector")
                .withObject("/matchLabels")
                .put(CONTROLLER_UID, job.uid());
        json.withObject("/spec")
                .withObject("/template")
                .withObject("/metadata")
                .withObject("/labels")
                .put(CONTROLLER_UID, job.uid())
                .put("batch.kubernetes.io/job-name", job.name())
                .put("controller-uid", job.uid())
                .put("job-name", job.name());
    }

    private void countActive(KubeObject cronJob) {
        var active =
                world.list(JOBS, cronJob.namespace()).stream()
                        .filter(job -> Owned.isOwnedBy(job, cronJob) && !isDone(job))
                        .toList();
        world.change(
                "cronjobs.batch",
                cronJob,
                json -> {
                    var status = json.withObject("/status");
                    if (active.isEmpty()) {
                        status.remove("active");
                    } else {
                        var list = status.putArray("active");
                        active.forEach(job ->
                                list.addObject()
                                        .put("kind", "Job")
                                        .put("namespace", job.namespace())
                                        .put("name", job.name())
                                        .put("uid", job.uid())
                                        .put("apiVersion", "batch/v1"));
                    }
                });
    }

    private static boolean isDone(KubeObject job) {
        return job.items("/status/conditions").stream()
                .anyMatch(c ->
                        List.of("Complete", "Failed").contains(c.path("type").asString(""))
                                && c.path("status").asString("").equals("True"));
    }

    private static int count(List<KubeObject> pods, String phase) {
        return (int) pods.stream().filter(pod -> pod.text("/status/phase").equals(phase)).count();
    }
}
