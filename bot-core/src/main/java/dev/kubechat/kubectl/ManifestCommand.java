package dev.kubechat.kubectl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes that stand in manifests: attachments or code blocks of the message. */
public sealed interface ManifestCommand extends ChangeCommand {

    Manifests manifests();

    @Override
    default boolean livesInNamespace() {
        return true;
    }

    /**
     * What the manifests say, laid over what there is.
     *
     * @param selector only those of the objects that fit it; null for all
     * @param overwrite whether changes made by others in between are overwritten
     * @param serverSide whether the server lays it over, and not the client
     * @param forceConflicts whether fields that others own are taken from them; only with {@code serverSide}
     * @param prune null if nothing that the manifests do not name is deleted
     * @param subresource like status; null for the object itself; only with {@code serverSide}
     * @param openApiPatch whether the server's schema is used for the difference
     */
    record Apply(
            Manifests manifests,
            Scope scope,
            @Nullable String selector,
            boolean overwrite,
            boolean serverSide,
            boolean forceConflicts,
            @Nullable Prune prune,
            @Nullable String subresource,
            boolean openApiPatch,
            Replacement replacement,
            ChangeOptions options)
            implements ManifestCommand {

        /**
         * What was applied once and is in the manifests no more is deleted.
         *
         * @param all of all that was ever applied, not only of what fits the selector
         * @param types only of these, as GROUP/VERSION/KIND; empty for the usual ones
         */
        public record Prune(boolean all, List<String> types) {
            public Prune {
                types = List.copyOf(types);
            }
        }

        static Apply of(Said said) {
            return new Apply(
                            Manifests.required(said),
                            said.scope(),
                            said.selector("selector"),
                            said.holds("overwrite"),
                            said.is("server-side"),
                            said.is("force-conflicts"),
                            prune(said),
                            said.text("subresource"),
                            said.holds("openapi-patch"),
                            Replacement.of(said),
                            ChangeOptions.of(said))
                    .checked();
        }

        private static @Nullable Prune prune(Said said) {
            boolean all = said.is("all");
            String selector = said.selector("selector");
            List<String> types = said.list("prune-allowlist");
            if (all && selector != null) {
                throw new Unreadable(
                        "--all and a selector contradict each other: leave one of them out.");
            }
            if (!said.is("prune")) {
                return null;
            }
            if (!all && selector == null) {
                throw new Unreadable(
                        "--prune deletes what the manifests do not name: say of what, with a"
                                + " selector (-l) or --all.");
            }
            return new Prune(all, types);
        }

        private Apply checked() {
            if (forceConflicts && !serverSide) {
                throw contradiction("--force-conflicts", "only goes with --server-side");
            }
            if (serverSide && options.dryRun() == DryRun.CLIENT) {
                throw contradiction("--server-side", "goes with --dry-run=server only");
            }
            if (replacement.force() && serverSide) {
                throw contradiction("--force", "does not go with --server-side");
            }
            if (replacement.force() && options.dryRun() == DryRun.SERVER) {
                throw contradiction("--force", "does not go with --dry-run=server");
            }
            if (prune != null && replacement.force()) {
                throw contradiction("--force", "does not go with --prune");
            }
            if (prune != null && serverSide) {
                throw contradiction("--prune", "does not go with --server-side");
            }
            if (subresource != null && !serverSide) {
                throw contradiction("--subresource", "only goes with --server-side");
            }
            return this;
        }

        private static Unreadable contradiction(String flag, String what) {
            return new Unreadable("apply: %s %s.".formatted(flag, what));
        }

        @Override
        public String verb() {
            return "apply";
        }

        @Override
        public CommandLine line() {
            LineBuilder line =
                    start(this)
                            .flag("selector", selector)
                            .off("overwrite", !overwrite)
                            .flag("server-side", serverSide)
                            .flag("force-conflicts", forceConflicts)
                            .flag("subresource", subresource)
                            .off("openapi-patch", !openApiPatch);
            if (prune != null) {
                line.flag("prune", true)
                        .flag("all", prune.all())
                        .list("prune-allowlist", prune.types());
            }
            return replacement.write(line).line();
        }
    }

    /** Notes on objects what was last applied to them. */
    record SetLastApplied(
            Manifests manifests, Scope scope, boolean createAnnotation, ChangeOptions options)
            implements ManifestCommand {

        static SetLastApplied of(Said said) {
            return new SetLastApplied(
                    Manifests.required(said),
                    said.scope(),
                    said.is("create-annotation"),
                    ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "apply set-last-applied";
        }

        @Override
        public CommandLine line() {
            return start(this).flag("create-annotation", createAnnotation).line();
        }
    }

    /** Objects put in the place of those of the same names. */
    record Replace(
            Manifests manifests,
            Scope scope,
            Replacement replacement,
            @Nullable String subresource,
            ChangeOptions options)
            implements ManifestCommand {

        static Replace of(Said said) {
            Replacement replacement = Replacement.of(said);
            if (!replacement.force()
                    && (replacement.gracePeriod() != null || replacement.timeout() != null)) {
                throw new Unreadable(
                        "--grace-period and --timeout are about the deletion that only --force"
                                + " makes.");
            }
            ChangeOptions options = ChangeOptions.of(said);
            if (replacement.force() && options.dryRun() != DryRun.NONE) {
                throw new Unreadable("replace --force cannot be tried without effect.");
            }
            return new Replace(
                    Manifests.required(said),
                    said.scope(),
                    replacement,
                    said.text("subresource"),
                    options);
        }

        @Override
        public String verb() {
            return "replace";
        }

        @Override
        public CommandLine line() {
            return replacement.write(start(this).flag("subresource", subresource)).line();
        }
    }

    /**
     * New objects.
     *
     * @param selector only those that fit it; null for all
     */
    record Create(
            Manifests manifests, Scope scope, @Nullable String selector, ChangeOptions options)
            implements ManifestCommand {

        static Create of(Said said) {
            if (said.is("edit")) {
                throw new Unreadable(
                        "There is no editor in a chat. Change the manifest, attach it and leave"
                                + " --edit out.");
            }
            // only about how an editor shows the manifest
            said.reading("windows-line-endings");
            return new Create(
                    Manifests.required(said),
                    said.scope(),
                    said.selector("selector"),
                    ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "create";
        }

        @Override
        public CommandLine line() {
            return start(this).flag("selector", selector).line();
        }
    }

    /** Roles and bindings brought to what the manifests say: rights are added, and taken only where that is asked for. */
    record Reconcile(
            Manifests manifests,
            Scope scope,
            boolean removeExtraPermissions,
            boolean removeExtraSubjects,
            ChangeOptions options)
            implements ManifestCommand {

        static Reconcile of(Said said) {
            ChangeOptions options = ChangeOptions.of(said);
            if (options.dryRun() == DryRun.SERVER) {
                throw new Unreadable(
                        "auth reconcile knows --dry-run=client only: no server tries it.");
            }
            return new Reconcile(
                    Manifests.required(said),
                    said.scope(),
                    said.is("remove-extra-permissions"),
                    said.is("remove-extra-subjects"),
                    options);
        }

        @Override
        public String verb() {
            return "auth reconcile";
        }

        @Override
        public CommandLine line() {
            return start(this)
                    .flag("remove-extra-permissions", removeExtraPermissions)
                    .flag("remove-extra-subjects", removeExtraSubjects)
                    .line();
        }
    }

    private static LineBuilder start(ManifestCommand command) {
        return new LineBuilder(command.verb())
                .in(command.manifests())
                .in(command.scope())
                .options(command.options());
    }
}
