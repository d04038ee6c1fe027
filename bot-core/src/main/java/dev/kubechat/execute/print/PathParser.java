package dev.kubechat.execute.print;

import dev.kubechat.execute.print.PathNode.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads JSONPath templates as client-go does, with its words for what is wrong with them. */
final class PathParser {

    private static final int EOF = -1;
    private static final int DEEPEST = 50;
    private static final Pattern KEY = Pattern.compile("'([^']*)'");
    private static final Pattern SLICE = Pattern.compile("(-?[0-9]*)(:-?[0-9]*)?(:-?[0-9]*)?");
    private static final Pattern COMPARED =
            Pattern.compile("([^!<>=]+)([!<>=]+)(.+)", Pattern.DOTALL);

    private final String input;
    private final int depth;
    private final List<PathNode> root = new ArrayList<>();
    private int pos;
    private int start;
    private int width;

    private PathParser(String input, int depth) {
        this.input = input;
        this.depth = depth;
    }

    /** @throws PrintError if it is no template */
    static List<PathNode> parse(String text) {
        return parse(text, 0);
    }

    private static List<PathNode> parse(String text, int depth) {
        if (depth > DEEPEST) {
            throw new PrintError("the template is nested too deeply");
        }
        var parser = new PathParser(text, depth);
        parser.text();
        return parser.root;
    }

    private Steps action(String text) {
        return (Steps) parse("{" + text + "}", depth + 1).getFirst();
    }

    private String consumed() {
        var value = input.substring(start, pos);
        start = pos;
        return value;
    }

    private int next() {
        if (pos >= input.length()) {
            width = 0;
            return EOF;
        }
        var c = input.codePointAt(pos);
        width = Character.charCount(c);
        pos += width;
        return c;
    }

    private void backup() {
        pos -= width;
    }

    // text and actions alternate; client-go calls itself for each, a loop does not run out of stack
    private void text() {
        while (true) {
            var brace = input.indexOf('{', pos);
            pos = brace < 0 ? input.length() : brace;
            if (pos > start) {
                root.add(new PathNode.Text(consumed()));
            }
            if (brace < 0) {
                return;
            }
            pos++;
            consumed();
            var steps = new ArrayList<PathNode>();
            root.add(new Steps(steps));
            action(steps);
        }
    }

    private void action(List<PathNode> steps) {
        while (!step(steps)) {
            // until its brace
        }
    }

    private boolean step(List<PathNode> steps) {
        if (input.startsWith("}", pos)) {
            pos++;
            consumed();
            return true;
        }
        if (input.startsWith("[?(", pos)) {
            filter(steps);
            return false;
        }
        if (input.startsWith("..", pos)) {
            recursive(steps);
            return false;
        }
        var c = next();
        if (c == EOF || isEndOfLine(c)) {
            throw new PrintError("unclosed action");
        }
        switch (c) {
            case ' ', '@', '$' -> consumed();
            case '[' -> array(steps);
            case '"', '\'' -> quote(steps, c);
            case '.' -> field(steps);
            default -> word(steps, c);
        }
        return false;
    }

    private void word(List<PathNode> steps, int c) {
        backup();
        if (c == '+' || c == '-' || Character.isDigit(c)) {
            number(steps);
        } else if (isAlphaNumeric(c)) {
            identifier(steps);
        } else {
            throw new PrintError(
                    "unrecognized character in action: U+%04X%s"
                            .formatted(
                                    c,
                                    GoText.isPrint(c) ? " '" + Character.toString(c) + "'" : ""));
        }
    }

    private void identifier(List<PathNode> steps) {
        while (!isTerminator(next())) {
            // until the word ends
        }
        backup();
        var value = consumed();
        steps.add(
                value.equals("true") || value.equals("false")
                        ? new PathNode.Literal(Boolean.valueOf(value))
                        : new PathNode.Word(value));
    }

    private void recursive(List<PathNode> steps) {
        if (!steps.isEmpty() && steps.getLast() instanceof PathNode.Recursive) {
            throw new PrintError("invalid multiple recursive descent");
        }
        pos += 2;
        consumed();
        steps.add(new PathNode.Recursive());
        if (pos < input.length() && isAlphaNumeric(input.codePointAt(pos))) {
            field(steps);
        }
    }

    private void number(List<PathNode> steps) {
        var c = next();
        if (c != '+' && c != '-') {
            backup();
        }
        do {
            c = next();
        } while (c == '.' || Character.isDigit(c));
        backup();
        var value = consumed();
        try {
            steps.add(new PathNode.Literal(Integer.valueOf(value)));
        } catch (NumberFormatException noInt) {
            steps.add(new PathNode.Literal(decimal(value)));
        }
    }

    private static Object decimal(String value) {
        try {
            return value.matches("[-+]?[0-9]{1,18}")
                    ? (Object) Long.valueOf(value)
                    : (Object) Double.valueOf(value);
        } catch (NumberFormatException none) {
            throw new PrintError("cannot parse number " + value);
        }
    }

    private void array(List<PathNode> steps) {
        for (var c = next(); c != ']'; c = next()) {
            if (c == EOF || c == '\n') {
                throw new PrintError("unterminated array");
            }
        }
        var text = consumed();
        text = text.substring(1, text.length() - 1);
        if (text.equals("*")) {
            text = ":";
        }
        var parts = List.of(text.split(",", -1));
        if (parts.size() > 1) {
            steps.add(
                    new PathNode.Union(
                            parts.stream()
                                    .map(part -> action("[" + trimmed(part) + "]"))
                                    .toList()));
            return;
        }
        var key = KEY.matcher(text);
        if (key.matches()) {
            steps.addAll(action("." + key.group(1)).nodes());
        } else {
            steps.add(slice(text));
        }
    }

    private static String trimmed(String part) {
        return part.replaceAll("^ +| +$", "");
    }

    private static PathNode slice(String text) {
        var found = SLICE.matcher(text);
        if (!found.matches()) {
            throw new PrintError("invalid array index " + text);
        }
        var first = bound(found.group(1));
        var end = found.group(2);
        var step = found.group(3);
        var derived = end == null;
        return new PathNode.Slice(
                first,
                derived ? Integer.valueOf((first == null ? 0 : first) + 1) : bound(end),
                step == null ? null : bound(step),
                derived);
    }

    private static @Nullable Integer bound(String text) {
        var digits = text.startsWith(":") ? text.substring(1) : text;
        if (digits.isEmpty()) {
            return null;
        }
        try {
            return Integer.valueOf(digits);
        } catch (NumberFormatException none) {
            throw new PrintError("array index %s is not a number".formatted(digits));
        }
    }

    private void filter(List<PathNode> steps) {
        pos += 3;
        consumed();
        skipCondition();
        if (next() != ']') {
            throw new PrintError("unclosed array expect ]");
        }
        var text = consumed();
        text = text.substring(0, text.length() - 2);
        var compared = COMPARED.matcher(text);
        if (compared.matches() && text.indexOf('\n') < 0) {
            steps.add(
                    new PathNode.Filter(
                            action(compared.group(1)),
                            action(compared.group(3)),
                            compared.group(2)));
        } else {
            steps.add(new PathNode.Filter(action(text), new Steps(List.of()), "exists"));
        }
    }

    private void skipCondition() {
        var begin = false;
        var end = false;
        var pair = 0;
        while (true) {
            var c = next();
            if (c == EOF || c == '\n') {
                throw new PrintError("unterminated filter");
            }
            if (c == '"' || c == '\'') {
                if (!begin) {
                    begin = true;
                    pair = c;
                } else if (input.charAt(pos - 2) != '\\' && c == pair) {
                    end = true;
                }
            } else if (c == ')' && begin == end) {
                return;
            }
        }
    }

    private void quote(List<PathNode> steps, int end) {
        while (true) {
            var c = next();
            if (c == EOF || c == '\n') {
                throw new PrintError("unterminated quoted string");
            }
            if (c == end && input.charAt(pos - 2) != '\\') {
                break;
            }
        }
        var value = consumed();
        var text = GoQuotes.unquoted(value);
        if (text == null) {
            throw new PrintError("unquote string %s error invalid syntax".formatted(value));
        }
        steps.add(new PathNode.Text(text));
    }

    private void field(List<PathNode> steps) {
        consumed();
        while (true) {
            var c = next();
            if (c == '\\') {
                next();
            } else if (isTerminator(c)) {
                backup();
                break;
            }
        }
        var value = consumed();
        steps.add(
                value.equals("*")
                        ? new PathNode.Wildcard()
                        : new PathNode.Field(value.replace("\\", "")));
    }

    private static boolean isTerminator(int c) {
        return c == EOF || c == ' ' || c == '\t' || isEndOfLine(c) || ".,[]$@{}".indexOf(c) >= 0;
    }

    private static boolean isEndOfLine(int c) {
        return c == '\r' || c == '\n';
    }

    private static boolean isAlphaNumeric(int c) {
        return c == '_' || Character.isLetter(c) || Character.isDigit(c);
    }
}
