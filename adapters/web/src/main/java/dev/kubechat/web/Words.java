package dev.kubechat.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads plain text for its two marks: {@code `code`} and fenced blocks. Everything else is words and stays as typed. */
final class Words {

    /** For templates, which can call methods of objects only. */
    static final Words READER = new Words();

    private static final Pattern MARKED =
            Pattern.compile(
                    "```(?:[\\w-]*\\n)?(?<block>.+?)```|`(?<code>[^`\\n]+)`", Pattern.DOTALL);

    private Words() {}

    public List<Part> parts(String text) {
        var parts = new ArrayList<Part>();
        var marked = MARKED.matcher(text);
        var from = 0;
        while (marked.find()) {
            add(parts, Kind.WORDS, text.substring(from, marked.start()));
            add(parts, Kind.BLOCK, marked.group("block"));
            add(parts, Kind.CODE, marked.group("code"));
            from = marked.end();
        }
        add(parts, Kind.WORDS, text.substring(from));
        return parts;
    }

    /** The first lines of a file. */
    public String beginning(String text) {
        return text.lines().limit(12).reduce((a, b) -> a + "\n" + b).orElse("");
    }

    private static void add(
            List<Part> parts, Kind kind, @org.jspecify.annotations.Nullable String text) {
        if (text != null && !text.isEmpty()) {
            parts.add(new Part(kind, text));
        }
    }

    /** A piece of text and how it is drawn. */
    record Part(Kind kind, String text) {}

    /** How a piece is drawn. */
    enum Kind {
        WORDS,
        CODE,
        BLOCK
    }
}
