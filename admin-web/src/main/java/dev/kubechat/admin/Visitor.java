package dev.kubechat.admin;

/** A signed-in person before an admin page, and what they are there for. */
record Visitor(String name, Role role) {

    /** What the person's groups make of them here. */
    enum Role {
        /** Sees all pages. */
        ADMIN,
        /** Sees the asks and the audit trail. */
        AUDITOR,
        /** Sees nothing here. */
        GUEST
    }
}
