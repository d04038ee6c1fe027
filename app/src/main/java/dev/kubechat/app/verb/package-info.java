/**
 * The small verbs for scripts: {@code classify} and {@code plan}, and what all small verbs share. Plain Java: no Spring class is
 * loaded, no cluster is called, and whatever a line holds, it gets an answer.
 */
@NullMarked
package dev.kubechat.app.verb;

import org.jspecify.annotations.NullMarked;
