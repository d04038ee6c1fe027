package dev.kubechat.execute.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes a Go template apart, as text/template's lexer does. */
final class TemplateLexer {

    private static final int EOF = -1;
    private static final Set<String> KEYWORDS =
            Set.of(
                    "block",
                    "break",
                    "continue",
                    "define",
                    "else",
                    "end",
                    "if",
                    "range",
                    "template",
                    "with");
    private static final String SPACE = " \t\r\n";

    private final String input;
    private final List<TemplateToken> tokens = new ArrayList<>();
    private int pos;
    private int start;
    private int parens;

    private TemplateLexer(String input) {
        this.input = input;
    }

    /** All tokens; the last one is the end, or an error. */
    static List<TemplateToken> tokens(String template) {
        var lexer = new TemplateLexer(template);
        try {
            lexer.read();
        } catch (PrintError wrong) {
            lexer.add(TokenType.ERROR, lexer.start, wrong.words());
        }
        return lexer.tokens;
    }

    private void add(TokenType type, int at, String text) {
        var line = 1 + (int) input.substring(0, at).chars().filter(c -> c == '\n').count();
        tokens.add(new TemplateToken(type, at, text, line));
    }

    private void emit(TokenType type) {
        add(type, start, input.substring(start, pos));
        start = pos;
    }

    private void read() {
        while (true) {
            var brace = input.indexOf("{{", pos);
            var end = brace < 0 ? input.length() : brace;
            var trimmed = brace >= 0 && trimsLeft(brace + 2) ? rightTrimmed(end) : end;
            if (trimmed > pos) {
                add(TokenType.TEXT, pos, input.substring(pos, trimmed));
            }
            pos = end;
            start = end;
            if (brace < 0) {
                emit(TokenType.EOF);
                return;
            }
            leftDelimiter();
        }
    }

    private boolean trimsLeft(int at) {
        return at + 1 < input.length()
                && input.charAt(at) == '-'
                && SPACE.indexOf(input.charAt(at + 1)) >= 0;
    }

    private int rightTrimmed(int end) {
        var trimmed = end;
        while (trimmed > pos && SPACE.indexOf(input.charAt(trimmed - 1)) >= 0) {
            trimmed--;
        }
        return trimmed;
    }

    private void leftDelimiter() {
        var at = pos;
        pos += 2;
        if (trimsLeft(pos)) {
            pos += 2;
        }
        if (input.startsWith("/*", pos)) {
            start = pos;
            comment();
            return;
        }
        add(TokenType.LEFT, at, "{{");
        start = pos;
        parens = 0;
        while (!insideAction()) {
            // token by token
        }
    }

    private void comment() {
        var end = input.indexOf("*/", pos + 2);
        if (end < 0) {
            throw new PrintError("unclosed comment");
        }
        pos = end + 2;
        if (!isAtRightDelimiter()) {
            throw new PrintError("comment ends before closing delimiter");
        }
        skipRightDelimiter();
    }

    private boolean isAtRightDelimiter() {
        return input.startsWith("}}", pos) || trimsRight();
    }

    private boolean trimsRight() {
        return pos + 1 < input.length()
                && SPACE.indexOf(input.charAt(pos)) >= 0
                && input.startsWith("-}}", pos + 1);
    }

    private void skipRightDelimiter() {
        var trims = trimsRight();
        pos += trims ? 4 : 2;
        while (trims && pos < input.length() && SPACE.indexOf(input.charAt(pos)) >= 0) {
            pos++;
        }
        start = pos;
    }

    /** Whether the action is over. */
    private boolean insideAction() {
        if (isAtRightDelimiter()) {
            if (parens > 0) {
                throw new PrintError("unclosed left paren");
            }
            add(TokenType.RIGHT, trimsRight() ? pos + 2 : pos, "}}");
            skipRightDelimiter();
            return true;
        }
        var c = next();
        if (c == EOF) {
            throw new PrintError("unclosed action");
        }
        if (SPACE.indexOf(c) >= 0) {
            while (pos < input.length() && SPACE.indexOf(input.charAt(pos)) >= 0 && !trimsRight()) {
                pos++;
            }
            emit(TokenType.SPACE);
        } else {
            token(c);
        }
        return false;
    }

    private void token(int c) {
        switch (c) {
            case '=' -> emit(TokenType.ASSIGN);
            case ':' -> {
                if (next() != '=') {
                    throw new PrintError("expected :=");
                }
                emit(TokenType.DECLARE);
            }
            case '|' -> emit(TokenType.PIPE);
            case '"' -> quoted('"', TokenType.STRING, "unterminated quoted string");
            case '\'' -> quoted('\'', TokenType.CHAR_CONSTANT, "unterminated character constant");
            case '`' -> raw();
            case '$' -> name(TokenType.VARIABLE);
            case '(' -> {
                parens++;
                emit(TokenType.LEFT_PAREN);
            }
            case ')' -> {
                if (--parens < 0) {
                    throw new PrintError("unexpected right paren");
                }
                emit(TokenType.RIGHT_PAREN);
            }
            default -> wordOrNumber(c);
        }
    }

    private void wordOrNumber(int c) {
        if (c == '.' && !isDigit(peek())) {
            name(TokenType.FIELD);
        } else if (c == '.' || c == '+' || c == '-' || isDigit(c)) {
            pos--;
            number();
        } else if (isAlphaNumeric(c)) {
            word();
        } else if (c < 0x7f && GoText.isPrint(c)) {
            emit(TokenType.CHAR);
        } else {
            throw new PrintError("unrecognized character in action: " + unicode(c));
        }
    }

    private static String unicode(int c) {
        if (c == EOF) {
            return "U+FFFFFFFFFFFFFFFF";
        }
        return "U+%04X%s".formatted(c, GoText.isPrint(c) ? " '" + Character.toString(c) + "'" : "");
    }

    private void quoted(char end, TokenType type, String unterminated) {
        while (true) {
            var c = next();
            if (c == '\\') {
                c = next();
                if (c != EOF && c != '\n') {
                    continue;
                }
            }
            if (c == EOF || c == '\n') {
                throw new PrintError(unterminated);
            }
            if (c == end) {
                emit(type);
                return;
            }
        }
    }

    private void raw() {
        var end = input.indexOf('`', pos);
        if (end < 0) {
            throw new PrintError("unterminated raw quoted string");
        }
        pos = end + 1;
        emit(TokenType.STRING);
    }

    private void name(TokenType type) {
        if (isAtTerminator()) {
            emit(type == TokenType.FIELD ? TokenType.DOT : type);
            return;
        }
        skipName();
        emit(type);
    }

    private void skipName() {
        while (isAlphaNumeric(peek())) {
            next();
        }
        if (!isAtTerminator()) {
            throw new PrintError("bad character " + unicode(peek()));
        }
    }

    private void word() {
        skipName();
        var word = input.substring(start, pos);
        if (KEYWORDS.contains(word)) {
            emit(TokenType.KEYWORD);
        } else if (word.equals("nil")) {
            emit(TokenType.NIL);
        } else {
            emit(
                    word.equals("true") || word.equals("false")
                            ? TokenType.BOOL
                            : TokenType.IDENTIFIER);
        }
    }

    private void number() {
        while (pos < input.length()
                && (isAlphaNumeric(peek())
                        || peek() == '.'
                        || ((peek() == '+' || peek() == '-')
                                && (pos == start || isExponent(input.charAt(pos - 1)))))) {
            next();
        }
        var text = input.substring(start, pos);
        if (!TemplateNumber.isOne(text)) {
            throw new PrintError("bad number syntax: " + GoText.quoted(text));
        }
        emit(TokenType.NUMBER);
    }

    private boolean isExponent(char c) {
        return (c == 'e' || c == 'E') && !input.startsWith("0x", start);
    }

    private boolean isAtTerminator() {
        var c = peek();
        return c == EOF
                || SPACE.indexOf(c) >= 0
                || ".,|:)(".indexOf(c) >= 0
                || input.startsWith("}}", pos);
    }

    private int next() {
        var c = peek();
        pos += c == EOF ? 0 : Character.charCount(c);
        return c;
    }

    private int peek() {
        return pos < input.length() ? input.codePointAt(pos) : EOF;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isAlphaNumeric(int c) {
        return c == '_' || (c >= 0 && (Character.isLetter(c) || Character.isDigit(c)));
    }
}
