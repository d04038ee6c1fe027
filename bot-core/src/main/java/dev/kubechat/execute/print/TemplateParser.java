package dev.kubechat.execute.print;

import dev.kubechat.execute.print.TemplateNode.Branch;
import dev.kubechat.execute.print.TemplateNode.Command;
import dev.kubechat.execute.print.TemplateNode.Ending;
import dev.kubechat.execute.print.TemplateNode.Pipe;
import dev.kubechat.execute.print.TemplateNode.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads Go templates, with text/template's words for what is wrong with them. */
final class TemplateParser {

    static final String NAME = "output";

    private static final int DEEPEST = 100;

    private final TemplateTokens tokens;
    private final Map<String, List<TemplateNode>> templates = new HashMap<>();
    private List<String> variables = new ArrayList<>(List.of("$"));
    private int ranges;
    private int parens;

    private TemplateParser(String template) {
        tokens = new TemplateTokens(TemplateLexer.tokens(template));
    }

    /**
     * The template by the name of {@link #NAME}, and those that it defines.
     * @throws PrintError if it is none
     */
    static Map<String, List<TemplateNode>> parse(String template) {
        var parser = new TemplateParser(template);
        var root = new ArrayList<TemplateNode>();
        while (!parser.tokens.peek().is(TokenType.EOF)) {
            if (parser.tokens.isDefinition()) {
                parser.definition();
                continue;
            }
            var node = parser.textOrAction();
            if (node instanceof Ending) {
                throw parser.tokens.error("unexpected " + node);
            }
            root.add(node);
        }
        parser.templates.put(NAME, root);
        return parser.templates;
    }

    private void definition() {
        tokens.next();
        tokens.nextNonSpace();
        var name = templateName("define clause");
        tokens.expect(TokenType.RIGHT, "define clause");
        body(name, "define clause");
    }

    private void body(String name, String context) {
        var outer = variables;
        var outerRanges = ranges;
        variables = new ArrayList<>(List.of("$"));
        ranges = 0;
        var list = new ArrayList<TemplateNode>();
        var end = items(list);
        if (!end.word().equals("end")) {
            throw tokens.error("unexpected %s in %s".formatted(end, context));
        }
        templates.put(name, list);
        variables = outer;
        ranges = outerRanges;
    }

    private String templateName(String context) {
        var token = tokens.nextNonSpace();
        if (!token.is(TokenType.STRING)) {
            throw tokens.unexpected(token, context);
        }
        return string(token);
    }

    private String string(TemplateToken token) {
        if (token.text().startsWith("`")) {
            return token.text().substring(1, token.text().length() - 1).replace("\r", "");
        }
        var text = GoQuotes.unquoted(token.text());
        if (text == null) {
            throw tokens.error("invalid syntax");
        }
        return text;
    }

    private Ending items(List<TemplateNode> list) {
        while (!tokens.peekNonSpace().is(TokenType.EOF)) {
            var node = textOrAction();
            if (node instanceof Ending ending) {
                return ending;
            }
            list.add(node);
        }
        throw tokens.error("unexpected EOF");
    }

    private TemplateNode textOrAction() {
        var token = tokens.nextNonSpace();
        if (token.is(TokenType.TEXT)) {
            return new TemplateNode.Text(token.at(), token.text());
        }
        if (!token.is(TokenType.LEFT)) {
            throw tokens.unexpected(token, "input");
        }
        tokens.actionBegins(token.line());
        var node = action();
        tokens.actionEnds();
        return node;
    }

    private TemplateNode action() {
        var token = tokens.nextNonSpace();
        if (token.is(TokenType.KEYWORD)) {
            return switch (token.text()) {
                case "if", "with", "range" -> control(token.text());
                case "else" -> otherwise();
                case "end" -> new Ending(tokens.expect(TokenType.RIGHT, "end").at(), "end");
                case "break", "continue" -> jump(token);
                case "template" -> call();
                case "block" -> block();
                default -> throw tokens.unexpected(token, "command");
            };
        }
        tokens.backup();
        return new TemplateNode.Action(tokens.peek().at(), pipeline("command", TokenType.RIGHT));
    }

    private TemplateNode jump(TemplateToken token) {
        var next = tokens.nextNonSpace();
        if (!next.is(TokenType.RIGHT)) {
            throw tokens.unexpected(next, "{{" + token.text() + "}}");
        }
        if (ranges == 0) {
            throw tokens.error("{{%s}} outside {{range}}".formatted(token.text()));
        }
        return new TemplateNode.Jump(token.at(), token.text());
    }

    private TemplateNode otherwise() {
        var next = tokens.peekNonSpace();
        if (next.isKeyword("if") || next.isKeyword("with")) {
            return new Ending(next.at(), "else");
        }
        return new Ending(tokens.expect(TokenType.RIGHT, "else").at(), "else");
    }

    private TemplateNode call() {
        var at = tokens.peekNonSpace().at();
        var name = templateName("template clause");
        if (tokens.nextNonSpace().is(TokenType.RIGHT)) {
            return new TemplateNode.Call(at, name, null);
        }
        tokens.backup();
        return new TemplateNode.Call(at, name, pipeline("template clause", TokenType.RIGHT));
    }

    private TemplateNode block() {
        var at = tokens.peekNonSpace().at();
        var name = templateName("block clause");
        var pipe = pipeline("block clause", TokenType.RIGHT);
        body(name, "block clause");
        return new TemplateNode.Call(at, name, pipe);
    }

    private Branch control(String word) {
        var known = variables.size();
        var pipe = pipeline(word, TokenType.RIGHT);
        ranges += word.equals("range") ? 1 : 0;
        var body = new ArrayList<TemplateNode>();
        var next = items(body);
        ranges -= word.equals("range") ? 1 : 0;
        List<TemplateNode> otherwise = null;
        if (next.word().equals("else")) {
            otherwise = new ArrayList<>();
            if (!word.equals("range") && tokens.peek().isKeyword(word)) {
                tokens.next();
                otherwise.add(control(word));
            } else {
                next = items(otherwise);
                if (!next.word().equals("end")) {
                    throw tokens.error("expected end; found " + next);
                }
            }
        }
        variables.subList(known, variables.size()).clear();
        return new Branch(pipe.at(), word, pipe, body, otherwise);
    }

    private Pipe pipeline(String context, TokenType end) {
        var at = tokens.peekNonSpace().at();
        var declared = new ArrayList<Variable>();
        var assigns = declarations(context, declared);
        var commands = new ArrayList<Command>();
        while (true) {
            var token = tokens.nextNonSpace();
            if (token.is(end)) {
                checkPipeline(commands, context);
                return new Pipe(at, assigns, declared, commands);
            }
            switch (token.type()) {
                case BOOL,
                        CHAR_CONSTANT,
                        DOT,
                        FIELD,
                        IDENTIFIER,
                        NUMBER,
                        NIL,
                        STRING,
                        VARIABLE,
                        LEFT_PAREN -> {
                    tokens.backup();
                    commands.add(command());
                }
                default -> throw tokens.unexpected(token, context);
            }
        }
    }

    /** Whether what is declared is there already, and only gets a new value. */
    private boolean declarations(String context, List<Variable> declared) {
        while (tokens.peekNonSpace().is(TokenType.VARIABLE)) {
            var mark = tokens.mark();
            var variable = tokens.nextNonSpace();
            var next = tokens.peekNonSpace();
            if (next.is(TokenType.ASSIGN) || next.is(TokenType.DECLARE)) {
                tokens.nextNonSpace();
                declare(variable, declared);
                return next.is(TokenType.ASSIGN);
            }
            if (!(next.is(TokenType.CHAR) && next.text().equals(","))) {
                tokens.reset(mark);
                return false;
            }
            tokens.nextNonSpace();
            declare(variable, declared);
            if (!context.equals("range") || declared.size() > 1) {
                throw tokens.error("too many declarations in " + context);
            }
            var after = tokens.peekNonSpace().type();
            if (after != TokenType.VARIABLE
                    && after != TokenType.RIGHT
                    && after != TokenType.RIGHT_PAREN) {
                throw tokens.error("range can only initialize variables");
            }
        }
        return false;
    }

    private void declare(TemplateToken variable, List<Variable> declared) {
        declared.add(new Variable(variable.at(), List.of(variable.text())));
        variables.add(variable.text());
    }

    private void checkPipeline(List<Command> commands, String context) {
        if (commands.isEmpty()) {
            throw tokens.error("missing value for " + context);
        }
        for (var i = 1; i < commands.size(); i++) {
            switch (commands.get(i).words().getFirst()) {
                case TemplateNode.Literal _, TemplateNode.Dot _, TemplateNode.Nil _ ->
                        throw tokens.error(
                                "non executable command in pipeline stage %d".formatted(i + 1));
                default -> {}
            }
        }
    }

    private Command command() {
        var at = tokens.peekNonSpace().at();
        var words = new ArrayList<TemplateNode>();
        while (true) {
            tokens.peekNonSpace();
            var operand = new TemplateOperands(tokens, this::parenthesized, variables).operand();
            if (operand != null) {
                words.add(operand);
            }
            var token = tokens.next();
            if (token.is(TokenType.SPACE)) {
                continue;
            }
            if (token.is(TokenType.RIGHT) || token.is(TokenType.RIGHT_PAREN)) {
                tokens.backup();
            } else if (!token.is(TokenType.PIPE)) {
                throw tokens.unexpected(token, "operand");
            }
            break;
        }
        if (words.isEmpty()) {
            throw tokens.error("empty command");
        }
        return new Command(at, words);
    }

    private Pipe parenthesized() {
        if (parens >= DEEPEST) {
            throw tokens.error("max expression depth exceeded");
        }
        parens++;
        var pipe = pipeline("parenthesized pipeline", TokenType.RIGHT_PAREN);
        parens--;
        return pipe;
    }
}
