package dev.kubechat.execute.change;

/** May this person do this, and may the bot in this person's name? */
public sealed interface Permission {

    record Granted() implements Permission {}

    /** The sentence says who lacks what and what to do next. */
    record Denied(String sentence) implements Permission {}
}
