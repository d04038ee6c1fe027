package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.kubectl.CreateWorkload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The objects of {@code kubectl create deployment}, {@code job} and {@code cronjob}. */
final class NewWorkload {

    // those that Kubernetes takes for parts of names that nobody has to read out
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

    private final Sight sight;
    private final @Nullable String namespace;

    /** @param namespace null leaves it out */
    NewWorkload(Sight sight, @Nullable String namespace) {
        this.sight = sight;
        this.namespace = namespace;
    }

    /** @throws No if what it is made of is not there */
    ObjectNode of(CreateWorkload command) {
        return switch (command) {
            case CreateWorkload.Deployment deployment -> deployment(deployment);
            case CreateWorkload.Job job -> job(job);
            case CreateWorkload.CronJob cronJob -> cronJob(cronJob);
        };
    }

    private ObjectNode deployment(CreateWorkload.Deployment command) {
        var name = command.object().name();
        var deployment = Draft.of("apps/v1", "Deployment", name, namespace);
        Draft.metadata(deployment).putObject("labels").put("app", name);
        var spec = deployment.putObject("spec").put("replicas", command.replicas());
        spec.putObject("selector").putObject("matchLabels").put("app", name);
        var template = spec.putObject("template");
        template.putObject("metadata").putObject("labels").put("app", name);
        var containers = template.putObject("spec").putArray("containers");
        for (var image : command.images()) {
            var first = containers.isEmpty();
            var container =
                    Draft.container(containers, containerName(image), image, command.program());
            if (first && command.port() != null) {
                container
                        .putArray("ports")
                        .addObject()
                        .put("containerPort", command.port().intValue());
            }
            container.putObject("resources");
        }
        spec.putObject("strategy");
        deployment.putObject("status");
        return deployment;
    }

    private static String containerName(String image) {
        var name = image.substring(image.lastIndexOf('/') + 1);
        name = name.split(":", 2)[0].split("@", 2)[0];
        return name.matches(".*[_.].*")
                ? name.replace('_', '-').replace('.', '-') + "-" + letters(image)
                : name;
    }

    // kubectl throws dice; the same every time, as what was approved is what is sent
    private static String letters(String image) {
        var sum = new CRC32();
        sum.update(image.getBytes(StandardCharsets.UTF_8));
        var letters = new StringBuilder();
        for (var rest = sum.getValue(); letters.length() < 5; rest /= LETTERS.length()) {
            letters.append(LETTERS.charAt((int) (rest % LETTERS.length())));
        }
        return letters.toString();
    }

    private ObjectNode job(CreateWorkload.Job command) {
        var name = command.object().name();
        var from = command.from();
        if (from != null) {
            return jobFrom(command, sight.object(from, command.scope()));
        }
        var job = Draft.of("batch/v1", "Job", name, namespace);
        var image = command.image() == null ? "" : command.image();
        template(job.putObject("spec"), name, image, command.program(), "Never");
        job.putObject("status");
        return job;
    }

    private static void template(
            ObjectNode spec, String name, String image, List<String> program, String restart) {
        var template = spec.putObject("template");
        template.putObject("metadata");
        var pod = template.putObject("spec");
        Draft.container(pod.putArray("containers"), name, image, program).putObject("resources");
        pod.put("restartPolicy", restart);
    }

    private ObjectNode jobFrom(
            CreateWorkload.Job command, tools.jackson.databind.JsonNode cronJob) {
        if (!cronJob.path("kind").asString("").equals("CronJob")) {
            throw No.saying(
                    "unknown object type *v1.%s".formatted(cronJob.path("kind").asString("")));
        }
        var job = Draft.of("batch/v1", "Job", command.object().name(), namespace);
        var template = cronJob.path("spec").path("jobTemplate");
        var metadata = Draft.metadata(job);
        if (template.path("metadata").path("labels") instanceof ObjectNode labels) {
            metadata.set("labels", labels.deepCopy());
        }
        var annotations = metadata.putObject("annotations");
        annotations.put("cronjob.kubernetes.io/instantiate", "manual");
        template.path("metadata")
                .path("annotations")
                .properties()
                .forEach(one -> annotations.set(one.getKey(), one.getValue()));
        metadata.putArray("ownerReferences")
                .addObject()
                .put("apiVersion", "batch/v1")
                .put("kind", "CronJob")
                .put("name", cronJob.path("metadata").path("name").asString(""))
                .put("uid", cronJob.path("metadata").path("uid").asString(""))
                .put("controller", true);
        job.set("spec", template.path("spec").deepCopy());
        job.putObject("status");
        return job;
    }

    private ObjectNode cronJob(CreateWorkload.CronJob command) {
        var name = command.object().name();
        var cronJob = Draft.of("batch/v1", "CronJob", name, namespace);
        var spec = cronJob.putObject("spec").put("schedule", command.schedule());
        var template = spec.putObject("jobTemplate");
        template.putObject("metadata").put("name", name);
        template(
                template.putObject("spec"),
                name,
                command.image(),
                command.program(),
                command.restart());
        cronJob.putObject("status");
        return cronJob;
    }
}
