package dev.kubechat.chat;

/**
 * One conversation: a platform's channel and the message that opened the thread in it. Order holds within a thread.
 *
 * @param channel the platform's id of the channel
 * @param root the platform's id of the message that opened the thread
 */
public record ChatThread(PlatformId platform, String channel, String root) {

    private static final int LONGEST = 200;

    public ChatThread {
        if (channel.isBlank()
                || root.isBlank()
                || channel.length() > LONGEST
                || root.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "channel and root have 1 to %d characters".formatted(LONGEST));
        }
    }

    /** One text for the whole thread; two threads never share it. */
    public String key() {
        return "%s/%d/%s/%s".formatted(platform, channel.length(), channel, root);
    }
}
