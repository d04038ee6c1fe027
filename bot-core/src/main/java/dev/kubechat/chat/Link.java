package dev.kubechat.chat;

import java.util.regex.Pattern;

/**
 * Where an object can be looked at elsewhere.
 *
 * @param label what people read
 * @param address of the web, in plain ASCII letters
 */
public record Link(String label, String address) {

    private static final Pattern ADDRESS =
            Pattern.compile("https?://[!#-;=?-Z_a-z~\\[\\]]{1,4000}");

    /** @throws IllegalArgumentException if it is no address that may be followed from a chat */
    public Link {
        if (!ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException("no address of the web: " + Visible.text(address));
        }
    }
}
