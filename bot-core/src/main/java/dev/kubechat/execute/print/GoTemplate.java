package dev.kubechat.execute.print;

import org.jspecify.annotations.Nullable;

/** {@code -o go-template}: Go's text/template with kubectl's {@code exists} and {@code base64decode}. */
public final class GoTemplate {

    private GoTemplate() {}

    /** @throws PrintError if it cannot be read */
    public static void check(String template) {
        try {
            TemplateParser.parse(template);
        } catch (PrintError wrong) {
            throw new PrintError(
                    "error parsing template %s, %s".formatted(template, wrong.words()));
        }
    }

    /**
     * @param value the object, or the list of them
     * @param allowMissing whether a field that is not there is {@code <no value>} rather than an error
     * @throws PrintError if the template does not fit the value; it holds what was written before, and what kubectl adds to it
     */
    public static String text(String template, @Nullable Object value, boolean allowMissing) {
        check(template);
        var run = new TemplateRun(template, allowMissing);
        try {
            run.run(value);
        } catch (PrintError wrong) {
            throw new PrintError(
                    "error executing template %s: %s"
                            .formatted(GoText.quoted(template), wrong.words()),
                    run.written()
                            + "Error executing template: %s. Printing more information for debugging the template:\n\ttemplate was:\n\t\t%s\n\traw data was:\n\t\t%s\n\tobject given to template engine was:\n\t\t%s\n\n"
                                    .formatted(
                                            wrong.words(),
                                            template,
                                            JsonText.compact(value),
                                            GoText.plain(value)));
        }
        return run.written();
    }
}
