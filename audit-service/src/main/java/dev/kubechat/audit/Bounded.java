package dev.kubechat.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Text that is valid Unicode and takes a bounded number of bytes as a JSON string. */
final class Bounded {
    static final int FACT_BYTES = 2000;
    static final int NAME_BYTES = 200;
    private static final int REPLACEMENT = 0xFFFD;

    private Bounded() {}

    /** What is longer than {@code bytes} ends in a mark that tells its length and its SHA-256; the mark comes on top. */
    static String text(String text, int bytes) {
        var valid = valid(text);
        var end = end(valid, bytes);
        return end == valid.length() || marked(valid, end)
                ? valid
                : valid.substring(0, end) + mark(valid);
    }

    /** Half a surrogate pair is no character, and JSON that holds one is not the same JSON to every reader. */
    private static String valid(String text) {
        var valid = new StringBuilder();
        text.codePoints()
                .map(c -> Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
                .forEach(valid::appendCodePoint);
        return valid.toString();
    }

    private static int end(String text, int bytes) {
        var used = 0;
        for (var i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            used += CanonicalJson.bytes(text.codePointAt(i));
            if (used > bytes) {
                return i;
            }
        }
        return text.length();
    }

    /** Read back from the log, so cut before: cutting again would hide the first length. */
    private static boolean marked(String text, int end) {
        return text.substring(end).matches("… \\(cut, [0-9]+ characters, sha256 [0-9a-f]{64}\\)");
    }

    private static String mark(String text) {
        return "… (cut, %d characters, sha256 %s)".formatted(text.length(), sha256(text));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
