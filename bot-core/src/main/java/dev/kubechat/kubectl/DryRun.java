package dev.kubechat.kubectl;

/** How far a change goes. */
public enum DryRun {
    /** It is made. */
    NONE,
    /** What would be sent is shown, and not sent. */
    CLIENT,
    /** The server tries it, and keeps nothing. */
    SERVER;

    String typed() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** @throws Unreadable if the line's {@code --dry-run} is none that kubectl takes */
    static DryRun of(CommandLine line) {
        String typed = line.flag("dry-run");
        return switch (typed) {
            case null -> NONE;
            case "server" -> SERVER;
            case "client", "unchanged", "1", "t", "T", "TRUE", "true", "True" -> CLIENT;
            case "none", "0", "f", "F", "FALSE", "false", "False" -> NONE;
            default ->
                    throw new Unreadable(
                            "--dry-run is client, server or none, and not %s."
                                    .formatted(Shown.quoted(typed)));
        };
    }
}
