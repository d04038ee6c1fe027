package dev.kubechat.execute.print;

import java.util.regex.Pattern;

/** The paths of columns and of {@code --sort-by}, which may leave out braces and the first dot. */
final class Relaxed {

    private static final Pattern PATH =
            Pattern.compile("\\{\\.?(?<inBraces>[^{}]+)\\}|\\.?(?<bare>[^{}]+)");

    private Relaxed() {}

    static boolean isPath(String typed) {
        return typed.isEmpty() || PATH.matcher(typed).matches();
    }

    /** {@code {.metadata.name}} */
    static String path(String typed) {
        if (typed.isEmpty()) {
            return typed;
        }
        var found = PATH.matcher(typed);
        if (!found.matches()) {
            throw new PrintError(
                    "unexpected path string, expected a 'name1.name2' or '.name1.name2' or"
                            + " '{name1.name2}' or '{.name1.name2}'");
        }
        var inBraces = found.group("inBraces");
        return "{." + (inBraces == null ? found.group("bare") : inBraces) + "}";
    }
}
