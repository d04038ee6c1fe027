package dev.kubechat.execute.print;

/** A format that cannot be made, in kubectl's words and without its {@code error: }. */
public final class PrintError extends RuntimeException {

    private final String before;

    PrintError(String words) {
        this(words, "");
    }

    /** @param before what kubectl has written to its standard output by then */
    PrintError(String words, String before) {
        super(words, null, false, false);
        this.before = before;
    }

    public String words() {
        return String.valueOf(getMessage());
    }

    public String before() {
        return before;
    }
}
