package dev.kubechat.kubectl;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The forms of {@link ReadCommand}: from a line taken apart to a typed command. */
final class ReadForms {

    private static final ResourceType POD = ResourceType.of("pods");
    private static final ResourceType NODE = ResourceType.of("nodes");
    // that a server is asked for protocol buffers is no matter of what it says
    private static final Set<String> TOP =
            Set.of(
                    "selector",
                    "field-selector",
                    "sort-by",
                    "containers",
                    "no-headers",
                    "sum",
                    "show-swap",
                    "show-capacity",
                    "use-protocol-buffers");
    private static final Set<String> RESOURCES =
            Set.of(
                    "api-group",
                    "namespaced",
                    "verbs",
                    "categories",
                    "sort-by",
                    "no-headers",
                    "output",
                    "cached",
                    "show-managed-fields");
    private static final Set<String> OUTPUT = Set.of("output", "show-managed-fields");
    private static final Set<String> VERSION = Set.of("client", "output");
    private static final Set<String> CAN_I = Set.of("list", "no-headers", "quiet", "subresource");
    private static final Set<String> STATUS = Set.of("selector", "watch", "revision", "timeout");
    private static final Set<String> HISTORY = Set.of("selector", "revision", "output");
    private static final Set<String> DIFF =
            Set.of("filename", "server-side", "force-conflicts", "field-manager", "concurrency");

    private static final Set<String> WAIT =
            Set.of("selector", "field-selector", "all", "for", "timeout", "output");
    // not flatten: kubectl shows keys and tokens with it
    private static final Set<String> VIEW = Set.of("minify", "output", "merge");
    private static final Set<String> CONTEXTS = Set.of("no-headers", "output");
    private static final Set<String> APPLIED = Set.of("selector", "all", "output");
    private static final Set<String> OBJECT_OUTPUTS = Set.of("", "json", "yaml", "name");

    private ReadForms() {}

    /** The typed command, or null where the line says what this version does not do. */
    static @Nullable ReadCommand of(CommandLine line, Grammar.Command command) {
        return switch (line.verb()) {
            case "top node" -> Flags.saysOnly(line, command, TOP) ? topNode(line) : null;
            case "top pod" -> Flags.saysOnly(line, command, TOP) ? topPod(line) : null;
            case "explain" -> explain(line, command);
            case "api-resources" ->
                    Flags.saysOnly(line, command, RESOURCES) ? apiResources(line) : null;
            case "api-versions" -> apiVersions(line, command);
            case "version" -> Flags.saysOnly(line, command, VERSION) ? version(line) : null;
            case "cluster-info" -> clusterInfo(line, command);
            case "cluster-info dump" -> DumpForm.of(line, command);
            case "auth can-i" -> Flags.saysOnly(line, command, CAN_I) ? canI(line) : null;
            case "auth whoami" -> whoAmI(line, command);
            case "rollout status" ->
                    Forms.says(line, command, STATUS) ? status(line, command) : null;
            case "rollout history" ->
                    Forms.says(line, command, HISTORY) ? history(line, command) : null;
            case "diff" -> Flags.saysOnly(line, command, DIFF) ? diff(line) : null;
            case "wait" -> Forms.says(line, command, WAIT) ? waiting(line, command) : null;
            case "config view" -> Flags.saysOnly(line, command, VIEW) ? view(line) : null;
            case "config current-context" -> new ConfigCommand.CurrentContext();
            case "config get-clusters" -> new ConfigCommand.GetClusters();
            case "config get-users" -> new ConfigCommand.GetUsers();
            case "config get-contexts" ->
                    Flags.saysOnly(line, command, CONTEXTS) ? contexts(line) : null;
            case "apply view-last-applied" ->
                    Forms.says(line, command, APPLIED) ? lastApplied(line, command) : null;
            default -> null;
        };
    }

    private static ReadCommand topNode(CommandLine line) {
        return new TopCommand.TopNode(
                oneName(line, NODE, "top node"),
                Flags.selector(line, "selector"),
                text(line, "sort-by"),
                line.has("no-headers"),
                line.has("show-capacity"),
                line.has("show-swap"));
    }

    private static ReadCommand topPod(CommandLine line) {
        return new TopCommand.TopPod(
                oneName(line, POD, "top pod"),
                Flags.scope(line),
                Flags.selector(line, "selector"),
                Flags.selector(line, "field-selector"),
                text(line, "sort-by"),
                line.has("containers"),
                line.has("no-headers"),
                line.has("sum"),
                line.has("show-swap"));
    }

    private static @Nullable String oneName(CommandLine line, ResourceType type, String verb) {
        if (line.words().size() > 1) {
            throw new Unreadable(
                    "%s takes one name, or none: choose several with -l.".formatted(verb));
        }
        return line.words().isEmpty() ? null : new ObjectName(type, line.words().getFirst()).name();
    }

    private static @Nullable ReadCommand explain(CommandLine line, Grammar.Command command) {
        if (line.words().size() != 1) {
            throw new Unreadable(
                    "explain needs one type, with fields behind dots: kubectl explain"
                            + " pods.spec.containers",
                    "kubectl explain pods.spec.containers");
        }
        String output = line.flag("output");
        return Flags.saysOnly(line, command, Set.of("recursive", "api-version", "output"))
                        && (output == null || output.equals("plaintext"))
                ? new ReadCommand.Explain(
                        line.words().getFirst(), text(line, "api-version"), line.has("recursive"))
                : null;
    }

    private static @Nullable ReadCommand apiResources(CommandLine line) {
        noWords(line);
        String output = text(line, "output");
        if (!Set.of("", "wide", "name", "json", "yaml").contains(output)) {
            OutputFormats.check(line);
            return null;
        }
        String namespaced = line.flag("namespaced");
        return new ReadCommand.ApiResources(
                line.flag("api-group"),
                namespaced == null ? null : Boolean.valueOf(namespaced),
                line.values("verbs"),
                line.values("categories"),
                text(line, "sort-by"),
                line.has("no-headers"),
                output);
    }

    private static @Nullable ReadCommand apiVersions(CommandLine line, Grammar.Command command) {
        noWords(line);
        return Flags.saysOnly(line, command, Set.of()) ? new ReadCommand.ApiVersions() : null;
    }

    private static ReadCommand version(CommandLine line) {
        noWords(line);
        String output = text(line, "output");
        if (!Set.of("", "yaml", "json").contains(output)) {
            throw new Unreadable(
                    "version prints -o yaml or -o json, and not %s."
                            .formatted(Shown.quoted(output)));
        }
        return new ReadCommand.Version(line.has("client"), output);
    }

    // as kubectl does, words are overlooked
    private static @Nullable ReadCommand clusterInfo(CommandLine line, Grammar.Command command) {
        return Flags.saysOnly(line, command, Set.of())
                ? new ReadCommand.ClusterInfo(Flags.scope(line))
                : null;
    }

    private static ReadCommand canI(CommandLine line) {
        List<String> words = line.words();
        if (line.has("list")) {
            if (!words.isEmpty()
                    || line.has("quiet")
                    || line.has("all-namespaces")
                    || !text(line, "subresource").isEmpty()) {
                throw new Unreadable(
                        "--list shows everything you may do in one namespace, and takes no words"
                                + " and no -A, -q or --subresource.",
                        "kubectl auth can-i --list");
            }
            return new AuthCommand.CanIList(Flags.scope(line), line.has("no-headers"));
        }
        if (words.size() != 2 || line.has("no-headers")) {
            throw new Unreadable(
                    "auth can-i needs a verb and a type: kubectl auth can-i create deployments",
                    "kubectl auth can-i create deployments");
        }
        String subresource = text(line, "subresource");
        if (words.get(1).startsWith("/") && !subresource.isEmpty()) {
            throw new Unreadable("A path has no --subresource: leave one of them out.");
        }
        return new AuthCommand.CanI(
                words.get(0), words.get(1), subresource, Flags.scope(line), line.has("quiet"));
    }

    private static @Nullable ReadCommand whoAmI(CommandLine line, Grammar.Command command) {
        noWords(line);
        if (!Flags.saysOnly(line, command, OUTPUT) || !isObjectOutput(line)) {
            return null;
        }
        return new AuthCommand.WhoAmI(text(line, "output"));
    }

    private static @Nullable ReadCommand status(CommandLine line, Grammar.Command command) {
        return new ReadCommand.RolloutStatus(
                Forms.looked(
                        line,
                        command,
                        "rollout status needs whose",
                        "kubectl rollout status deployment checkout"),
                Flags.scope(line),
                !"false".equals(line.flag("watch")),
                revision(line),
                duration(line, "timeout", Duration.ZERO));
    }

    private static @Nullable ReadCommand history(CommandLine line, Grammar.Command command) {
        Selection selection =
                Forms.looked(
                        line,
                        command,
                        "rollout history needs whose",
                        "kubectl rollout history deployment checkout");
        return isObjectOutput(line)
                ? new ReadCommand.RolloutHistory(
                        selection, Flags.scope(line), revision(line), text(line, "output"))
                : null;
    }

    private static ReadCommand diff(CommandLine line) {
        if (line.values("filename").isEmpty() || !line.words().isEmpty()) {
            throw new Unreadable(
                    "diff compares a manifest with the cluster: attach it and name it, like kubectl"
                            + " diff -f deployment.yaml.",
                    "kubectl diff -f deployment.yaml");
        }
        String manager = line.flag("field-manager");
        return new ReadCommand.Diff(
                line.values("filename"),
                Flags.scope(line),
                line.has("server-side"),
                line.has("force-conflicts"),
                manager == null ? ReadCommand.Diff.USUAL_MANAGER : manager);
    }

    private static @Nullable ReadCommand waiting(CommandLine line, Grammar.Command command) {
        Selection selection =
                Forms.looked(
                        line,
                        command,
                        "wait needs what to wait for",
                        "kubectl wait deployment/checkout --for=condition=Available");
        if (line.values("for").isEmpty()) {
            throw new Unreadable(
                    "wait needs a condition: --for=condition=Ready, --for=delete, --for=create or"
                            + " --for=jsonpath='{.status.phase}'=Running.");
        }
        return isObjectOutput(line)
                ? new ReadCommand.Wait(
                        selection,
                        Flags.scope(line),
                        line.values("for"),
                        duration(line, "timeout", ReadCommand.Wait.USUAL),
                        text(line, "output"))
                : null;
    }

    private static @Nullable ReadCommand view(CommandLine line) {
        noWords(line);
        String output = text(line, "output");
        return Set.of("", "yaml", "json").contains(output) || Format.ofObject(output).isPresent()
                ? new ConfigCommand.ConfigView(
                        line.has("minify"), output.equals("yaml") ? "" : output)
                : null;
    }

    private static @Nullable ReadCommand contexts(CommandLine line) {
        String output = text(line, "output");
        return Set.of("", "name").contains(output)
                ? new ConfigCommand.GetContexts(line.words(), line.has("no-headers"), output)
                : null;
    }

    private static ReadCommand lastApplied(CommandLine line, Grammar.Command command) {
        String output = text(line, "output");
        if (!Set.of("", "yaml", "json").contains(output)) {
            throw new Unreadable(
                    "apply view-last-applied prints -o yaml or -o json, and not %s."
                            .formatted(Shown.quoted(output)));
        }
        return new ReadCommand.ViewLastApplied(
                Forms.looked(
                        line,
                        command,
                        "apply view-last-applied needs an object",
                        "kubectl apply view-last-applied deployment/checkout"),
                Flags.scope(line),
                output.isEmpty() ? "yaml" : output);
    }

    private static boolean isObjectOutput(CommandLine line) {
        String output = text(line, "output");
        boolean known = OBJECT_OUTPUTS.contains(output) || Format.ofObject(output).isPresent();
        if (!known) {
            OutputFormats.check(line);
        }
        return known;
    }

    private static void noWords(CommandLine line) {
        if (!line.words().isEmpty()) {
            throw new Unreadable(
                    "%s takes no words, so %s does not belong there."
                            .formatted(line.verb(), Shown.quoted(line.words().getFirst())),
                    "kubectl " + line.verb());
        }
    }

    private static String text(CommandLine line, String flag) {
        String typed = line.flag(flag);
        return typed == null ? "" : typed;
    }

    private static long revision(CommandLine line) {
        String typed = line.flag("revision");
        long revision = typed == null ? 0 : Long.parseLong(typed);
        if (revision < 0) {
            throw new Unreadable("--revision is the number of a revision, 1 or more.");
        }
        return revision;
    }

    private static Duration duration(CommandLine line, String flag, Duration usual) {
        String typed = line.flag(flag);
        return typed == null ? usual : Duration.ofNanos(GoDuration.nanos(typed));
    }
}
