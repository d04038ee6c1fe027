package dev.kubechat.kubectl;

import org.jspecify.annotations.Nullable;

/** What became of a line of text. */
public sealed interface Reading {

    /** It is this command. */
    record Command(KubectlCommand command) implements Reading {}

    /**
     * It is not a command that may run from a chat.
     *
     * @param sentence what is wrong, for people
     * @param instead a line to type instead, where one is known
     */
    record Rejected(String sentence, @Nullable String instead) implements Reading {}
}
