package dev.kubechat.app.verb;

/** One line of input. */
public sealed interface Line {

    /** The line, or as much of it as can be shown. */
    String shown();

    record Text(String text) implements Line {
        @Override
        public String shown() {
            return text;
        }
    }

    /**
     * What is no line of text.
     *
     * @param sentence why not, for people
     */
    record Unusable(String shown, String sentence) implements Line {}
}
