package dev.kubechat.execute.print;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Says where in a Go template its execution failed. */
final class TemplateErrors {

    private final String template;
    private String name = TemplateParser.NAME;
    private @Nullable TemplateNode node;

    TemplateErrors(String template) {
        this.template = template;
    }

    void at(TemplateNode newNode) {
        node = newNode;
    }

    /** The template that is executed now; the one before is returned. */
    String in(String newName) {
        var before = name;
        name = newName;
        return before;
    }

    PrintError error(String words) {
        var where = node;
        if (where == null) {
            return new PrintError("template: %s: %s".formatted(name, words));
        }
        var before = template.substring(0, where.at());
        var line = 1 + before.chars().filter(c -> c == '\n').count();
        var column =
                before.substring(before.lastIndexOf('\n') + 1)
                        .getBytes(StandardCharsets.UTF_8)
                        .length;
        return new PrintError(
                "template: %s:%d:%d: executing %s at <%s>: %s"
                        .formatted(
                                TemplateParser.NAME,
                                line,
                                column,
                                GoText.quoted(name),
                                where,
                                words));
    }
}
