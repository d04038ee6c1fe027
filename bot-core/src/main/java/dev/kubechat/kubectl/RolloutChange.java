package dev.kubechat.kubectl;

/** Changes to how a workload rolls out, other than a restart. Each is about objects, of which a type alone means all. */
public sealed interface RolloutChange extends ChangeCommand {

    Selection selection();

    @Override
    default boolean livesInNamespace() {
        return Verbs.livesInNamespace(selection());
    }

    /**
     * Back to an earlier revision.
     *
     * @param revision more than 0; 0 for the one before
     */
    record Undo(Selection selection, Scope scope, long revision, ChangeOptions options)
            implements RolloutChange {

        static Undo of(Said said) {
            Long revision = said.number("to-revision");
            if (revision != null && revision < 0) {
                throw new Unreadable(
                        "--to-revision is the number of a revision, as kubectl rollout history"
                                + " shows them.");
            }
            return new Undo(
                    objects(said),
                    said.scope(),
                    revision == null ? 0 : revision,
                    ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "rollout undo";
        }

        @Override
        public CommandLine line() {
            return new LineBuilder(verb())
                    .about(selection, scope)
                    .flag("to-revision", revision == 0 ? null : Long.valueOf(revision))
                    .options(options)
                    .line();
        }
    }

    record Pause(Selection selection, Scope scope, ChangeOptions options) implements RolloutChange {

        static Pause of(Said said) {
            return new Pause(objects(said), said.scope(), ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "rollout pause";
        }

        @Override
        public CommandLine line() {
            return new LineBuilder(verb()).about(selection, scope).options(options).line();
        }
    }

    record Resume(Selection selection, Scope scope, ChangeOptions options)
            implements RolloutChange {

        static Resume of(Said said) {
            return new Resume(objects(said), said.scope(), ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "rollout resume";
        }

        @Override
        public CommandLine line() {
            return new LineBuilder(verb()).about(selection, scope).options(options).line();
        }
    }

    private static Selection objects(Said said) {
        return About.any(
                said, said.words(), "kubectl %s deployment checkout".formatted(said.line().verb()));
    }
}
