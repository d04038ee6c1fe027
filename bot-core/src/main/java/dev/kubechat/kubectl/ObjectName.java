package dev.kubechat.kubectl;

import java.util.regex.Pattern;

/** One object of a type, by name. Its namespace is the command's. */
public record ObjectName(ResourceType type, String name) {

    // what an API server takes as one segment of a path; RBAC objects have colons, nothing has a
    // wildcard
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.:@+=~-]{0,252}");

    // the letters Kubernetes makes suffixes of: no vowels, no 0, 1 and 3; a stateful set counts its
    // pods
    private static final Pattern POD =
            Pattern.compile(".+-([0-9]+|[bcdfghjklmnpqrstvwxz2456789]{5})");

    /** @throws InvalidName if no object can have this name */
    public ObjectName {
        if (name.indexOf('*') >= 0 || name.indexOf('?') >= 0) {
            throw new InvalidName(
                    "%s holds a wildcard, and Kubernetes knows none in names: select by label instead, like -l app=checkout."
                            .formatted(Shown.quoted(name)));
        }
        if (!isPlain(name) && !NAME.matcher(name).matches()) {
            throw new InvalidName(
                    "%s cannot be the name of a %s."
                            .formatted(Shown.quoted(name), type.singular()));
        }
    }

    /** As nearly all names are: small letters, digits and dashes. */
    private static boolean isPlain(String name) {
        boolean plain = !name.isEmpty() && name.length() <= 253 && name.charAt(0) != '-';
        for (int i = 0; plain && i < name.length(); i++) {
            char c = name.charAt(i);
            plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        }
        return plain;
    }

    /** Whether the name ends as controllers end the names of their pods: web-0, cart-7d9f8b6c5-x2x4z, kube-proxy-b9g2z. */
    public static boolean looksLikePod(String name) {
        return POD.matcher(name).matches();
    }

    /** {@code TYPE.GROUP/NAME}, as the canonical form writes it. */
    @Override
    public String toString() {
        return type + "/" + name;
    }
}
