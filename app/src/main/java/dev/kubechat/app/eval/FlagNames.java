package dev.kubechat.app.eval;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of flags where labelled lines are compared, those of older kubectls among them. */
final class FlagNames {

    private static final Set<String> SWITCHES =
            Set.copyOf(
                    List.of(
                            """
                            all all-containers all-namespaces all-pods allow-missing-template-keys append-hash append-server-path
                            arguments-only as-current-user attach cached client command create-annotation current delete-emptydir-data
                            delete-local-data disable-compression disable-eviction disable-filter edit embed-certs enable-alpha-plugins
                            enable-helm exec-provide-cluster-info export expose flatten follow force force-conflicts global-default help
                            helm-debug ignore-daemonsets ignore-errors ignore-not-found include-uninitialized insecure-skip-tls-verify
                            insecure-skip-tls-verify-backend interactive keep-annotations keep-init-containers keep-labels keep-liveness
                            keep-readiness keep-startup leave-stdin-open list local match-server-version merge minify name-only namespaced
                            network no-headers no-preserve now openapi-patch output-patch output-watch-events overwrite previous privileged
                            prune quiet record recursive remove-extra-permissions remove-extra-subjects replace resolve rm same-node
                            save-config server-print server-side set-raw-bytes share-processes short show-all show-capacity show-events
                            show-kind show-labels show-managed-fields show-swap stdin sum timestamps tty use-protocol-buffers version wait
                            warnings-as-errors watch watch-only windows-line-endings
                            """
                                    .strip()
                                    .split("\\s+")));
    private static final Set<String> SWITCHES_OF_VERB =
            Set.of("logs prefix", "top pod containers", "config view raw");

    /** Flags that may stand without a value, and the value they have then. */
    static final Map<String, String> BARE =
            Map.of("dry-run", "unchanged", "validate", "strict", "cascade", "background");

    private static final Map<String, String> SHORT =
            Map.ofEntries(
                    Map.entry("n", "namespace"),
                    Map.entry("A", "all-namespaces"),
                    Map.entry("o", "output"),
                    Map.entry("l", "selector"),
                    Map.entry("L", "label-columns"),
                    Map.entry("R", "recursive"),
                    Map.entry("k", "kustomize"),
                    Map.entry("w", "watch"),
                    Map.entry("c", "container"),
                    Map.entry("f", "filename"),
                    Map.entry("h", "help"),
                    Map.entry("i", "stdin"),
                    Map.entry("t", "tty"),
                    Map.entry("q", "quiet"),
                    Map.entry("s", "server"),
                    Map.entry("v", "v"),
                    Map.entry("e", "env"),
                    Map.entry("p", "patch"),
                    Map.entry("r", "replicas"),
                    Map.entry("u", "unix-socket"),
                    Map.entry("P", "www-prefix"),
                    Map.entry("a", "show-all"));
    private static final Map<String, String> SHORT_OF_VERB =
            Map.of(
                    "logs f", "follow",
                    "logs p", "previous",
                    "proxy p", "port",
                    "proxy w", "www",
                    "run l", "labels",
                    "expose l", "labels",
                    "delete i", "interactive",
                    "set env c", "containers",
                    "set resources c", "containers");

    /** Flags that stand before the verb with a word of their own. */
    static final Set<String> GLOBAL =
            Set.of(
                    "namespace",
                    "context",
                    "cluster",
                    "user",
                    "kubeconfig",
                    "server",
                    "token",
                    "as",
                    "as-group",
                    "as-uid",
                    "as-user-extra",
                    "request-timeout",
                    "v",
                    "cache-dir",
                    "certificate-authority",
                    "client-certificate",
                    "client-key",
                    "tls-server-name",
                    "username",
                    "password",
                    "profile",
                    "profile-output",
                    "log-flush-frequency",
                    "kuberc",
                    "vmodule");

    private static final Map<String, String> USUAL =
            Map.ofEntries(
                    Map.entry("rollout status watch", "true"),
                    Map.entry("delete wait", "true"),
                    Map.entry("config view merge", "true"),
                    Map.entry("describe show-events", "true"),
                    Map.entry("apply overwrite", "true"),
                    Map.entry("set env overwrite", "true"),
                    Map.entry("apply openapi-patch", "true"),
                    Map.entry("wait recursive", "true"),
                    Map.entry("set selector recursive", "true"),
                    Map.entry("* allow-missing-template-keys", "true"),
                    Map.entry("* server-print", "true"),
                    Map.entry("* use-protocol-buffers", "true"),
                    Map.entry("debug share-processes", "true"),
                    Map.entry("debug keep-init-containers", "true"),
                    Map.entry("* dry-run", "none"),
                    Map.entry("* validate", "strict"),
                    Map.entry("* cascade", "background"),
                    Map.entry("patch type", "strategic"),
                    Map.entry("expose protocol", "TCP"),
                    Map.entry("run restart", "Always"),
                    Map.entry("* namespace", ""),
                    Map.entry("rollout undo to-revision", "0"),
                    Map.entry("rollout history revision", "0"),
                    Map.entry("logs since", "0s"),
                    Map.entry("exec quiet", "false"));

    private FlagNames() {}

    static String head(String verb) {
        int blank = verb.indexOf(' ');
        return blank < 0 ? verb : verb.substring(0, blank);
    }

    static boolean isSwitch(String name) {
        return SWITCHES.contains(name);
    }

    static boolean isSwitch(String verb, String name) {
        return isSwitch(name)
                || SWITCHES_OF_VERB.contains(verb + " " + name)
                || SWITCHES_OF_VERB.contains(head(verb) + " " + name);
    }

    static @Nullable String longOf(String verb, String letter) {
        String own = SHORT_OF_VERB.get(verb + " " + letter);
        String heads = own != null ? own : SHORT_OF_VERB.get(head(verb) + " " + letter);
        return heads != null ? heads : SHORT.get(letter);
    }

    /** The value that says nothing; null if any says something. */
    static @Nullable String usual(String verb, String name) {
        for (String whose : new String[] {verb, head(verb), "*"}) {
            String usual = USUAL.get(whose + " " + name);
            if (usual != null) {
                return usual;
            }
        }
        return isSwitch(verb, name) ? "false" : null;
    }
}
