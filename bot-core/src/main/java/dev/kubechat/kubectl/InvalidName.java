package dev.kubechat.kubectl;

/** A text that cannot be the name of anything in Kubernetes; the message is a sentence for people. */
public final class InvalidName extends IllegalArgumentException {

    InvalidName(String sentence) {
        super(sentence);
    }
}
