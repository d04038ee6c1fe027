package dev.kubechat.execute.print;

import dev.kubechat.execute.print.TemplateNode.Chain;
import dev.kubechat.execute.print.TemplateNode.Field;
import dev.kubechat.execute.print.TemplateNode.Literal;
import dev.kubechat.execute.print.TemplateNode.Pipe;
import dev.kubechat.execute.print.TemplateNode.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads one word of a command in a Go template. */
final class TemplateOperands {

    private final TemplateTokens tokens;
    private final Supplier<Pipe> parenthesized;
    private final List<String> variables;

    TemplateOperands(TemplateTokens tokens, Supplier<Pipe> parenthesized, List<String> variables) {
        this.tokens = tokens;
        this.parenthesized = parenthesized;
        this.variables = variables;
    }

    /** Null if there is none. */
    @Nullable TemplateNode operand() {
        var node = term();
        if (node == null || !tokens.peek().is(TokenType.FIELD)) {
            return node;
        }
        var at = tokens.peek().at();
        var names = new ArrayList<String>();
        while (tokens.peek().is(TokenType.FIELD)) {
            names.add(tokens.next().text().substring(1));
        }
        return switch (node) {
            case Field(int _, var first) -> new Field(at, joined(first, names));
            case Variable(int _, var first) -> new Variable(at, joined(first, names));
            case Literal _, TemplateNode.Nil _, TemplateNode.Dot _ ->
                    throw tokens.error("unexpected . after term " + GoText.quoted(node.toString()));
            default -> new Chain(at, node, names);
        };
    }

    private static List<String> joined(List<String> first, List<String> more) {
        var names = new ArrayList<>(first);
        names.addAll(more);
        return names;
    }

    private @Nullable TemplateNode term() {
        var token = tokens.nextNonSpace();
        var at = token.at();
        return switch (token.type()) {
            case IDENTIFIER -> function(token);
            case DOT -> new TemplateNode.Dot(at);
            case NIL -> new TemplateNode.Nil(at);
            case VARIABLE -> variable(token);
            case FIELD -> new Field(at, List.of(token.text().substring(1)));
            case BOOL -> new Literal(at, token.text(), Boolean.valueOf(token.text()));
            case NUMBER, CHAR_CONSTANT -> number(token);
            case LEFT_PAREN -> parenthesized.get();
            case STRING -> string(token);
            default -> {
                tokens.backup();
                yield null;
            }
        };
    }

    private TemplateNode function(TemplateToken token) {
        if (!TemplateFunctions.NAMES.contains(token.text())) {
            throw tokens.error("function %s not defined".formatted(GoText.quoted(token.text())));
        }
        return new TemplateNode.Function(token.at(), token.text());
    }

    private TemplateNode variable(TemplateToken token) {
        if (!variables.contains(token.text())) {
            throw tokens.error("undefined variable " + GoText.quoted(token.text()));
        }
        return new Variable(token.at(), List.of(token.text()));
    }

    private TemplateNode number(TemplateToken token) {
        Object value;
        if (token.is(TokenType.CHAR_CONSTANT)) {
            var text = GoQuotes.unquoted(token.text());
            value =
                    text == null || text.codePointCount(0, text.length()) != 1
                            ? null
                            : Integer.valueOf(text.codePointAt(0));
        } else {
            value = TemplateNumber.of(token.text());
        }
        if (value == null) {
            throw tokens.error("illegal number syntax: " + GoText.quoted(token.text()));
        }
        return new Literal(token.at(), token.text(), narrowed(value));
    }

    // Go's int, which is as wide as its int64 but another type
    private static Object narrowed(Object value) {
        return value instanceof Long number && number == number.intValue()
                ? (Object) number.intValue()
                : value;
    }

    private TemplateNode string(TemplateToken token) {
        if (token.text().startsWith("`")) {
            return new Literal(
                    token.at(),
                    token.text(),
                    token.text().substring(1, token.text().length() - 1).replace("\r", ""));
        }
        var text = GoQuotes.unquoted(token.text());
        if (text == null) {
            throw tokens.error("invalid syntax");
        }
        return new Literal(token.at(), token.text(), text);
    }
}
