package dev.kubechat.kubectl;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verbs that look, beside get, describe, logs and events. An {@code output} is what stands behind {@code -o}, empty for kubectl's
 * usual text; a {@code sortBy} is empty for kubectl's usual order. Those that are about the whole cluster have no scope.
 */
public sealed interface ReadCommand extends KubectlCommand
        permits AuthCommand,
                ConfigCommand,
                TopCommand,
                ReadCommand.Explain,
                ReadCommand.ApiResources,
                ReadCommand.ApiVersions,
                ReadCommand.Version,
                ReadCommand.ClusterInfo,
                ReadCommand.Dump,
                ReadCommand.RolloutStatus,
                ReadCommand.RolloutHistory,
                ReadCommand.Diff,
                ReadCommand.Wait,
                ReadCommand.ViewLastApplied {

    @Override
    String verb();

    @Override
    CommandLine line();

    @Override
    default boolean changes() {
        return false;
    }

    @Override
    default Scope scope() {
        return new Scope.Unsaid();
    }

    @Override
    default ReadCommand in(Namespace namespace) {
        return this;
    }

    /**
     * @param path a type and fields in it, like {@code pods.spec.containers}
     * @param apiVersion like {@code apps/v1}; empty for the server's preferred one
     */
    record Explain(String path, String apiVersion, boolean recursive) implements ReadCommand {
        @Override
        public String verb() {
            return "explain";
        }

        @Override
        public CommandLine line() {
            return new LineBuilder(verb())
                    .word(path)
                    .text("api-version", apiVersion)
                    .flag("recursive", recursive)
                    .line();
        }
    }

    /**
     * @param apiGroup only that group, which is empty for the core group; null for all
     * @param namespaced only those in namespaces, or only those outside; null for both
     * @param verbs only what takes all of these
     * @param categories only what is in all of these
     */
    record ApiResources(
            @Nullable String apiGroup,
            @Nullable Boolean namespaced,
            List<String> verbs,
            List<String> categories,
            String sortBy,
            boolean noHeaders,
            String output)
            implements ReadCommand {
        public ApiResources {
            verbs = List.copyOf(verbs);
            categories = List.copyOf(categories);
        }

        @Override
        public String verb() {
            return "api-resources";
        }

        @Override
        public CommandLine line() {
            return new LineBuilder(verb())
                    .flag("api-group", apiGroup)
                    .flag("namespaced", namespaced)
                    .list("verbs", verbs)
                    .list("categories", categories)
                    .text("sort-by", sortBy)
                    .flag("no-headers", noHeaders)
                    .text("output", output)
                    .line();
        }
    }

    record ApiVersions() implements ReadCommand {
        @Override
        public String verb() {
            return "api-versions";
        }

        @Override
        public CommandLine line() {
            return new LineBuilder(verb()).line();
        }
    }

    /** @param client whether the server is left out */
    record Version(boolean client, String output) implements ReadCommand {

        /** The kubectl that is followed here, word for word. */
        public static final String FOLLOWED = "v1.36.3";

        @Override
        public String verb() {
            return "version";
        }

        @Override
        public CommandLine line() {
            return new LineBuilder(verb()).flag("client", client).text("output", output).line();
        }
    }

    /** @param scope where the cluster's own services are; kube-system where none was said */
    record ClusterInfo(Scope scope) implements ReadCommand {
        @Override
        public String verb() {
            return "cluster-info";
        }

        @Override
        public CommandLine line() {
            return new LineBuilder(verb()).in(scope).line();
        }
    }

    /**
     * @param namespaces whose; none for kube-system and those of the scope
     * @param output {@code json} or {@code yaml}
     */
    record Dump(List<Namespace> namespaces, Scope scope, String output) implements ReadCommand {

        /** What is printed where nothing else is said. */
        static final String USUAL = "json";

        public Dump {
            namespaces = List.copyOf(namespaces);
        }

        @Override
        public String verb() {
            return "cluster-info dump";
        }

        @Override
        public Dump in(Namespace namespace) {
            return namespaces.isEmpty()
                    ? new Dump(namespaces, scope.orIn(namespace), output)
                    : this;
        }

        @Override
        public CommandLine line() {
            return new LineBuilder(verb())
                    .list("namespaces", namespaces.stream().map(Namespace::value).toList())
                    .in(scope)
                    .unless("output", output, USUAL)
                    .line();
        }
    }

    /**
     * @param revision the one it has to be at; 0 for whichever
     * @param timeout how long to watch; zero for as long as KubeChat watches anything
     */
    record RolloutStatus(
            Selection selection, Scope scope, boolean watch, long revision, Duration timeout)
            implements ReadCommand {
        @Override
        public String verb() {
            return "rollout status";
        }

        @Override
        public RolloutStatus in(Namespace namespace) {
            return new RolloutStatus(
                    selection, Verbs.fill(scope, selection, namespace), watch, revision, timeout);
        }

        @Override
        public CommandLine line() {
            return new LineBuilder(verb())
                    .about(selection, scope)
                    .off("watch", !watch)
                    .number("revision", revision)
                    .unless("timeout", timeout, Duration.ZERO)
                    .line();
        }
    }

    /** @param revision the one to show in full; 0 for a list of all */
    record RolloutHistory(Selection selection, Scope scope, long revision, String output)
            implements ReadCommand {
        @Override
        public String verb() {
            return "rollout history";
        }

        @Override
        public RolloutHistory in(Namespace namespace) {
            return new RolloutHistory(
                    selection, Verbs.fill(scope, selection, namespace), revision, output);
        }

        @Override
        public CommandLine line() {
            return new LineBuilder(verb())
                    .about(selection, scope)
                    .number("revision", revision)
                    .text("output", output)
                    .line();
        }
    }

    /**
     * What applying manifests would change.
     *
     * @param files names of attachments, at least one
     */
    record Diff(
            List<String> files,
            Scope scope,
            boolean serverSide,
            boolean forceConflicts,
            String fieldManager)
            implements ReadCommand {

        /** Who writes the fields where nothing else is said. */
        static final String USUAL_MANAGER = "kubectl-client-side-apply";

        public Diff {
            files = List.copyOf(files);
        }

        @Override
        public String verb() {
            return "diff";
        }

        @Override
        public Diff in(Namespace namespace) {
            return new Diff(files, scope.orIn(namespace), serverSide, forceConflicts, fieldManager);
        }

        @Override
        public CommandLine line() {
            return new LineBuilder(verb())
                    .list("filename", files)
                    .in(scope)
                    .flag("server-side", serverSide)
                    .flag("force-conflicts", forceConflicts)
                    .unless("field-manager", fieldManager, USUAL_MANAGER)
                    .line();
        }
    }

    /**
     * @param conditions as typed behind {@code --for}, at least one
     * @param timeout zero to look once, less for a week
     */
    record Wait(
            Selection selection,
            Scope scope,
            List<String> conditions,
            Duration timeout,
            String output)
            implements ReadCommand {

        /** As long as kubectl waits when nothing is said. */
        static final Duration USUAL = Duration.ofSeconds(30);

        public Wait {
            conditions = List.copyOf(conditions);
        }

        @Override
        public String verb() {
            return "wait";
        }

        @Override
        public Wait in(Namespace namespace) {
            return new Wait(
                    selection,
                    Verbs.fill(scope, selection, namespace),
                    conditions,
                    timeout,
                    output);
        }

        @Override
        public CommandLine line() {
            return new LineBuilder(verb())
                    .about(selection, scope)
                    .list("for", conditions)
                    .unless("timeout", timeout, USUAL)
                    .text("output", output)
                    .line();
        }
    }

    /** @param output {@code yaml} or {@code json} */
    record ViewLastApplied(Selection selection, Scope scope, String output) implements ReadCommand {
        @Override
        public String verb() {
            return "apply view-last-applied";
        }

        @Override
        public ViewLastApplied in(Namespace namespace) {
            return new ViewLastApplied(selection, Verbs.fill(scope, selection, namespace), output);
        }

        @Override
        public CommandLine line() {
            return new LineBuilder(verb())
                    .about(selection, scope)
                    .unless("output", output, "yaml")
                    .line();
        }
    }
}
