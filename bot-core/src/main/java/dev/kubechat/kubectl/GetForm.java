package dev.kubechat.kubectl;

import dev.kubechat.kubectl.KubectlCommand.Get;
import dev.kubechat.kubectl.KubectlCommand.NotYet;
import dev.kubechat.kubectl.KubectlCommand.Raw;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code kubectl get}, from a line taken apart to a typed command. */
final class GetForm {

    private static final Set<String> KNOWN =
            Set.of(
                    "selector",
                    "field-selector",
                    "output",
                    "template",
                    "show-labels",
                    "show-kind",
                    "show-managed-fields",
                    "no-headers",
                    "label-columns",
                    "sort-by",
                    "ignore-not-found",
                    "subresource",
                    "server-print");
    private static final List<String> WATCHING =
            List.of("watch", "watch-only", "output-watch-events");
    private static final Pattern SUBRESOURCE = Pattern.compile("[a-z]{1,63}");

    private GetForm() {}

    static KubectlCommand of(CommandLine line, Grammar.Command command) {
        if (WATCHING.stream().anyMatch(line::has) || isTemplateFile(line)) {
            return new NotYet(line);
        }
        String raw = line.flag("raw");
        if (raw != null && !raw.isEmpty()) {
            return raw(line, raw);
        }
        Selection selection =
                Forms.looked(line, command, "get needs a resource type", "kubectl get pods");
        Format format = format(line);
        if (!Forms.says(line, command, KNOWN)) {
            return new NotYet(line);
        }
        if (line.has("show-labels") && !format.isTable()) {
            throw new Unreadable(
                    "--show-labels adds a column to a table, so it does not go with -o %s."
                            .formatted(format.kind().typed()));
        }
        return new Get(selection, Flags.scope(line), format, style(line), lookup(line, selection));
    }

    /** Like {@code -o jsonpath-file=names}. */
    private static boolean isTemplateFile(CommandLine line) {
        String output = String.valueOf(line.flag("output"));
        int equals = output.indexOf('=');
        return (equals < 0 ? output : output.substring(0, equals)).endsWith("-file");
    }

    private static Raw raw(CommandLine line, String path) {
        if (!line.words().isEmpty()) {
            throw new Unreadable("--raw names the whole path, so no types go with it.");
        }
        if (line.flags().containsKey("output") || line.flags().containsKey("selector")) {
            throw new Unreadable("--raw prints what the server says as it is: leave out the rest.");
        }
        return new Raw(path);
    }

    private static TableStyle style(CommandLine line) {
        String sortBy = line.flag("sort-by");
        return new TableStyle(
                line.has("show-labels"),
                line.has("show-kind"),
                !line.has("no-headers"),
                line.values("label-columns"),
                sortBy == null || sortBy.isEmpty() ? null : sortBy,
                !"false".equals(line.flag("server-print")));
    }

    private static Lookup lookup(CommandLine line, Selection selection) {
        String subresource = line.flag("subresource");
        if (subresource != null && subresource.isEmpty()) {
            subresource = null;
        }
        if (subresource != null && !SUBRESOURCE.matcher(subresource).matches()) {
            throw new Unreadable(
                    "%s is no subresource, like status or scale."
                            .formatted(Shown.quoted(subresource)));
        }
        if (subresource != null && selection instanceof Selection.Matching) {
            throw new Unreadable(
                    "--subresource goes with an object's name, like deployment checkout.");
        }
        return new Lookup(
                line.has("ignore-not-found"),
                subresource,
                line.words().stream().anyMatch(GetForm::namesAll) && allAt(selection) != null);
    }

    private static boolean namesAll(String word) {
        return List.of(word.split(",", -1)).contains("all");
    }

    /** Where in the types those that {@code all} stands for are, all of them in order; null where they are not. */
    static @Nullable Integer allAt(Selection selection) {
        if (!(selection instanceof Selection.Matching)) {
            return null;
        }
        int at = Collections.indexOfSubList(selection.types(), ResourceType.all());
        return at < 0 ? null : at;
    }

    private static Format format(CommandLine line) {
        String typed = line.flag("output");
        String template = line.flag("template");
        Format format = format(typed == null ? "" : typed, template == null ? "" : template, line);
        return new Format(
                format.kind(),
                format.template(),
                !format.kind().takesTemplate()
                        || !"false".equals(line.flag("allow-missing-template-keys")),
                line.has("show-managed-fields"));
    }

    private static Format format(String typed, String template, CommandLine line) {
        var simple = Format.Kind.of(typed);
        if (simple.isPresent() && !(typed.isEmpty() && !template.isEmpty())) {
            return Format.of(simple.get());
        }
        int equals = typed.indexOf('=');
        if (equals >= 0 && !template.isEmpty()) {
            throw new Unreadable(
                    "The template stands twice, in -o and in --template: leave one of them out.");
        }
        String name = equals < 0 ? typed : typed.substring(0, equals);
        String value = equals < 0 ? template : typed.substring(equals + 1);
        if (name.isEmpty() && !template.isEmpty()) {
            name = "go-template";
        }
        if (name.endsWith("file")) {
            OutputFormats.check(line);
            throw new Unreadable(
                    "Templates are not read from files here: write the template itself, like -o"
                            + " jsonpath='{.items[*].metadata.name}'.");
        }
        String known = name;
        Format.Kind kind =
                Format.Kind.ofTemplate(known).orElseThrow(() -> OutputFormats.unknown(typed));
        if (value.isEmpty()) {
            throw new Unreadable(
                    "-o %s needs a template behind it, like -o jsonpath='{.items[*].metadata.name}'."
                            .formatted(known));
        }
        return Format.of(kind, value);
    }
}
