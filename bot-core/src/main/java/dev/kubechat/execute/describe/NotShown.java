package dev.kubechat.execute.describe;

/** The server did not show something: it is not there, or not for this person. */
public final class NotShown extends RuntimeException {

    private final int code;

    /**
     * @param message the server's own words, without what kubectl puts before them
     * @param code the HTTP status; 0 where there was none
     * @param cause what the caller makes of it
     */
    public NotShown(String message, int code, RuntimeException cause) {
        super(message, cause);
        this.code = code;
    }

    /** What kubectl's own error would say. */
    public String words() {
        return String.valueOf(getMessage());
    }

    public int code() {
        return code;
    }

    public boolean isBadRequest() {
        return code == 400;
    }

    boolean isForbidden() {
        return code == 403;
    }

    public boolean isNotFound() {
        return code == 404;
    }
}
