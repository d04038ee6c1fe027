package dev.kubechat.kubectl;

/** A text is no value of its flag's type; the message completes "--flag wants …". */
final class NotAValue extends RuntimeException {

    NotAValue(String wanted) {
        super(wanted, null, false, false);
    }
}
