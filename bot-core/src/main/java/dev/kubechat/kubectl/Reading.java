package dev.kubechat.kubectl;

import org.jspecify.annotations.Nullable;

/** What became of a line of text. */
public sealed interface Reading {

    /**
     * It is this command.
     *
     * @param cluster the cluster that the line names, which is no part of the command; null for the thread's
     */
    record Command(KubectlCommand command, @Nullable ClusterName cluster) implements Reading {
        public Command(KubectlCommand command) {
            this(command, null);
        }
    }

    /**
     * It is not a command that may run from a chat.
     *
     * @param sentence what is wrong, for people
     * @param instead a line to type instead, where one is known
     */
    record Rejected(String sentence, @Nullable String instead) implements Reading {}
}
