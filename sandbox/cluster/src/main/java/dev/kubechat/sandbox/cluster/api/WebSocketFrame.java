package dev.kubechat.sandbox.cluster.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What a server writes to a WebSocket.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-5.2">RFC 6455</a>
 */
final class WebSocketFrame {
    private static final int BINARY = 0x82;
    private static final int CLOSE = 0x88;
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private WebSocketFrame() {}

    /** @param channel the first byte, which says what the rest is */
    static byte[] binary(int channel, byte[] content) {
        var frame = new ByteArrayOutputStream();
        int length = content.length + 1;
        frame.write(BINARY);
        if (length < 126) {
            frame.write(length);
        } else {
            frame.write(126);
            frame.write(length >> 8);
            frame.write(length);
        }
        frame.write(channel);
        frame.writeBytes(content);
        return frame.toByteArray();
    }

    /** All is well, and there is no more. */
    static byte[] close() {
        return new byte[] {(byte) CLOSE, 2, 1000 >> 8, (byte) 1000};
    }

    /** What shows a client that its key was read. */
    static String accept(String key) {
        try {
            var sum =
                    MessageDigest.getInstance("SHA-1")
                            .digest((key + GUID).getBytes(StandardCharsets.ISO_8859_1));
            return Base64.getEncoder().encodeToString(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
