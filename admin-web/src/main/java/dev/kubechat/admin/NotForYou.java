package dev.kubechat.admin;

/** The person may not see the page; the message says who lacks what. */
final class NotForYou extends RuntimeException {

    private final transient Visitor visitor;

    NotForYou(Visitor visitor, String sentence) {
        super(sentence);
        this.visitor = visitor;
    }

    Visitor visitor() {
        return visitor;
    }
}
