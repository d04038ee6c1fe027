package dev.kubechat.execute.api;

/** What became of one call. */
public sealed interface Fate {

    record Answered(Reply reply) implements Fate {}

    /** It certainly did not reach the server. */
    record NeverSent(String why) implements Fate {}

    /** It may have reached the server. */
    record Silence(String why, Throwable cause) implements Fate {}
}
