package dev.kubechat.execute.print;

/**
 * A piece of a Go template.
 *
 * @param at where in the template it begins, in chars
 * @param line counted from 1
 */
record TemplateToken(TokenType type, int at, String text, int line) {

    boolean is(TokenType other) {
        return type == other;
    }

    boolean isKeyword(String word) {
        return type == TokenType.KEYWORD && text.equals(word);
    }

    /** As Go's parser names it in an error. */
    String shown() {
        return switch (type) {
            case EOF -> "EOF";
            case ERROR -> text;
            case KEYWORD, NIL -> "<" + text + ">";
            case DOT -> "<.>";
            default ->
                    text.codePointCount(0, text.length()) > 10
                            ? GoText.quoted(text.substring(0, text.offsetByCodePoints(0, 10)))
                                    + "..."
                            : GoText.quoted(text);
        };
    }
}
