package dev.kubechat.app.eval;

/** A line that is no plain kubectl command, and so means the same as no other. */
final class NotPlain extends RuntimeException {

    NotPlain(String why) {
        super(why, null, false, false);
    }
}
