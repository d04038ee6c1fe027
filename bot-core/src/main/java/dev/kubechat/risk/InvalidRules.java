package dev.kubechat.risk;

/** A file of rules that cannot be taken; the message is a sentence for the admin who wrote it. */
public final class InvalidRules extends RuntimeException {

    InvalidRules(String sentence) {
        super(sentence);
    }
}
