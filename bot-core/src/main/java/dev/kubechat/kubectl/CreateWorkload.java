package dev.kubechat.kubectl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** New workloads. */
public sealed interface CreateWorkload extends CreateCommand {

    /**
     * @param images one a container, at least one
     * @param port that the containers listen on; null for none
     * @param program run instead of the image's own; empty for that
     */
    record Deployment(
            ObjectName object,
            Scope scope,
            List<String> images,
            int replicas,
            @Nullable Integer port,
            List<String> program,
            ChangeOptions options)
            implements CreateWorkload {

        public Deployment {
            images = List.copyOf(images);
            program = List.copyOf(program);
        }

        static Deployment of(Said said) {
            ObjectName object = NewObject.named(said, "deployments");
            List<String> images = said.list("image");
            List<String> program = NewObject.program(said);
            if (images.isEmpty()) {
                String better =
                        "kubectl create deployment %s --image=nginx".formatted(object.name());
                throw new Unreadable(
                        "create deployment needs --image, like %s.".formatted(better), better);
            }
            if (images.size() > 1 && !program.isEmpty()) {
                throw new Unreadable(
                        "With several images it is not told which of them runs the program: leave"
                                + " it out, or name one image.");
            }
            images.forEach(Syntax::image);
            Integer replicas = said.count("replicas", 0);
            Long port = said.number("port");
            return new Deployment(
                    object,
                    said.scope(),
                    images,
                    replicas == null ? 1 : replicas,
                    port == null ? null : Integer.valueOf(port.intValue()),
                    program,
                    ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "create deployment";
        }

        @Override
        public CommandLine line() {
            return NewObject.start(this)
                    .list("image", images)
                    .flag("replicas", replicas == 1 ? null : Integer.valueOf(replicas))
                    .flag("port", port)
                    .program(program)
                    .line();
        }
    }

    /**
     * @param image null if it is made from a cron job
     * @param from the cron job whose template is taken; null if an image was named
     */
    record Job(
            ObjectName object,
            Scope scope,
            @Nullable String image,
            @Nullable ObjectName from,
            List<String> program,
            ChangeOptions options)
            implements CreateWorkload {

        public Job {
            program = List.copyOf(program);
        }

        static Job of(Said said) {
            ObjectName object = NewObject.named(said, "jobs.batch");
            String image = said.text("image");
            String from = said.text("from");
            List<String> program = NewObject.program(said);
            if ((image == null) == (from == null)) {
                throw new Unreadable(
                        "create job needs one of --image and --from, like kubectl create job %s --from=cronjob/backup."
                                .formatted(object.name()),
                        "kubectl create job %s --from=cronjob/backup".formatted(object.name()));
            }
            if (from != null && !program.isEmpty()) {
                throw new Unreadable(
                        "A job from a cron job runs what that runs: leave the program out.");
            }
            return new Job(
                    object,
                    said.scope(),
                    image == null ? null : Syntax.image(image),
                    from == null ? null : cronJob(from),
                    program,
                    ChangeOptions.of(said));
        }

        private static ObjectName cronJob(String typed) {
            ObjectName from = NamedObjects.one(typed);
            if (from.type().known() && !from.type().is("cronjobs", "batch")) {
                throw new Unreadable(
                        "A job is made --from a cron job, like --from=cronjob/backup.");
            }
            return from;
        }

        @Override
        public String verb() {
            return "create job";
        }

        @Override
        public CommandLine line() {
            return NewObject.start(this)
                    .flag("image", image)
                    .flag("from", from)
                    .program(program)
                    .line();
        }
    }

    /**
     * @param schedule as in crontab, as typed
     * @param restart OnFailure or Never
     */
    record CronJob(
            ObjectName object,
            Scope scope,
            String image,
            String schedule,
            String restart,
            List<String> program,
            ChangeOptions options)
            implements CreateWorkload {

        public CronJob {
            program = List.copyOf(program);
        }

        static CronJob of(Said said) {
            ObjectName object = NewObject.named(said, "cronjobs.batch");
            String example = object.name() + " --image=busybox --schedule='0 3 * * *'";
            String restart = said.text("restart");
            return new CronJob(
                    object,
                    said.scope(),
                    Syntax.image(NewObject.required(said, "image", example)),
                    NewObject.required(said, "schedule", example),
                    restart == null ? "OnFailure" : restart,
                    NewObject.program(said),
                    ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "create cronjob";
        }

        @Override
        public CommandLine line() {
            return NewObject.start(this)
                    .flag("image", image)
                    .flag("schedule", schedule)
                    .unless("restart", restart, "OnFailure")
                    .program(program)
                    .line();
        }
    }
}
