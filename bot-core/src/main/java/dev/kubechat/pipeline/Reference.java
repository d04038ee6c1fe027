package dev.kubechat.pipeline;

import dev.kubechat.cluster.RequestId;

/** The short form of a request's id that chat, log and audit trail share. */
final class Reference {

    private static final int DIGITS = 8;

    private Reference() {}

    static String of(RequestId request) {
        var text = request.toString();
        return text.substring(text.length() - DIGITS);
    }
}
