package dev.kubechat.app.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A line's words by POSIX quoting, as Python's {@code shlex.split} cuts them. Signs like {@code |} and {@code ;} are letters. */
final class ShellWords {

    private static final Pattern CONTINUED = Pattern.compile("\\\\\\r?\\n");

    private final String text;
    private int at;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean quoted;

    private ShellWords(String text) {
        this.text = text;
    }

    /** @throws NotPlain if it is more than one line, or a quote stays open */
    static List<String> of(String line) {
        String text = CONTINUED.matcher(Blanks.stripped(line)).replaceAll(" ");
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            throw new NotPlain("more than one line");
        }
        return new ShellWords(text).split();
    }

    private List<String> split() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            switch (c) {
                case ' ', '\t' -> end();
                case '\\' -> word.append(next("nothing behind a backslash"));
                case '\'' -> single();
                case '"' -> doubled();
                default -> word.append(c);
            }
        }
        end();
        return words;
    }

    private char next(String otherwise) {
        if (at >= text.length()) {
            throw new NotPlain(otherwise);
        }
        return text.charAt(at++);
    }

    private void single() {
        quoted = true;
        for (char c = quoted(); c != '\''; c = quoted()) {
            word.append(c);
        }
    }

    private void doubled() {
        quoted = true;
        for (char c = quoted(); c != '"'; c = quoted()) {
            if (c == '\\') {
                char escaped = next("nothing behind a backslash");
                if (escaped != '"' && escaped != '\\') {
                    word.append('\\');
                }
                word.append(escaped);
            } else {
                word.append(c);
            }
        }
    }

    private char quoted() {
        return next("a quote stays open");
    }

    private void end() {
        if (quoted || !word.isEmpty()) {
            words.add(word.toString());
        }
        word.setLength(0);
        quoted = false;
    }
}
