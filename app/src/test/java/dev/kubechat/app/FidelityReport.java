package dev.kubechat.app;

import dev.kubechat.app.FidelityTwins.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What came of each case: a table for docs/fidelity.md, and the differences for whoever mends them. */
final class FidelityReport {

    private final List<Result> results = new ArrayList<>();

    /** One case on both sides. */
    record Result(FidelityCase one, Said kubectl, Said kubechat) {

        boolean same() {
            return kubectl.isLike(kubechat);
        }

        boolean sameErrors() {
            return kubectl.errors().equals(kubechat.errors());
        }
    }

    void add(Result result) {
        results.add(result);
    }

    List<String> different() {
        return results.stream()
                .filter(result -> !result.same())
                .map(result -> result.one().line())
                .toList();
    }

    List<String> sameAmong(Set<String> lines) {
        return results.stream()
                .filter(result -> result.same() && lines.contains(result.one().line()))
                .map(result -> result.one().line())
                .toList();
    }

    String table() {
        var rows = new LinkedHashMap<String, List<Result>>();
        results.forEach(result ->
                rows.computeIfAbsent(result.one().group(), _ -> new ArrayList<>()).add(result));
        var text =
                new StringBuilder("| commands | output and exit status | of them | errors too |\n");
        text.append("| --- | --- | --- | --- |\n");
        rows.forEach((group, some) -> text.append(row(group, some)));
        return text.append(row("all", results)).toString();
    }

    private static String row(String group, List<Result> some) {
        var same = some.stream().filter(Result::same).count();
        var errors = some.stream().filter(result -> result.same() && result.sameErrors()).count();
        return "| %s | %d of %d | %.1f %% | %d |%n"
                .formatted(group, same, some.size(), 100.0 * same / some.size(), errors);
    }

    String differences(Map<String, String> known) {
        var text = new StringBuilder();
        for (var result : results) {
            if (!result.same()) {
                text.append(difference(result, known.get(result.one().line())));
            }
        }
        return text.toString();
    }

    String otherErrors() {
        var text = new StringBuilder();
        for (var result : results) {
            if (result.same() && !result.sameErrors()) {
                text.append("[%s] %s%n".formatted(result.one().group(), result.one().line()))
                        .append(lines(result.kubectl().errors(), result.kubechat().errors()));
            }
        }
        return text.toString();
    }

    private static String difference(Result result, @Nullable String known) {
        var text = new StringBuilder();
        text.append("[%s] %s%n".formatted(result.one().group(), result.one().line()));
        if (known != null) {
            text.append("  known: %s%n".formatted(known));
        }
        if (result.kubectl().exit() != result.kubechat().exit()) {
            text.append(
                    "  exit %d, but %d%n"
                            .formatted(result.kubectl().exit(), result.kubechat().exit()));
        }
        text.append(lines(result.kubectl().out(), result.kubechat().out()));
        if (!result.sameErrors()) {
            text.append("  standard error:\n")
                    .append(lines(result.kubectl().errors(), result.kubechat().errors()));
        }
        return text.append('\n').toString();
    }

    /** The first lines that differ, a few of each side. */
    private static String lines(String kubectl, String kubechat) {
        var left = kubectl.split("\n", -1);
        var right = kubechat.split("\n", -1);
        var at = 0;
        while (at < left.length && at < right.length && left[at].equals(right[at])) {
            at++;
        }
        if (at == left.length && at == right.length) {
            return "";
        }
        return side("kubectl ", left, at) + side("kubechat", right, at);
    }

    private static String side(String name, String[] lines, int from) {
        var text = new StringBuilder();
        for (var i = from; i < Math.min(from + 4, lines.length); i++) {
            var line = lines[i].length() > 300 ? lines[i].substring(0, 300) + "…" : lines[i];
            text.append("  %s %4d: %s%n".formatted(name, i + 1, line));
        }
        return text.isEmpty() ? "  %s ends%n".formatted(name) : text.toString();
    }
}
