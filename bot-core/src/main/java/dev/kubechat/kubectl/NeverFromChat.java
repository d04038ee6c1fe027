package dev.kubechat.kubectl;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What kubectl can do and a chat must not: each with the reason, and with what works instead. */
final class NeverFromChat {

    private static final String ACTS_AS_YOU =
            "KubeChat acts as the person who asks, so %s is not taken from a chat.";
    private static final String OWN_CONNECTION =
            "KubeChat has its own connection to each cluster, so %s is not taken from a chat. Name"
                    + " the cluster with --context, like --context=staging.";
    private static final String OWN_FILES =
            "%s names files beside a kubectl program, and there is none here.";

    private static final Map<String, String> FLAGS =
            Map.ofEntries(
                    Map.entry("as", ACTS_AS_YOU),
                    Map.entry("as-group", ACTS_AS_YOU),
                    Map.entry("as-uid", ACTS_AS_YOU),
                    Map.entry("as-user-extra", ACTS_AS_YOU),
                    Map.entry("token", ACTS_AS_YOU),
                    Map.entry("user", ACTS_AS_YOU),
                    Map.entry("username", ACTS_AS_YOU),
                    Map.entry("password", ACTS_AS_YOU),
                    Map.entry("client-certificate", ACTS_AS_YOU),
                    Map.entry("client-key", ACTS_AS_YOU),
                    Map.entry("server", OWN_CONNECTION),
                    Map.entry("cluster", OWN_CONNECTION),
                    Map.entry("kubeconfig", OWN_CONNECTION),
                    Map.entry("tls-server-name", OWN_CONNECTION),
                    Map.entry("certificate-authority", OWN_CONNECTION),
                    Map.entry("insecure-skip-tls-verify", OWN_CONNECTION),
                    Map.entry("insecure-skip-tls-verify-backend", OWN_CONNECTION),
                    Map.entry("cache-dir", OWN_FILES),
                    Map.entry("kuberc", OWN_FILES),
                    Map.entry("profile", OWN_FILES),
                    Map.entry("profile-output", OWN_FILES));

    private static final String NO_EDITOR =
            "There is no editor in a chat. Attach the changed manifest and type kubectl apply -f"
                    + " NAME, or change one field with kubectl patch.";
    private static final String NO_TUNNEL =
            "%s opens a way from a person's machine into the cluster, and a chat has no such"
                    + " machine.";
    private static final String NO_CONFIG =
            "A kubeconfig belongs to a kubectl program, and there is none here. An admin registers"
                + " clusters with KubeChat; name one with --context, like --context=staging, and a"
                + " namespace with -n.";

    private static final Map<String, String> COMMANDS =
            Map.ofEntries(
                    Map.entry("edit", NO_EDITOR),
                    Map.entry("apply edit-last-applied", NO_EDITOR),
                    Map.entry("proxy", NO_TUNNEL),
                    Map.entry("port-forward", NO_TUNNEL),
                    Map.entry(
                            "attach",
                            "There is no terminal in a chat to attach. kubectl logs shows what the"
                                    + " container writes."),
                    Map.entry(
                            "plugin list",
                            "kubectl plugins are programs on somebody's machine, and none run"
                                    + " here."),
                    Map.entry("completion", "There is no shell here that could be completed."),
                    Map.entry("kuberc set", NO_CONFIG),
                    Map.entry("kuberc view", NO_CONFIG),
                    Map.entry("config delete-cluster", NO_CONFIG),
                    Map.entry("config delete-context", NO_CONFIG),
                    Map.entry("config delete-user", NO_CONFIG),
                    Map.entry("config rename-context", NO_CONFIG),
                    Map.entry("config set", NO_CONFIG),
                    Map.entry("config set-cluster", NO_CONFIG),
                    Map.entry("config set-context", NO_CONFIG),
                    Map.entry("config set-credentials", NO_CONFIG),
                    Map.entry("config unset", NO_CONFIG),
                    Map.entry("config use-context", NO_CONFIG));

    private static final Set<String> FILE_FLAGS =
            Set.of(
                    "filename",
                    "kustomize",
                    "from-file",
                    "from-env-file",
                    "patch-file",
                    "cert",
                    "key",
                    "custom",
                    "output-directory");

    // what a server says about itself to everybody
    private static final List<String> OPEN_PATHS =
            List.of("/healthz", "/livez", "/readyz", "/version");
    private static final Pattern OPEN_PATH =
            Pattern.compile(
                    "(/[a-z0-9/-]{1,200})(\\?(verbose|exclude=[a-z0-9/-]{1,80})(&(verbose|exclude=[a-z0-9/-]{1,80})){0,20})?");

    private NeverFromChat() {}

    /** @throws Unreadable if the line is such a one */
    static void check(CommandLine line, Grammar.Command command) {
        String reason = COMMANDS.get(line.verb());
        if (reason != null) {
            throw new Unreadable(
                    reason.formatted(line.verb()),
                    line.verb().equals("attach") ? logs(line) : null);
        }
        for (String name : line.flags().keySet()) {
            if (isShared(name, command)) {
                checkConnection(line, name);
            }
        }
        for (String name : line.flags().keySet()) {
            checkFiles(line, name);
        }
        checkRaw(line);
        if (line.verb().equals("cp")) {
            line.words().stream()
                    .filter(word -> !word.contains(":"))
                    .forEach(NeverFromChat::checkFile);
        }
        if (line.verb().equals("kustomize")) {
            line.words().forEach(NeverFromChat::checkFile);
        }
    }

    private static String logs(CommandLine line) {
        return line.words().isEmpty()
                ? "kubectl logs POD"
                : "kubectl logs " + Canonical.words(line.words().subList(0, 1));
    }

    /** Some commands have a flag of their own by the same name: {@code create rolebinding --user} is about whom to bind. */
    private static boolean isShared(String name, Grammar.Command command) {
        return !command.owns(name) || name.equals("insecure-skip-tls-verify-backend");
    }

    private static void checkConnection(CommandLine line, String name) {
        String reason = FLAGS.get(name);
        if (reason != null && !saysNothing(line, name)) {
            throw new Unreadable(reason.formatted("--" + name));
        }
    }

    private static void checkFiles(CommandLine line, String name) {
        if (FILE_FLAGS.contains(name)) {
            line.values(name).forEach(value -> checkFile(afterKey(name, value)));
        }
        if (name.equals("output")) {
            checkTemplateFile(String.valueOf(line.flag(name)), line.flag("template"));
        }
    }

    private static boolean saysNothing(CommandLine line, String name) {
        return name.startsWith("insecure-")
                ? !line.has(name)
                : name.equals("profile") && "none".equals(line.flag(name));
    }

    /** {@code --from-file} takes KEY=FILE too. */
    private static String afterKey(String flag, String value) {
        return flag.equals("from-file") ? value.substring(value.indexOf('=') + 1) : value;
    }

    private static void checkTemplateFile(String output, @Nullable String template) {
        int equals = output.indexOf('=');
        String format = equals < 0 ? output : output.substring(0, equals);
        if (!format.endsWith("file")) {
            return;
        }
        if (equals >= 0) {
            checkFile(output.substring(equals + 1));
        }
        if (template != null) {
            checkFile(template);
        }
    }

    private static void checkFile(String file) {
        if (file.equals("-")) {
            throw new Unreadable(
                    "There is no standard input in a chat. Attach the file and name it, like -f"
                            + " deployment.yaml.");
        }
        boolean elsewhere =
                file.startsWith("/")
                        || file.startsWith("~")
                        || file.contains("\\")
                        || file.contains("://")
                        || List.of(file.split("/", -1)).contains("..");
        if (elsewhere) {
            throw new Unreadable(
                    "%s is not in this chat. Attach the file and name it, like -f deployment.yaml."
                            .formatted(Shown.plain(file)));
        }
    }

    private static void checkRaw(CommandLine line) {
        String path = line.flag("raw");
        if (path == null) {
            return;
        }
        boolean isPath =
                line.verb().equals("get")
                        || line.verb().equals("delete")
                        || line.verb().equals("create")
                        || line.verb().equals("replace");
        if (!isPath) {
            return;
        }
        if (!line.verb().equals("get") || !isOpen(path)) {
            throw new Unreadable(
                    "--raw goes past everything KubeChat knows about a request, so only %s are read that way."
                            .formatted(String.join(", ", OPEN_PATHS)));
        }
    }

    private static boolean isOpen(String path) {
        var parts = OPEN_PATH.matcher(path);
        if (!parts.matches()) {
            return false;
        }
        String place = parts.group(1);
        return OPEN_PATHS.stream()
                .anyMatch(known -> place.equals(known) || place.startsWith(known + "/"));
    }
}
