package dev.kubechat.kubectl;

import java.util.regex.Pattern;

/** The name of a namespace, an RFC 1123 label. That it exists is not said. */
public record Namespace(String value) {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

    /** @throws InvalidName if no namespace can have this name */
    public Namespace {
        if (!LABEL.matcher(value).matches()) {
            throw new InvalidName(
                    "%s cannot be a namespace: its name has up to 63 small letters, digits and hyphens, like shop or team-a."
                            .formatted(Shown.quoted(value)));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
