package dev.kubechat.app.eval;

import dev.kubechat.app.verb.JsonText;

/** What was measured. */
interface Report {

    /** For people, lines with an end each. */
    String text();

    /** For machines. */
    JsonText json();
}
