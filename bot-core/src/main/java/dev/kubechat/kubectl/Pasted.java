package dev.kubechat.kubectl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A message taken apart: the line, and the code blocks under it, which hold what the line reads from files. Standard input ({@code -f -}) is
 * what stands in the blocks.
 *
 * @param blocks what each says, without its fence; empty if there is none
 */
record Pasted(String line, List<String> blocks) {

    private static final String FENCE = "```";
    private static final Pattern FENCED =
            Pattern.compile("```(?:[a-zA-Z]*\\R)?(.*?)```", Pattern.DOTALL);
    private static final Pattern TICKED = Pattern.compile("`([^`]*)`");
    private static final String STANDARD_INPUT = "-";

    /** Only what is nothing but a line and blocks is taken apart; any other text is a line, and may be refused as one. */
    static Pasted of(String text) {
        int block = text.indexOf("\n" + FENCE);
        if (block < 0 || text.stripLeading().startsWith("`")) {
            return new Pasted(text, List.of());
        }
        List<String> blocks = blocks(text, block + 1);
        return blocks.isEmpty()
                ? new Pasted(text, blocks)
                : new Pasted(text.substring(0, block).strip(), blocks);
    }

    private static List<String> blocks(String text, int from) {
        var blocks = new ArrayList<String>();
        int at = from;
        while (at < text.length()) {
            int body = text.indexOf('\n', at);
            int end = body < 0 ? -1 : text.indexOf("\n" + FENCE, body);
            if (end < 0 || !text.startsWith(FENCE, at)) {
                return List.of();
            }
            blocks.add(text.substring(body + 1, Math.max(body + 1, end + 1)));
            at = skipBlanks(text, end + 1 + FENCE.length());
        }
        return blocks;
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Without the fence, ticks or prompt that it was pasted with. */
    static String bare(String typed) {
        String text = typed.strip();
        if (text.startsWith("`")) {
            text = within(TICKED, within(FENCED, text));
        }
        return text.startsWith("$ ") || text.startsWith("% ") ? withoutPrompt(text) : text;
    }

    private static String withoutPrompt(String text) {
        int at = 1;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return text.substring(at);
    }

    private static String within(Pattern marks, String text) {
        var marked = marks.matcher(text);
        return marked.matches() ? marked.group(1).strip() : text;
    }

    List<String> words() {
        return Words.of(line);
    }

    /** The blocks by the names that commands know them by. */
    SortedMap<String, String> named() {
        var named = new TreeMap<String, String>();
        for (int i = 0; i < blocks.size(); i++) {
            named.put(name(i), blocks.get(i));
        }
        return Collections.unmodifiableSortedMap(named);
    }

    private static String name(int index) {
        return "block-%d.yaml".formatted(index + 1);
    }

    /** The line with the blocks' names in the place of standard input. */
    CommandLine fill(CommandLine read) {
        if (blocks.isEmpty()) {
            return read;
        }
        List<String> files = read.values("filename");
        CommandLine filled = read;
        if (files.contains(STANDARD_INPUT)) {
            var names = new ArrayList<>(files);
            names.remove(STANDARD_INPUT);
            names.addAll(named().keySet());
            filled = read.with("filename", names);
        }
        if (Attachments.of(filled).isEmpty()) {
            throw new Unreadable(
                    "The block under the line belongs to no file that the line names. Name it with"
                            + " -f -, like kubectl apply -f -.");
        }
        return filled;
    }
}
