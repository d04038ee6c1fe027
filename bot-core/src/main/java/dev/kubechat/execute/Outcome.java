package dev.kubechat.execute;

/** How a read ended. */
public sealed interface Outcome {

    /**
     * @param text what kubectl would have printed, without credentials (P9), at most 1 MiB
     * @param note a sentence for people, such as {@code No resources found in shop namespace.}; may be empty
     */
    record Printed(String text, String note) implements Outcome {}

    /** The API server said no, or there is no such thing; the sentence says who lacks what or what is missing. */
    record Refused(String sentence) implements Outcome {}
}
