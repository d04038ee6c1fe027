package dev.kubechat.admin;

/** The person may not see the page; the message says who lacks what and what to do next. */
final class NotForYou extends RuntimeException {

    NotForYou(String sentence) {
        super(sentence);
    }
}
