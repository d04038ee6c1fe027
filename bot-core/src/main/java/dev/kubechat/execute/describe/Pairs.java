package dev.kubechat.execute.describe;

import dev.kubechat.execute.print.GoSort;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Labels, annotations and other pairs, one a line. */
final class Pairs {

    static final int LONGEST = 140;

    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private Pairs() {}

    static void labels(Page page, String title, JsonNode labels) {
        labels(page, "", title, labels);
    }

    static void labels(Page page, String indent, String title, JsonNode labels) {
        lines(
                page,
                indent,
                title,
                Values.map(labels).entrySet().stream()
                        .map(label -> label.getKey() + "=" + label.getValue())
                        .toList());
    }

    /** One a line, the first behind the title. */
    static void lines(Page page, String indent, String title, List<String> lines) {
        page.write(0, indent + title + ":\t");
        if (lines.isEmpty()) {
            page.line(Values.NONE);
            return;
        }
        for (var i = 0; i < lines.size(); i++) {
            if (i > 0) {
                page.write(0, indent);
                page.write(0, "\t");
            }
            page.write(0, lines.get(i) + "\n");
        }
    }

    static void annotations(Page page, String title, JsonNode annotations) {
        page.write(0, title + ":\t");
        var shown = Values.map(annotations);
        shown.remove(LAST_APPLIED);
        if (shown.isEmpty()) {
            page.line(Values.NONE);
            return;
        }
        var first = true;
        for (var annotation : shown.entrySet()) {
            if (!first) {
                page.write(0, "\t");
            }
            first = false;
            annotation(page, annotation.getKey(), annotation.getValue());
        }
    }

    private static void annotation(Page page, String key, String written) {
        var value = written.endsWith("\n") ? written.substring(0, written.length() - 1) : written;
        if (Values.length(value) + Values.length(key) + 2 > LONGEST || value.contains("\n")) {
            page.write(0, key + ":\n");
            for (var line : value.split("\n", -1)) {
                page.write(0, "\t  " + Values.shortened(line, LONGEST - 2) + "\n");
            }
        } else {
            page.write(0, key + ": " + value + "\n");
        }
    }

    static void taints(Page page, String title, JsonNode taints) {
        lines(
                page,
                "",
                title,
                Values.items(taints).stream()
                        .sorted(
                                Comparator.comparing(taint ->
                                        Values.text(taint, "effect")
                                                + ","
                                                + Values.text(taint, "key")))
                        .map(Pairs::taint)
                        .toList());
    }

    private static String taint(JsonNode taint) {
        var effect = Values.text(taint, "effect");
        var value = Values.text(taint, "value");
        var pair = Values.text(taint, "key") + (value.isEmpty() ? "" : "=" + value);
        return effect.isEmpty() && value.isEmpty() ? pair : pair + ":" + effect;
    }

    static void tolerations(Page page, String title, JsonNode tolerations) {
        lines(
                page,
                "",
                title,
                GoSort.sorted(
                                Values.items(tolerations),
                                Comparator.comparing(toleration -> Values.text(toleration, "key")))
                        .stream()
                        .map(Pairs::toleration)
                        .toList());
    }

    private static String toleration(JsonNode toleration) {
        var text = new StringBuilder(Values.text(toleration, "key"));
        var value = Values.text(toleration, "value");
        var effect = Values.text(toleration, "effect");
        if (!value.isEmpty()) {
            text.append('=').append(value);
        }
        if (!effect.isEmpty()) {
            text.append(':').append(effect);
        }
        if (Values.text(toleration, "operator").equals("Exists") && value.isEmpty()) {
            text.append(text.isEmpty() ? "op=Exists" : " op=Exists");
        }
        if (Values.has(toleration, "tolerationSeconds")) {
            text.append(" for ").append(Values.text(toleration, "tolerationSeconds")).append('s');
        }
        return text.toString();
    }
}
