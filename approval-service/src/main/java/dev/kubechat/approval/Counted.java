package dev.kubechat.approval;

/** What came of a vote or a cancellation. */
public sealed interface Counted {
    /** It was counted; the request is now in this state, which may still be pending. */
    record To(Approval now) implements Counted {}

    /** It was not counted and nothing changed. */
    record No(Refusal why) implements Counted {}
}
