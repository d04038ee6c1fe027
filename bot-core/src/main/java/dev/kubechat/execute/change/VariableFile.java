package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Sight.No;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A file of variables, {@code KEY=value} on each line, as kubectl reads it. */
final class VariableFile {

    /** The longest line in bytes. kubectl stops without a word at a longer one. */
    private static final int LONGEST = 64 * 1024;

    private static final int NEXT_LINE = 0x85;
    private static final int NO_BREAK = 0xA0;

    private VariableFile() {}

    record Variable(String key, String value) {}

    /** @throws No if a line holds no variable */
    static List<Variable> of(String name, byte[] content) {
        var variables = new ArrayList<Variable>();
        var number = 0;
        for (var start = 0; start < content.length; ) {
            var end = start;
            while (end < content.length && content[end] != '\n') {
                end++;
            }
            number++;
            var line = line(name, number, Arrays.copyOfRange(content, start, end));
            if (!line.isEmpty() && line.charAt(0) != '#') {
                variables.add(variable(name, number, line));
            }
            start = end + 1;
        }
        return variables;
    }

    private static String line(String name, int number, byte[] bytes) {
        if (bytes.length >= LONGEST) {
            throw new No(
                    "Line %d of %s is longer than 64 KiB. Give that value with --from-file, and the rest with --from-env-file."
                            .formatted(number, name));
        }
        var carriage = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
        var whole = carriage ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
        var text =
                ConfigEntries.text(whole)
                        .orElseThrow(() ->
                                new No(
                                        "Line %d of %s is no text. Give it with --from-file."
                                                .formatted(number, name),
                                        "error: env file %s contains invalid utf8 bytes at line %d: %s\n"
                                                .formatted(name, number, numbers(whole))));
        var mark = number == 1 && text.startsWith("\uFEFF");
        return withoutIndent(mark ? text.substring(1) : text);
    }

    private static String numbers(byte[] bytes) {
        var numbers = new ArrayList<String>();
        for (var one : bytes) {
            numbers.add(String.valueOf(Byte.toUnsignedInt(one)));
        }
        return "[" + String.join(" ", numbers) + "]";
    }

    private static String withoutIndent(String line) {
        var start = 0;
        while (start < line.length() && isSpace(line.charAt(start))) {
            start++;
        }
        return line.substring(start);
    }

    private static boolean isSpace(char letter) {
        return (letter >= '\t' && letter <= '\r')
                || letter == NEXT_LINE
                || letter == NO_BREAK
                || Character.isSpaceChar(letter);
    }

    // people are not shown the line, which may be a secret's
    private static Variable variable(String name, int number, String line) {
        var equals = line.indexOf('=');
        var key = equals < 0 ? line : line.substring(0, equals);
        var wrong = EntryKey.wrongVariable(key);
        if (!wrong.isEmpty()) {
            throw new No(
                    "Line %d of %s does not begin with the name of a variable and =, like LEVEL=debug."
                            .formatted(number, name),
                    "error: %s is not a valid key name: %s\n"
                            .formatted(EntryKey.quoted(key), String.join(";", wrong)));
        }
        if (equals < 0) {
            // kubectl takes it out of its own environment, which is nobody's business here
            throw new No(
                    "Line %d of %s has no value: write a = behind the name, and the value behind that."
                            .formatted(number, name));
        }
        return new Variable(key, line.substring(equals + 1));
    }
}
