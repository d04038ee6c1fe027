package dev.kubechat.kubectl;

/** The name of a namespace, an RFC 1123 label. That it exists is not said. */
public record Namespace(String value) {

    /** @throws InvalidName if no namespace can have this name */
    public Namespace {
        if (!isLabel(value)) {
            throw new InvalidName(
                    "%s cannot be a namespace: its name has up to 63 small letters, digits and hyphens, like shop or team-a."
                            .formatted(Shown.quoted(value)));
        }
    }

    private static boolean isLabel(String value) {
        int last = value.length() - 1;
        boolean fits =
                last >= 0 && last < 63 && value.charAt(0) != '-' && value.charAt(last) != '-';
        for (int i = 0; fits && i <= last; i++) {
            char c = value.charAt(i);
            fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        }
        return fits;
    }

    @Override
    public String toString() {
        return value;
    }
}
