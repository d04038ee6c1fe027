package dev.kubechat.kubectl;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes lines as people type them, for the verbs with a form of their own, and lines that nobody should type. */
final class ChatLines {

    private static final List<String> TYPES =
            List.of(
                    "pods",
                    "po",
                    "Pod",
                    "deploy",
                    "deployments.apps",
                    "deployment.v1.apps",
                    "sts,ds",
                    "svc",
                    "secrets",
                    "ns",
                    "nodes",
                    "widgets.example.com",
                    "gadgets",
                    "all",
                    "ev",
                    "pods.v1.",
                    "hpa",
                    "jobs.batch",
                    "clusterroles");
    private static final List<String> NAMES =
            List.of("web", "web-0", "checkout", "system:coredns", "shop", "kube-system", "a.b.c");
    private static final List<String> VERBS =
            List.of(
                    "get",
                    "describe",
                    "logs",
                    "events",
                    "scale",
                    "rollout restart",
                    "delete",
                    "label",
                    "exec",
                    "patch",
                    "apply",
                    "drain",
                    "top pod",
                    "top node",
                    "explain",
                    "api-resources",
                    "api-versions",
                    "version",
                    "cluster-info",
                    "auth can-i",
                    "auth whoami",
                    "rollout status",
                    "rollout history",
                    "diff",
                    "wait",
                    "config view",
                    "config get-contexts",
                    "apply view-last-applied");
    private static final List<String> FLAGS =
            List.of(
                    "-n shop",
                    "-nshop",
                    "--namespace=kube-system",
                    "-A",
                    "-A=false",
                    "--all-namespaces",
                    "-l app=web",
                    "-l ''",
                    "--selector='a in (b, c)'",
                    "--field-selector=status.phase!=Running",
                    "-o yaml",
                    "-owide",
                    "-o json",
                    "-o name",
                    "-o=jsonpath='{.items[*]}'",
                    "--show-labels",
                    "-L a,b",
                    "--replicas=3",
                    "--replicas 0",
                    "--replicas=0x10",
                    "--current-replicas=2",
                    "--resource-version=7",
                    "--all",
                    "--force",
                    "--force=false",
                    "--grace-period=0",
                    "--grace-period=30",
                    "--now",
                    "--cascade",
                    "--cascade=orphan",
                    "--cascade=false",
                    "--wait=false",
                    "--ignore-not-found",
                    "-i",
                    "-c app",
                    "--tail=5",
                    "--tail -1",
                    "--since=90s",
                    "--since 1h",
                    "-p",
                    "--previous=false",
                    "--timestamps",
                    "--all-containers",
                    "-f",
                    "-f web.yaml",
                    "--for pod/web-0",
                    "--for=deploy/web",
                    "--types=Warning",
                    "--types Normal,Warning",
                    "--dry-run=client",
                    "--dry-run",
                    "--dry-run=none",
                    "-w",
                    "--chunk-size=5",
                    "--show-events=false",
                    "a=b",
                    "b-",
                    "-- ls -l",
                    "-- sh -c 'echo \"hi\"'",
                    "-p '{\"spec\":{\"replicas\":0}}'",
                    "--overwrite",
                    "--request-timeout=3s",
                    "--timeout=5s",
                    "--timeout=-1s",
                    "--sort-by=cpu",
                    "--no-headers",
                    "--containers",
                    "--sum",
                    "--recursive",
                    "--api-version=apps/v1",
                    "--api-group=",
                    "--api-group=apps",
                    "--namespaced=false",
                    "--verbs=get,list",
                    "--categories all",
                    "--list",
                    "-q",
                    "--subresource=log",
                    "--revision=2",
                    "--watch=false",
                    "--server-side",
                    "--field-manager=kubectl",
                    "--for=delete",
                    "--for=condition=Ready --for=create",
                    "--for=jsonpath='{.status.phase}'=Running",
                    "--minify",
                    "--all-pods",
                    "--prefix",
                    "--ignore-errors",
                    "--limit-bytes=100",
                    "--max-log-requests=7",
                    "--since-time=2026-01-31T09:30:00Z");
    private static final List<String> NOISE =
            List.of(
                    "'", "\"", "\\", "`", "$", "$(", "|", ";", "&", "<", ">", "(", ")", "{", "}",
                    "{a,b}", "#", "*", "~", "=", "-", "--", "—", "“", "’", "\u00A0", "\u200B",
                    "\u202E", "\u0435", "\uD83D", "\n", "\r", "\t", "\u0000", ",", "/", "//", ".",
                    "..", "@", "%", "ü", "\\\n", "```");

    private final Random random;

    ChatLines(long seed) {
        random = new Random(seed);
    }

    String line() {
        var words = new ArrayList<String>();
        words.add(pick(List.of("kubectl", "k", "kubectl")));
        words.add(pick(VERBS));
        words.addAll(objects());
        for (int i = random.nextInt(4); i > 0; i--) {
            words.add(pick(FLAGS));
        }
        return String.join(" ", words);
    }

    private List<String> objects() {
        return switch (random.nextInt(5)) {
            case 0 -> List.of(pick(TYPES));
            case 1 -> List.of(pick(TYPES) + "/" + pick(NAMES));
            case 2 -> List.of(pick(TYPES) + "/" + pick(NAMES), pick(TYPES) + "/" + pick(NAMES));
            case 3 -> List.of(pick(TYPES), pick(NAMES));
            default -> List.of(pick(TYPES), pick(NAMES), pick(NAMES));
        };
    }

    /** Such a line with bits of it dropped, doubled and replaced. */
    String damaged() {
        var line = new StringBuilder(line());
        for (int i = random.nextInt(5); i >= 0; i--) {
            int at = random.nextInt(line.length() + 1);
            int end = Math.min(line.length(), at + random.nextInt(4));
            line.replace(at, end, pick(NOISE));
        }
        return line.toString();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
