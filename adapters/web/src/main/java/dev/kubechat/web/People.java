package dev.kubechat.web;

import java.util.List;
import java.util.regex.Pattern;

/** The people that can be picked on the sign-in page of a try-out. Anybody who reaches the page can be any of them. */
public interface People {

    List<Somebody> all();

    /**
     * A person of the try-out.
     *
     * @param account part of the address of their windows: small letters, digits and dashes
     * @param role what they are there for, in a sentence
     */
    record Somebody(String account, String name, String role) {

        private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,60}");

        public Somebody {
            if (!SHAPE.matcher(account).matches()) {
                throw new IllegalArgumentException(
                        "\"%s\" is no account's id: small letters, digits and dashes"
                                .formatted(account));
            }
        }

        SignedIn signedIn() {
            return new SignedIn(account, name);
        }
    }
}
