package dev.kubechat.web;

import java.util.regex.Pattern;

/**
 * A place to talk in, open to everybody who is signed in.
 *
 * @param id part of its address: small letters, digits and dashes
 * @param about one sentence under its name, may be empty
 */
public record WebChannel(String id, String name, String about) {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,60}");

    public WebChannel {
        if (!SHAPE.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is no channel's id: small letters, digits and dashes".formatted(id));
        }
    }
}
