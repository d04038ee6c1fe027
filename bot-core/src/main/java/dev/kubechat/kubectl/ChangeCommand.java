package dev.kubechat.kubectl;

import org.jspecify.annotations.Nullable;

/**
 * A command that changes what a cluster holds, other than {@link Scale}, {@link RolloutRestart} and {@link Delete}. Each says all that was
 * typed: what is not set is as kubectl has it.
 */
public sealed interface ChangeCommand extends KubectlCommand
        permits ChangeCommand.Autoscale,
                ChangeCommand.Expose,
                ChangeCommand.Patch,
                ChangeCommand.CertificateApprove,
                ChangeCommand.CertificateDeny,
                CreateCommand,
                ManifestCommand,
                MarkCommand,
                NodeCommand,
                PodCommand,
                RolloutChange,
                SetCommand {

    @Override
    String verb();

    @Override
    CommandLine line();

    /** Whether a namespace says more about it; what is about nodes or the whole cluster has none. */
    boolean livesInNamespace();

    default ChangeOptions options() {
        return ChangeOptions.usual();
    }

    /** Whether it only shows what would come out of the file. */
    default boolean local() {
        return false;
    }

    /** A dry run changes nothing. */
    @Override
    default boolean changes() {
        return options().dryRun() == DryRun.NONE && !local();
    }

    @Override
    default KubectlCommand in(Namespace namespace) {
        return scope() instanceof Scope.Unsaid && livesInNamespace()
                ? ChangeForms.again(line().with("namespace", namespace.value()))
                : this;
    }

    /**
     * A new autoscaler for each object.
     *
     * @param max 1 or more
     * @param min 1 or more, and no more than {@code max}; null leaves it to the server
     * @param cpu wanted on average: a share of what is requested like 70%, or a quantity like 500m; null for none
     * @param memory likewise, like 80% or 200Mi
     * @param cpuPercent the older way to say {@code cpu}; null if not said
     * @param name of the autoscaler; null for the object's own
     */
    record Autoscale(
            Selection selection,
            Scope scope,
            int max,
            @Nullable Integer min,
            @Nullable String cpu,
            @Nullable String memory,
            @Nullable Integer cpuPercent,
            @Nullable String name,
            ChangeOptions options)
            implements ChangeCommand {

        static Autoscale of(Said said) {
            String example = "kubectl autoscale deployment checkout --min=2 --max=5";
            Long max = said.number("max");
            if (max == null || max < 1) {
                throw new Unreadable(
                        "autoscale needs --max, the most replicas wanted, 1 or more: " + example,
                        example);
            }
            Long min = said.number("min");
            if (min != null && min > max) {
                throw new Unreadable(
                        "--min=%d is more than --max=%d: swap them.".formatted(min, max));
            }
            Long percent = said.number("cpu-percent");
            String cpu = said.text("cpu");
            if (percent != null && percent > 0 && cpu != null) {
                throw new Unreadable(
                        "--cpu and --cpu-percent say the same: leave one of them out.");
            }
            return new Autoscale(
                    About.told(said, said.words(), example),
                    said.scope(),
                    max.intValue(),
                    min == null || min < 1 ? null : Integer.valueOf(min.intValue()),
                    metric("cpu", cpu),
                    metric("memory", said.text("memory")),
                    percent == null ? null : Integer.valueOf(percent.intValue()),
                    said.text("name"),
                    ChangeOptions.of(said));
        }

        private static @Nullable String metric(String flag, @Nullable String typed) {
            if (typed == null) {
                return null;
            }
            String text = typed.strip();
            if (!text.matches("[+]?[0-9]{1,10}%")) {
                Syntax.quantity("--" + flag + ", if it is no share like 70%", text);
            }
            return text;
        }

        @Override
        public String verb() {
            return "autoscale";
        }

        @Override
        public boolean livesInNamespace() {
            return Verbs.livesInNamespace(selection);
        }

        @Override
        public CommandLine line() {
            return new LineBuilder(verb())
                    .about(selection, scope)
                    .flag("max", max)
                    .flag("min", min)
                    .flag("cpu", cpu)
                    .flag("memory", memory)
                    .flag("cpu-percent", cpuPercent)
                    .flag("name", name)
                    .options(options)
                    .line();
        }
    }

    /**
     * A new service in front of each object.
     *
     * @param service what it is like, as far as that was said
     * @param overrides JSON or YAML laid over the service; null for none
     * @param overrideType merge, strategic or json
     */
    record Expose(
            Selection selection,
            Scope scope,
            Exposure service,
            @Nullable String overrides,
            String overrideType,
            ChangeOptions options)
            implements ChangeCommand {

        static Expose of(Said said) {
            String example = "kubectl expose deployment checkout --port=80";
            Exposure service = Exposure.of(said);
            // --selector is the service's own here
            var objects = said.without("selector");
            Selection selection = About.told(objects, said.words(), example);
            said.knows(objects);
            return new Expose(
                    selection,
                    said.scope(),
                    service,
                    said.text("overrides"),
                    Syntax.oneOf(
                            "override-type",
                            said.text("override-type"),
                            "merge",
                            "strategic",
                            "json"),
                    ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "expose";
        }

        @Override
        public boolean livesInNamespace() {
            return Verbs.livesInNamespace(selection);
        }

        @Override
        public CommandLine line() {
            return service.write(
                            new LineBuilder(verb())
                                    .about(selection, scope)
                                    .flag("overrides", overrides)
                                    .unless("override-type", overrideType, "merge"))
                    .options(options)
                    .line();
        }
    }

    /**
     * Fields of objects set by a patch.
     *
     * @param patch JSON or YAML, as typed; null if it stands in a file
     * @param patchFile the file that holds it; null if it was typed
     * @param subresource like status or scale; null for the object itself
     * @param local only shows what would come out of the file
     */
    record Patch(
            Selection selection,
            Scope scope,
            PatchType type,
            @Nullable String patch,
            @Nullable String patchFile,
            @Nullable String subresource,
            boolean local,
            ChangeOptions options)
            implements ChangeCommand {

        static Patch of(Said said) {
            String example = "kubectl patch deployment checkout -p '{\"spec\":{\"paused\":true}}'";
            String patch = said.text("patch");
            String file = said.text("patch-file");
            if (patch == null && file == null) {
                throw new Unreadable(
                        "patch needs what to change, behind -p or in a file with --patch-file: "
                                + example,
                        example);
            }
            if (patch != null && file != null) {
                throw new Unreadable("-p and --patch-file are both there: leave one of them out.");
            }
            Selection selection = About.told(said, said.words(), example);
            return new Patch(
                    selection,
                    said.scope(),
                    PatchType.of(said),
                    patch,
                    file,
                    said.text("subresource"),
                    About.local(said, selection),
                    ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "patch";
        }

        @Override
        public boolean livesInNamespace() {
            return Verbs.livesInNamespace(selection);
        }

        @Override
        public CommandLine line() {
            return new LineBuilder(verb())
                    .about(selection, scope)
                    .unless("type", type.typed(), PatchType.STRATEGIC.typed())
                    .flag("patch", patch)
                    .flag("patch-file", patchFile)
                    .flag("subresource", subresource)
                    .flag("local", local)
                    .options(options)
                    .line();
        }
    }

    /** Signs requests for certificates, again where {@code force} is set. */
    record CertificateApprove(
            Selection selection, Scope scope, boolean force, ChangeOptions options)
            implements ChangeCommand {

        static CertificateApprove of(Said said) {
            return new CertificateApprove(
                    Certificates.requests(said),
                    said.scope(),
                    said.is("force"),
                    ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "certificate approve";
        }

        @Override
        public boolean livesInNamespace() {
            return false;
        }

        @Override
        public CommandLine line() {
            return Certificates.line(verb(), selection, scope, force, options);
        }
    }

    /** Turns requests for certificates down, again where {@code force} is set. */
    record CertificateDeny(Selection selection, Scope scope, boolean force, ChangeOptions options)
            implements ChangeCommand {

        static CertificateDeny of(Said said) {
            return new CertificateDeny(
                    Certificates.requests(said),
                    said.scope(),
                    said.is("force"),
                    ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "certificate deny";
        }

        @Override
        public boolean livesInNamespace() {
            return false;
        }

        @Override
        public CommandLine line() {
            return Certificates.line(verb(), selection, scope, force, options);
        }
    }
}
