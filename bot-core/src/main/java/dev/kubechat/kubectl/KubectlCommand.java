package dev.kubechat.kubectl;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One kubectl command, understood. {@link KubectlReader} makes it out of text; its {@link #canonical()} text reads back to an equal
 * command.
 */
public sealed interface KubectlCommand
        permits ChangeCommand,
                KubectlCommand.Get,
                KubectlCommand.Raw,
                KubectlCommand.Describe,
                KubectlCommand.Logs,
                KubectlCommand.Events,
                KubectlCommand.Scale,
                KubectlCommand.RolloutRestart,
                KubectlCommand.Delete,
                KubectlCommand.NotYet,
                ReadCommand {

    /** Counts up whenever the same command gets another canonical text, so that stored digests are never compared across. */
    int CANONICAL_VERSION = 2;

    Scope scope();

    /** This command with the namespace filled in where none was said. What lives in no namespace stays as it is. */
    KubectlCommand in(Namespace namespace);

    /** {@code kubectl VERB …} in one spelling: full type names, sorted flags, always {@code --flag=value}. */
    default String canonical() {
        return Canonical.of(this);
    }

    /** The command taken apart: as it was read, or as its canonical text would be. */
    default CommandLine line() {
        return Canonical.line(this);
    }

    /** The command's words without {@code kubectl}, like {@code rollout restart}. */
    default String verb() {
        return switch (this) {
            case Get _, Raw _ -> "get";
            case Describe _ -> "describe";
            case Logs _ -> "logs";
            case Events _ -> "events";
            case Scale _ -> "scale";
            case RolloutRestart _ -> "rollout restart";
            case Delete _ -> "delete";
            case ReadCommand read -> read.verb();
            case ChangeCommand change -> change.verb();
            case NotYet notYet -> notYet.line().verb();
        };
    }

    /**
     * The names of the files that it needs and that have to come with the message: attachments or code blocks. Empty if it needs
     * none.
     */
    default Set<String> attachments() {
        return Attachments.of(line());
    }

    /** What stands for exactly this command: SHA-256 over the canonical version and text, 64 lower-case hex digits. */
    default String digest() {
        return Digest.of(CANONICAL_VERSION, canonical());
    }

    /** Whether it may change anything. What is not known to be a read counts as a change. */
    default boolean changes() {
        return switch (this) {
            case Get _, Raw _, Describe _, Logs _, Events _ -> false;
            case Scale scale -> scale.options().dryRun() == DryRun.NONE;
            case RolloutRestart restart -> restart.options().dryRun() == DryRun.NONE;
            case Delete delete -> delete.change().dryRun() == DryRun.NONE;
            case ReadCommand _ -> false;
            case ChangeCommand change -> change.changes();
            case NotYet notYet -> Verbs.changes(notYet.line());
        };
    }

    record Get(Selection selection, Scope scope, Format format, TableStyle style, Lookup lookup)
            implements KubectlCommand {
        @Override
        public Get in(Namespace namespace) {
            return new Get(
                    selection, Verbs.fill(scope, selection, namespace), format, style, lookup);
        }
    }

    /**
     * {@code get --raw} of what a server says about itself.
     *
     * @param path one of a few open ones, like {@code /readyz}
     */
    record Raw(String path) implements KubectlCommand {
        @Override
        public Scope scope() {
            return new Scope.Unsaid();
        }

        @Override
        public Raw in(Namespace namespace) {
            return this;
        }
    }

    /**
     * @param showEvents null for kubectl's own choice: of a single object only
     * @param orPrefix whether two words were typed, as TYPE NAME, where kubectl takes the second for the beginning of names when
     *     there is no object of that name
     */
    record Describe(
            Selection selection, Scope scope, @Nullable Boolean showEvents, boolean orPrefix)
            implements KubectlCommand {
        @Override
        public Describe in(Namespace namespace) {
            return new Describe(
                    selection, Verbs.fill(scope, selection, namespace), showEvents, orPrefix);
        }
    }

    /** The selection is one pod, one object that has pods, or pods by label. */
    record Logs(Selection selection, Scope scope, LogOptions options) implements KubectlCommand {
        @Override
        public Logs in(Namespace namespace) {
            return new Logs(selection, Verbs.fill(scope, selection, namespace), options);
        }
    }

    /**
     * @param forObject the object whose events are asked for; null for all
     * @param types like Warning; empty for all
     */
    record Events(
            Scope scope,
            @Nullable ObjectName forObject,
            List<String> types,
            Format format,
            boolean noHeaders)
            implements KubectlCommand {
        public Events {
            types = List.copyOf(types);
        }

        @Override
        public Events in(Namespace namespace) {
            return new Events(scope.orIn(namespace), forObject, types, format, noHeaders);
        }
    }

    /**
     * @param replicas 0 or more
     * @param currentReplicas only if it has that many now; null for whatever it has
     * @param resourceVersion only at that version; null for any
     * @param timeout how long to wait until so many run; null to not wait
     */
    record Scale(
            Selection selection,
            Scope scope,
            int replicas,
            @Nullable Integer currentReplicas,
            @Nullable String resourceVersion,
            @Nullable Duration timeout,
            ChangeOptions options)
            implements KubectlCommand {

        public Scale(
                Selection selection,
                Scope scope,
                int replicas,
                @Nullable Integer currentReplicas,
                @Nullable String resourceVersion) {
            this(
                    selection,
                    scope,
                    replicas,
                    currentReplicas,
                    resourceVersion,
                    null,
                    ChangeOptions.usual());
        }

        public Scale {
            if (replicas < 0) {
                throw new IllegalArgumentException(
                        "replicas is %d, must be 0 or more".formatted(replicas));
            }
        }

        @Override
        public Scale in(Namespace namespace) {
            return new Scale(
                    selection,
                    Verbs.fill(scope, selection, namespace),
                    replicas,
                    currentReplicas,
                    resourceVersion,
                    timeout,
                    options);
        }
    }

    record RolloutRestart(Selection selection, Scope scope, ChangeOptions options)
            implements KubectlCommand {

        public RolloutRestart(Selection selection, Scope scope) {
            this(selection, scope, ChangeOptions.usual());
        }

        @Override
        public RolloutRestart in(Namespace namespace) {
            return new RolloutRestart(selection, Verbs.fill(scope, selection, namespace), options);
        }
    }

    /** @param options how the objects go */
    record Delete(Selection selection, Scope scope, DeleteOptions options, ChangeOptions change)
            implements KubectlCommand {

        public Delete(Selection selection, Scope scope, DeleteOptions options) {
            this(selection, scope, options, ChangeOptions.usual());
        }

        @Override
        public Delete in(Namespace namespace) {
            return new Delete(selection, Verbs.fill(scope, selection, namespace), options, change);
        }
    }

    /** Understood as kubectl and taken apart, but not run by this version. */
    record NotYet(CommandLine line) implements KubectlCommand {
        @Override
        public Scope scope() {
            return Flags.scope(line);
        }

        @Override
        public NotYet in(Namespace namespace) {
            // help is answered by kubectl itself and takes no flags
            return scope() instanceof Scope.Unsaid && !verb().equals("help")
                    ? new NotYet(line.with("namespace", namespace.value()))
                    : this;
        }
    }
}
