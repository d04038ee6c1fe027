package dev.kubechat.kubectl;

/** Where a command looks. */
public sealed interface Scope {

    /** {@code -n}. */
    record In(Namespace namespace) implements Scope {}

    /** {@code -A}: all namespaces. */
    record Everywhere() implements Scope {}

    /** Nothing was said; the thread's namespace fills it in. */
    record Unsaid() implements Scope {}

    /** This scope, or that namespace where none was said. */
    default Scope orIn(Namespace namespace) {
        return switch (this) {
            case In in -> in;
            case Everywhere everywhere -> everywhere;
            case Unsaid _ -> new In(namespace);
        };
    }
}
