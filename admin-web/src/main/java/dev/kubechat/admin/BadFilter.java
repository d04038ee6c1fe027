package dev.kubechat.admin;

/** What was typed into a filter cannot be one; the message says what to type instead. */
final class BadFilter extends RuntimeException {

    BadFilter(String sentence) {
        super(sentence);
    }
}
