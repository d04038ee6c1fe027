package dev.kubechat.identity;

/** A name that may not be mapped, linked or impersonated; the message is a sentence for people. */
public final class ReservedName extends IllegalArgumentException {

    public ReservedName(String sentence) {
        super(sentence);
    }
}
