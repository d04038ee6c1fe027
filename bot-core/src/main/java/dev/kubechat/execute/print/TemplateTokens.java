package dev.kubechat.execute.print;

import java.util.List;

/** The tokens of a Go template with a place in them, and errors that name its line. */
final class TemplateTokens {

    private final List<TemplateToken> tokens;
    private int next;
    private int actionLine;

    TemplateTokens(List<TemplateToken> tokens) {
        this.tokens = tokens;
    }

    TemplateToken next() {
        var token = peek();
        next = Math.min(next + 1, tokens.size());
        return token;
    }

    TemplateToken peek() {
        return tokens.get(Math.min(next, tokens.size() - 1));
    }

    void backup() {
        next--;
    }

    int mark() {
        return next;
    }

    void reset(int mark) {
        next = mark;
    }

    TemplateToken peekNonSpace() {
        while (peek().is(TokenType.SPACE)) {
            next++;
        }
        return peek();
    }

    TemplateToken nextNonSpace() {
        peekNonSpace();
        return next();
    }

    /** Whether the definition of a template comes. */
    boolean isDefinition() {
        if (!peek().is(TokenType.LEFT)) {
            return false;
        }
        var mark = next;
        next++;
        var defines = nextNonSpace().isKeyword("define");
        next = mark;
        return defines;
    }

    TemplateToken expect(TokenType type, String context) {
        var token = nextNonSpace();
        if (!token.is(type)) {
            throw unexpected(token, context);
        }
        return token;
    }

    void actionBegins(int line) {
        actionLine = line;
    }

    void actionEnds() {
        actionLine = 0;
    }

    PrintError unexpected(TemplateToken token, String context) {
        if (!token.is(TokenType.ERROR)) {
            return error("unexpected %s in %s".formatted(token.shown(), context));
        }
        if (actionLine == 0 || actionLine == token.line()) {
            return error(token.text());
        }
        var started =
                " %sstarted at %s:%d"
                        .formatted(
                                token.text().endsWith(" action") ? "" : "in action ",
                                TemplateParser.NAME,
                                actionLine);
        return error(token.text() + started);
    }

    PrintError error(String words) {
        var line = tokens.get(Math.clamp(next - 1L, 0, tokens.size() - 1)).line();
        return new PrintError("template: %s:%d: %s".formatted(TemplateParser.NAME, line, words));
    }
}
