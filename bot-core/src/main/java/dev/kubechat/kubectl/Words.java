package dev.kubechat.kubectl;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Splits what people paste into chats into words, by the quoting rules of a shell. There is no shell: what one would act upon
 * (substitution, pipes, redirection, a second command) is refused, and so is what a reader would not see.
 */
final class Words {

    private static final int MOST_BYTES = 4096;
    private static final Pattern EXPANDED_BY_SHELL =
            Pattern.compile(
                    "\\{[^\\s{},]*,[^\\s{}]*}.*|\\{(-?[0-9]+\\.\\.-?[0-9]+|[a-zA-Z]\\.\\.[a-zA-Z])(\\.\\.-?[0-9]+)?}.*",
                    Pattern.DOTALL);
    private static final Pattern PLACEHOLDER =
            Pattern.compile("<([A-Za-z][^<>|;&]{0,60})>.*", Pattern.DOTALL);
    private static final String AFTER_DOLLAR = "({'\"_?!@#*$-";
    private static final String ESCAPED_IN_QUOTES = "\"\\$`";

    private final String text;
    private int at;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;

    private Words(String text) {
        this.text = text;
    }

    /** @throws Unreadable if the text is not one plain line of words */
    static List<String> of(String typed) {
        if (isTooLong(typed)) {
            throw new Unreadable(
                    "The line is longer than 4 KiB. A manifest belongs in a file attached to the"
                            + " message.");
        }
        refuseHidden(typed);
        return new Words(Pasted.bare(typed)).split();
    }

    static boolean isTooLong(String line) {
        // three bytes is the most that one char takes
        return line.length() > MOST_BYTES / 3
                && line.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
    }

    private static void refuseHidden(String typed) {
        if (isPlain(typed)) {
            return;
        }
        typed.codePoints()
                .filter(c -> c != '\n' && c != '\r' && c != '\t' && LookAlikes.isHidden(c))
                .findFirst()
                .ifPresent(c -> {
                    throw new Unreadable(
                            "The line holds %s, a character that cannot be seen. Type the line again instead of pasting it."
                                    .formatted(Shown.codePoint(c)));
                });
    }

    private static boolean isPlain(String typed) {
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private List<String> split() {
        while (at < text.length()) {
            int end = ordinaryUntil();
            if (end > at) {
                word.append(text, at, end);
                inWord = true;
                at = end;
                continue;
            }
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            outsideQuotes(c);
        }
        endWord();
        return words;
    }

    private int ordinaryUntil() {
        int end = at;
        while (end < text.length() && isOrdinary(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Most of any line: letters, digits and what means nothing to a shell. */
    private static boolean isOrdinary(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '-' && c <= '9') || (c >= 'A' && c <= 'Z');
    }

    private void outsideQuotes(int c) {
        if (c == '\n' || c == '\r') {
            throw severalLines();
        }
        if (c == ' ' || c == '\t' || Character.getType(c) == Character.SPACE_SEPARATOR) {
            endWord();
        } else if (c == '\\') {
            escaped();
        } else if (isSingleQuote(c)) {
            singleQuoted(c);
        } else if (isDoubleQuote(c)) {
            doubleQuoted(c);
        } else if (c > 0x7E) {
            throw beyondAscii(c);
        } else {
            plain((char) c);
        }
    }

    private void plain(char c) {
        switch (c) {
            case '|' -> throw next('|') ? severalCommands("||") : shell("a pipe (|)", true);
            case '>' -> throw shell("a redirection (>)", true);
            case '<' -> throw redirectionOrPlaceholder();
            case ';' -> throw severalCommands(";");
            case '&' ->
                    throw next('&')
                            ? severalCommands("&&")
                            : shell("an & that would run it in the background", true);
            case '(', ')' ->
                    throw shell("a bracket outside quotes, which a shell would act upon", false);
            case '`' -> throw substitution("`");
            case '$' -> unquotedDollar();
            case '{' -> brace();
            case '#' -> comment();
            default -> add(c);
        }
    }

    private void add(int c) {
        word.appendCodePoint(c);
        inWord = true;
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }

    private boolean next(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private void escaped() {
        if (at >= text.length()) {
            throw new Unreadable(
                    "The line ends with a backslash, so something is missing behind it.");
        }
        if (next('\r') && text.startsWith("\n", at + 1)) {
            at += 2;
        } else if (next('\n')) {
            at++;
        } else {
            int c = text.codePointAt(at);
            if (c > 0x7E) {
                throw beyondAscii(c);
            }
            if (c == '\r') {
                throw severalLines();
            }
            add(c);
            at += Character.charCount(c);
        }
    }

    private void singleQuoted(int opening) {
        inWord = true;
        for (int c = inQuotes(opening); !closes(opening, c); c = inQuotes(opening)) {
            word.appendCodePoint(c);
        }
    }

    private void doubleQuoted(int opening) {
        inWord = true;
        for (int c = inQuotes(opening); !closes(opening, c); c = inQuotes(opening)) {
            if (c == '`') {
                throw substitution("`");
            }
            if (c == '$') {
                dollar();
            } else if (c == '\\'
                    && at < text.length()
                    && ESCAPED_IN_QUOTES.indexOf(text.charAt(at)) >= 0) {
                word.append(text.charAt(at++));
            } else {
                word.appendCodePoint(c);
            }
        }
    }

    private int inQuotes(int opening) {
        if (at >= text.length()) {
            throw new Unreadable(
                    "A quote (%s) is opened and not closed."
                            .formatted(Character.toString(opening)));
        }
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        if (c == '\n' || c == '\r') {
            throw new Unreadable(
                    "A quoted text runs over the end of the line. Write it in one line.");
        }
        return Character.getType(c) == Character.SPACE_SEPARATOR ? ' ' : c;
    }

    // an ordinary quote is closed by its like only, so that 'it’s' stays whole; a curly one by any
    // of its kind
    private static boolean closes(int opening, int c) {
        if (opening == '\'' || opening == '"') {
            return c == opening;
        }
        return isSingleQuote(opening) ? isSingleQuote(c) : isDoubleQuote(c);
    }

    private static boolean isSingleQuote(int c) {
        return c == '\'' || (c >= 0x2018 && c <= 0x201B);
    }

    private static boolean isDoubleQuote(int c) {
        return c == '"' || (c >= 0x201C && c <= 0x201F);
    }

    private void unquotedDollar() {
        if (!next('\'')) {
            dollar();
            return;
        }
        var quoted = AnsiQuoted.read(text, at + 1);
        word.append(quoted.text());
        inWord = true;
        at = quoted.end();
    }

    private void dollar() {
        if (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isLetterOrDigit(c) || AFTER_DOLLAR.indexOf(c) >= 0) {
                throw substitution("$");
            }
        }
        add('$');
    }

    private void brace() {
        if (EXPANDED_BY_SHELL.matcher(text.substring(at - 1)).matches()) {
            throw new Unreadable(
                    "A shell would multiply what stands in the braces {…}, and there is none here."
                        + " Write each word out, or put the braces into single quotes if they are"
                        + " meant as they are.");
        }
        add('{');
    }

    private void comment() {
        if (!inWord) {
            throw new Unreadable(
                    "What follows the # is a comment. Send the line without it.", before());
        }
        add('#');
    }

    private String before() {
        return text.substring(0, at - 1).strip();
    }

    private Unreadable shell(String what, boolean withoutRest) {
        return new Unreadable(
                "The line holds %s. There is no shell here: one kubectl command is run, and its output comes into the thread."
                        .formatted(what),
                withoutRest && !before().isEmpty() ? before() : null);
    }

    private static Unreadable severalLines() {
        return new Unreadable(
                "These are several lines, and one command is run at a time. Send them one by one.");
    }

    private static Unreadable severalCommands(String operator) {
        return new Unreadable(
                "These are several commands (%s), and one is run at a time. Send them one by one."
                        .formatted(operator));
    }

    private static Unreadable substitution(String sign) {
        return new Unreadable(
                "The line holds a substitution (%s), which only a shell fills in. Write out what it stands for, or put it into single quotes if it is meant as it is."
                        .formatted(sign));
    }

    private Unreadable redirectionOrPlaceholder() {
        var placeholder = PLACEHOLDER.matcher(text.substring(at - 1));
        return placeholder.matches()
                ? new Unreadable(
                        "<%s> stands for something: write it out."
                                .formatted(Shown.plain(placeholder.group(1))))
                : shell("a redirection (<)", true);
    }

    private Unreadable beyondAscii(int c) {
        if (LookAlikes.isDash(c)) {
            return new Unreadable(
                    "The dash %s is not the hyphen of a keyboard: some programs put it in the place of one or two."
                            .formatted(Character.toString(c)),
                    LookAlikes.withHyphens(text));
        }
        return new Unreadable(
                "%s (%s) is outside the plain letters that names and commands are made of, and may look like one of them. Free text goes into quotes."
                        .formatted(Character.toString(c), Shown.codePoint(c)));
    }
}
