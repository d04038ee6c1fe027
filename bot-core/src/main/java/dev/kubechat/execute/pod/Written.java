package dev.kubechat.execute.pod;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a program wrote to one of its outputs, up to a limit; what comes after is left out, and that is told. */
public final class Written {

    /** In bytes, of each output. */
    public static final int MOST = 1024 * 1024;

    // a tar of a file that is just small enough has a header and padding, too
    static final int ROOM = MOST + 64 * 1024;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean cut;

    synchronized void add(ByteBuffer more) {
        var some = new byte[Math.min(more.remaining(), ROOM - bytes.size())];
        cut |= some.length < more.remaining();
        more.get(some);
        bytes.writeBytes(some);
    }

    /** All that was kept. */
    public synchronized byte[] bytes() {
        return bytes.toByteArray();
    }

    /** As UTF-8, at most {@link #MOST} bytes of it; what is none is replaced. */
    public synchronized String text() {
        var all = bytes.toByteArray();
        return new String(all, 0, Math.min(all.length, MOST), StandardCharsets.UTF_8);
    }

    /** Whether {@link #text} is not all. */
    public synchronized boolean isCut() {
        return cut || bytes.size() > MOST;
    }
}
