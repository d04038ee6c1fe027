package dev.kubechat.kubectl;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** New containers, programs in containers, and files in and out of them. */
public sealed interface PodCommand extends ChangeCommand {

    ResourceType PODS = ResourceType.of("pods");

    @Override
    default boolean livesInNamespace() {
        return true;
    }

    /**
     * A new pod.
     *
     * @param expose whether a service is put in front of it
     * @param remove whether it is deleted when its program has ended
     * @param stdinOpen whether its input stays open when the person goes
     * @param startTimeout how long it is waited for; null for a minute
     * @param program empty for the image's own
     * @param asCommand whether the program replaces the image's entry point, and not only its arguments
     */
    record Run(
            ObjectName object,
            Scope scope,
            NewPod pod,
            boolean expose,
            boolean remove,
            boolean stdinOpen,
            Terminal terminal,
            @Nullable Duration startTimeout,
            List<String> program,
            boolean asCommand,
            ChangeOptions options)
            implements PodCommand {

        public Run {
            program = List.copyOf(program);
        }

        static Run of(Said said) {
            CommandLine line = said.line();
            if (line.arguments().isEmpty()) {
                String better = "kubectl run probe --image=busybox";
                throw new Unreadable("run needs a name, like %s.".formatted(better), better);
            }
            var object = new ObjectName(PODS, line.arguments().getFirst());
            // only about the keys of a terminal
            said.reading("detach-keys");
            Run run =
                    new Run(
                            object,
                            said.scope(),
                            NewPod.of(said, object.name()),
                            said.is("expose"),
                            said.is("rm"),
                            said.is("leave-stdin-open"),
                            Terminal.of(said).checked(),
                            patience(said),
                            line.words().subList(1, line.words().size()),
                            said.is("command"),
                            ChangeOptions.of(said));
            run.check();
            return run;
        }

        private void check() {
            if (expose && pod.port() == null) {
                throw new Unreadable("--expose needs to be told the port, like --port=80.");
            }
            if (remove && !terminal.attaches()) {
                throw new Unreadable(
                        "--rm deletes the pod when somebody lets go of it, so it goes with --attach"
                                + " or -i only.");
            }
            if (terminal.attaches() && options.dryRun() != DryRun.NONE) {
                throw new Unreadable(
                        "A dry run starts nothing to attach to: leave --attach, -i and -t out.");
            }
        }

        @Override
        public String verb() {
            return "run";
        }

        @Override
        public CommandLine line() {
            LineBuilder line =
                    new LineBuilder(verb())
                            .word(object.name())
                            .in(scope)
                            .flag("expose", expose)
                            .flag("rm", remove)
                            .flag("leave-stdin-open", stdinOpen)
                            .flag("command", asCommand)
                            .duration("pod-running-timeout", startTimeout)
                            .options(options)
                            .program(program);
            return terminal.write(pod.write(line)).line();
        }
    }

    /**
     * A program in a container that runs.
     *
     * @param selection one pod, one object that has pods, or what a file holds
     * @param container null for the pod's default container
     * @param program with its arguments; at least one word
     */
    record Exec(
            Selection selection,
            Scope scope,
            @Nullable String container,
            Terminal terminal,
            @Nullable Duration startTimeout,
            List<String> program)
            implements PodCommand {

        private static final String EXAMPLE = "kubectl exec web-0 -- ls";

        public Exec {
            program = List.copyOf(program);
        }

        static Exec of(Said said) {
            Manifests manifests = Manifests.of(said);
            List<String> before = said.line().arguments();
            List<String> after = said.line().afterDash();
            if (manifests == null && before.isEmpty()) {
                throw new Unreadable(
                        "exec needs a pod and a program, like %s.".formatted(EXAMPLE), EXAMPLE);
            }
            int pod = before.isEmpty() ? 0 : 1;
            // older kubectl took the program without the dashes, and people still type it so
            List<String> program = after == null ? before.subList(pod, before.size()) : after;
            if (program.isEmpty()) {
                String better =
                        "kubectl exec %s -- ls".formatted(pod == 0 ? "web-0" : before.getFirst());
                throw new Unreadable("exec needs a program, like %s.".formatted(better), better);
            }
            if (after != null && before.size() > 1) {
                throw new Unreadable(
                        "exec runs in one pod at a time, and %s is one more."
                                .formatted(Shown.quoted(before.get(1))));
            }
            Selection selection =
                    manifests != null
                            ? new Selection.InFiles(manifests, null)
                            : new Selection.Named(NamedObjects.usually(PODS, before.subList(0, 1)));
            return new Exec(
                    selection,
                    said.scope(),
                    said.text("container"),
                    Terminal.of(said),
                    patience(said),
                    program);
        }

        @Override
        public String verb() {
            return "exec";
        }

        @Override
        public CommandLine line() {
            return terminal.write(
                            new LineBuilder(verb())
                                    .about(selection, scope)
                                    .flag("container", container)
                                    .duration("pod-running-timeout", startTimeout))
                    .program(program)
                    .line();
        }
    }

    /**
     * Files out of a container, to be answered as attachments.
     *
     * @param to what they are called then
     * @param retries how often a broken copy begins again; negative for as often as it takes
     */
    record CopyOut(
            PodFile from,
            String to,
            Scope scope,
            @Nullable String container,
            boolean noPreserve,
            int retries)
            implements PodCommand {

        @Override
        public String verb() {
            return "cp";
        }

        @Override
        public CommandLine line() {
            return copy(from.toString(), to, scope, container, noPreserve)
                    .flag("retries", retries == 0 ? null : Integer.valueOf(retries))
                    .line();
        }
    }

    /** @param from name of the attachment */
    record CopyIn(
            String from,
            PodFile to,
            Scope scope,
            @Nullable String container,
            boolean noPreserve,
            int retries)
            implements PodCommand {

        @Override
        public String verb() {
            return "cp";
        }

        @Override
        public CommandLine line() {
            return copy(from, to.toString(), scope, container, noPreserve)
                    .flag("retries", retries == 0 ? null : Integer.valueOf(retries))
                    .line();
        }
    }

    /** A container to look around with: in a pod, in a copy of it, or on a node. */
    record Debug(
            Selection selection,
            Scope scope,
            DebugOptions debug,
            Terminal terminal,
            List<String> program)
            implements PodCommand {

        public Debug {
            program = List.copyOf(program);
        }

        static Debug of(Said said) {
            Manifests manifests = Manifests.of(said);
            List<String> names = said.line().arguments();
            List<String> after = said.line().afterDash();
            List<String> program = after == null ? List.of() : after;
            if (manifests == null && names.isEmpty()) {
                String better = "kubectl debug web-0 --image=busybox";
                throw new Unreadable(
                        "debug needs the name of a pod, like %s.".formatted(better), better);
            }
            Selection selection =
                    manifests != null
                            ? About.any(said, names, "")
                            : new Selection.Named(NamedObjects.usually(PODS, names));
            return new Debug(
                    selection,
                    said.scope(),
                    DebugOptions.of(said, program),
                    Terminal.of(said).checked(),
                    program);
        }

        @Override
        public String verb() {
            return "debug";
        }

        @Override
        public CommandLine line() {
            return terminal.write(debug.write(new LineBuilder(verb()).about(selection, scope)))
                    .program(program)
                    .line();
        }
    }

    private static LineBuilder copy(
            String from, String to, Scope scope, @Nullable String container, boolean noPreserve) {
        return new LineBuilder("cp")
                .word(from)
                .word(to)
                .in(scope)
                .flag("container", container)
                .flag("no-preserve", noPreserve);
    }

    private static @Nullable Duration patience(Said said) {
        Duration timeout = said.duration("pod-running-timeout");
        if (timeout != null && !timeout.isPositive()) {
            throw new Unreadable("--pod-running-timeout is more than zero, like 1m.");
        }
        return timeout;
    }
}
