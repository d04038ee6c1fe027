package dev.kubechat.kubectl;

import dev.kubechat.kubectl.KubectlCommand.Logs;
import dev.kubechat.kubectl.KubectlCommand.NotYet;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code logs POD}, {@code logs TYPE/NAME} or {@code logs -l SELECTOR}, each with a container behind it or by {@code -c}. */
final class LogsForm {

    private static final ResourceType POD = ResourceType.of("pods");
    private static final Set<String> TAKEN =
            Set.of(
                    "selector",
                    "container",
                    "all-containers",
                    "all-pods",
                    "previous",
                    "timestamps",
                    "prefix",
                    "follow",
                    "ignore-errors",
                    "tail",
                    "since",
                    "since-time",
                    "limit-bytes",
                    "max-log-requests",
                    "pod-running-timeout");

    private LogsForm() {}

    static KubectlCommand of(CommandLine line, Grammar.Command command) {
        Selection selection = selection(line);
        LogOptions options = options(line);
        boolean typed = Flags.saysOnly(line, command, TAKEN);
        return typed ? new Logs(selection, Flags.scope(line), options) : new NotYet(line);
    }

    private static Selection selection(CommandLine line) {
        String selector = Flags.selector(line, "selector");
        List<String> words = line.words();
        if (selector != null && !words.isEmpty() && !isFromDash(line)) {
            return containerBehindSelector(words, selector);
        }
        if (selector != null) {
            return new Selection.Matching(List.of(POD), selector, null, false);
        }
        if (words.isEmpty()) {
            throw new Unreadable(
                    "logs needs a pod or TYPE/NAME: kubectl logs deployment/checkout",
                    "kubectl logs deployment/checkout");
        }
        if (words.size() > 2) {
            throw new Unreadable(
                    "logs shows one pod or one TYPE/NAME at a time: kubectl logs"
                            + " deployment/checkout");
        }
        return new Selection.Named(List.of(target(words)));
    }

    private static boolean isFromDash(CommandLine line) {
        return line.arguments().isEmpty();
    }

    private static Selection containerBehindSelector(List<String> words, String selector) {
        if (words.size() > 1) {
            throw new Unreadable("logs takes a selector or a name, not both.");
        }
        return new Selection.Matching(List.of(POD), selector, null, false);
    }

    private static ObjectName target(List<String> words) {
        String first = words.getFirst();
        if (first.contains("/")) {
            return NamedObjects.one(first);
        }
        boolean typeAndName = words.size() == 2 && ResourceType.builtIn(first).isPresent();
        if (typeAndName) {
            String better = "kubectl logs %s/%s".formatted(first, words.get(1));
            throw new Unreadable(
                    "logs wants the type and the name with a slash between them: " + better,
                    better);
        }
        return new ObjectName(POD, first);
    }

    private static LogOptions options(CommandLine line) {
        return new LogOptions(
                container(line),
                line.has("all-containers"),
                line.has("all-pods"),
                line.has("previous"),
                line.has("timestamps"),
                line.has("prefix"),
                line.has("follow"),
                line.has("ignore-errors"),
                tail(line),
                since(line),
                sinceTime(line),
                limitBytes(line),
                maxLogRequests(line));
    }

    private static @Nullable String container(CommandLine line) {
        int before = Flags.selector(line, "selector") == null ? 1 : 0;
        String word = line.words().size() > before ? line.words().get(before) : null;
        String flag = line.flag("container");
        if (word != null && flag != null && !flag.isEmpty()) {
            throw new Unreadable(
                    "The container is told twice, as a word and with -c: leave one of them out.");
        }
        String container = word != null ? word : flag;
        return container == null || container.isEmpty()
                ? null
                : new ContainerName(container).value();
    }

    private record ContainerName(String value) {
        private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

        ContainerName {
            if (!NAME.matcher(value).matches()) {
                throw new Unreadable(
                        "%s cannot be the name of a container.".formatted(Shown.quoted(value)));
            }
        }
    }

    private static @Nullable Long tail(CommandLine line) {
        String tail = line.flag("tail");
        if (tail == null) {
            return null;
        }
        long lines = Long.parseLong(tail);
        if (lines == -1) {
            // only a selector shortens logs that nobody asked to be shortened
            return Flags.selector(line, "selector") == null ? null : lines;
        }
        if (lines < 0) {
            throw new Unreadable(
                    "--tail is a number of lines, 0 or more; without it all lines are shown.");
        }
        return lines;
    }

    private static @Nullable Duration since(CommandLine line) {
        String since = line.flag("since");
        if (since == null || since.equals("0s")) {
            return null;
        }
        long nanos = GoDuration.nanos(since);
        if (nanos < 0) {
            throw new Unreadable(
                    "--since looks back in time, so it is a duration of more than zero, like 10m.");
        }
        return Duration.ofNanos(nanos);
    }

    private static @Nullable String sinceTime(CommandLine line) {
        String time = line.flag("since-time");
        if (time == null || time.isEmpty()) {
            return null;
        }
        if (since(line) != null) {
            throw new Unreadable("--since and --since-time say the same: leave one of them out.");
        }
        try {
            OffsetDateTime.parse(time);
            return time;
        } catch (DateTimeParseException none) {
            throw new Unreadable(
                    "--since-time is a moment like 2026-01-31T09:30:00Z, and not %s."
                            .formatted(Shown.quoted(time)));
        }
    }

    private static @Nullable Long limitBytes(CommandLine line) {
        String typed = line.flag("limit-bytes");
        long bytes = typed == null ? 0 : Long.parseLong(typed);
        if (bytes < 0) {
            throw new Unreadable("--limit-bytes is a number of bytes, 1 or more.");
        }
        return bytes == 0 ? null : bytes;
    }

    private static @Nullable Integer maxLogRequests(CommandLine line) {
        String typed = line.flag("max-log-requests");
        if (typed == null || typed.equals("5")) {
            return null;
        }
        // more than anybody reads is as good as all
        return Math.clamp(Long.parseLong(typed), 0, Integer.MAX_VALUE);
    }
}
