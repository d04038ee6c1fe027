package dev.kubechat.kubectl;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Stands for a text of a certain form. */
final class Digest {

    private Digest() {}

    /** @return 64 lower-case hex digits */
    static String of(int version, String canonical) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            String text = "kubechat-command-%d\n%s".formatted(version, canonical);
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
