package dev.kubechat.approval;

import java.util.regex.Pattern;

/**
 * The SHA-256 of everything an approval is to hold for, as 64 hex digits in lower case. What goes into it is the caller's to
 * say.
 */
public record Digest(String hex) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public Digest {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("Not a SHA-256 in hex: " + hex);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
