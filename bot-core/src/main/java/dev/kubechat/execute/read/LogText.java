package dev.kubechat.execute.read;

import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.LineMask;
import dev.kubechat.execute.api.Masking;
import dev.kubechat.execute.api.Patience;
import dev.kubechat.execute.api.Refusals;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.read.LogsVerb.Source;
import dev.kubechat.kubectl.KubectlCommand.Logs;
import dev.kubechat.kubectl.Selection;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The lines of logs, one container after the other, or all at once where they are followed. Without credentials (P9). */
final class LogText {

    private static final long OF_EACH = 10;
    // more than anybody reads; the whole answer is cut shorter still
    private static final long MOST_BYTES = 4L * 1024 * 1024;

    private final Sight sight;
    private final Logs logs;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder errors = new StringBuilder();
    private final List<String> notes = new ArrayList<>();
    private int exit;

    LogText(Sight sight, Logs logs) {
        this.sight = sight;
        this.logs = logs;
    }

    String text() {
        return text.toString();
    }

    String errors() {
        return errors.toString();
    }

    List<String> notes() {
        return notes;
    }

    int exit() {
        return exit;
    }

    /** Until the first that cannot be read, unless errors are to be ignored. */
    void print(List<Source> sources) {
        var all = new StringBuilder();
        for (var source : sources) {
            var reply = sight.api().any(path(source), "*/*");
            if (reply.ok()) {
                all.append(prefixed(source, reply.body()));
                noteCut(source, reply.body());
            } else if (!failed(reply, all)) {
                break;
            }
        }
        text.append(Masking.text(all.toString()));
    }

    // whether to go on
    private boolean failed(Reply reply, StringBuilder out) {
        if (logs.options().ignoreErrors()) {
            out.append("error: ").append(reply.message()).append('\n');
            return true;
        }
        notes.add(sentence(reply));
        errors.append(reply.asKubectlSaysIt());
        exit = 1;
        return false;
    }

    private String sentence(Reply reply) {
        return reply.code() == 403
                ? Refusals.forbidden(reply, sight.caller())
                : "There are no such logs: %s.".formatted(Masking.text(reply.message()));
    }

    private void noteCut(Source source, String log) {
        if (logs.options().limitBytes() == null && log.length() >= MOST_BYTES) {
            notes.add(
                    "The log of %s is longer than 4 MiB, and this is its begin; see its end with --tail."
                            .formatted(source.pod()));
        }
    }

    private String prefixed(Source source, String log) {
        if (!hasPrefix() || log.isEmpty()) {
            return log;
        }
        var prefix = prefix(source);
        var out = new StringBuilder();
        for (var at = 0; at < log.length(); ) {
            var end = log.indexOf('\n', at) + 1;
            end = end == 0 ? log.length() : end;
            out.append(prefix).append(log, at, end);
            at = end;
        }
        return out.toString();
    }

    private boolean hasPrefix() {
        return logs.options().prefix() || logs.options().allPods();
    }

    private static String prefix(Source source) {
        return "[pod/%s/%s] ".formatted(source.pod(), source.container());
    }

    /** @return notes on why it ended, if it was not the end of the logs */
    List<String> follow(List<Source> sources, Patience patience, Follow taker) {
        try (var streams = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var source : sources) {
                streams.execute(() -> stream(source, patience, taker));
            }
        }
        return patience.isOver()
                ? List.of("This was followed for as long as KubeChat follows anything; ask again.")
                : List.of();
    }

    private void stream(Source source, Patience patience, Follow taker) {
        var mask = new LineMask();
        try (var lines = sight.api().follow(path(source), "*/*", patience)) {
            var refusal = new StringBuilder();
            while (!patience.isOver() && !lines.isOver()) {
                lines.next(patience.left())
                        .ifPresent(line -> {
                            if (lines.code() == 200) {
                                take(source, mask.line(line), taker);
                            } else {
                                refusal.append(line);
                            }
                        });
            }
            if (lines.code() != 200) {
                refused(new Reply(lines.code(), refusal.toString()));
            }
        }
    }

    private synchronized void take(Source source, String line, Follow taker) {
        var shown = (hasPrefix() ? prefix(source) : "") + line;
        text.append(shown);
        taker.printed(shown);
    }

    private synchronized void refused(Reply reply) {
        var out = new StringBuilder();
        failed(reply, out);
        text.append(Masking.text(out.toString()));
    }

    private ApiPath path(Source source) {
        var options = logs.options();
        var bytes = options.limitBytes();
        return ApiPath.core("pods", source.namespace())
                .at(source.pod())
                .at("log")
                .with("container", source.container().isEmpty() ? null : source.container())
                .with("follow", options.follow() ? "true" : null)
                .with("previous", options.previous() ? "true" : null)
                .with("timestamps", options.timestamps() ? "true" : null)
                .with("tailLines", tail())
                .with("sinceSeconds", since())
                .with("sinceTime", sinceTime())
                .with(
                        "limitBytes",
                        bytes != null
                                ? String.valueOf(bytes)
                                : options.follow() ? null : String.valueOf(MOST_BYTES));
    }

    private @Nullable String tail() {
        var asked = logs.options().tail();
        if (asked != null) {
            return asked < 0 ? null : String.valueOf(asked);
        }
        return logs.selection() instanceof Selection.Matching ? String.valueOf(OF_EACH) : null;
    }

    private @Nullable String since() {
        var since = logs.options().since();
        return since == null ? null : String.valueOf(since.plusMillis(500).toSeconds());
    }

    private @Nullable String sinceTime() {
        var time = logs.options().sinceTime();
        return time == null
                ? null
                : OffsetDateTime.parse(time).toInstant().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
