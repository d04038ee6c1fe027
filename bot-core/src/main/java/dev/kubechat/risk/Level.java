package dev.kubechat.risk;

/** How much harm a command may do, and so who has to agree to it. In rising order. */
public enum Level {
    /** Reads, and shows no credential. Runs at once. */
    SAFE,
    /** A narrow change that can be undone. The asker confirms it. */
    WARNING,
    /** Destroys, raises privilege, or is broad. Somebody else approves it. */
    DANGEROUS,
    /** Never runs from a chat. */
    FORBIDDEN;

    /** The next level up; what is FORBIDDEN stays so. */
    Level raised() {
        return switch (this) {
            case SAFE -> WARNING;
            case WARNING -> DANGEROUS;
            case DANGEROUS, FORBIDDEN -> FORBIDDEN;
        };
    }

    Level or(Level other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
