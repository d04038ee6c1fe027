package dev.kubechat.app.verb;

/** A verb was called in a way it does not take; the message is a sentence for whoever typed it. Exit status 2. */
public final class WrongUse extends RuntimeException {

    public WrongUse(String sentence) {
        super(sentence, null, false, false);
    }
}
