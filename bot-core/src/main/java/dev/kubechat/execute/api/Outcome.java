package dev.kubechat.execute.api;

/** How a read ended: in words for a chat, and as kubectl itself would have ended. */
public sealed interface Outcome {

    /**
     * @param text what kubectl would have written to its standard output, without credentials (P9)
     * @param note a sentence for people, such as {@code No resources found in shop namespace.}; may be empty
     * @param errors what kubectl would have written to its standard error, whole lines; may be empty
     * @param exit kubectl's exit status; may be other than 0 when some of it failed
     */
    record Printed(String text, String note, String errors, int exit) implements Outcome {

        /** All of it went well; the note, if there is one, is kubectl's own. */
        public Printed(String text, String note) {
            this(text, note, note.isEmpty() ? "" : note + "\n", 0);
        }
    }

    /**
     * The API server said no, or there is no such thing.
     *
     * @param sentence who lacks what or what is missing, and what to do next
     * @param errors what kubectl would have written to its standard error, whole lines
     */
    record Refused(String sentence, String errors) implements Outcome {

        /** For what kubectl has no words of its own. */
        public Refused(String sentence) {
            this(sentence, "error: " + sentence + "\n");
        }
    }
}
