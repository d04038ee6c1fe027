package dev.kubechat.app.verb;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a stream that may hold anything, in bounded memory. What was answered so far is written out before more input is waited
 * for.
 */
public final class Lines {

    private static final int LONGEST = 1024 * 1024;
    private static final int SHOWN = 200;

    private final InputStream in;
    private final OutputStream answers;
    private final byte[] chunk = new byte[64 * 1024];
    private int at;
    private int end;
    private boolean ended;
    private byte[] line = new byte[1024];
    private int length;
    private boolean tooLong;

    /** @param answers flushed whenever the input pauses */
    public Lines(InputStream in, OutputStream answers) {
        this.in = in;
        this.answers = answers;
    }

    /** The next line without its end; null when there is none. */
    public @Nullable Line next() throws IOException {
        length = 0;
        tooLong = false;
        boolean some = false;
        while (at < end || fill()) {
            some = true;
            int stop = at;
            while (stop < end && chunk[stop] != '\n') {
                stop++;
            }
            keep(stop - at);
            at = stop;
            if (stop < end) {
                at++;
                return line();
            }
        }
        return some ? line() : null;
    }

    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        answers.flush();
        int read = in.read(chunk);
        ended = read < 0;
        at = 0;
        end = Math.max(0, read);
        return end > 0;
    }

    private void keep(int more) {
        int kept = Math.min(more, LONGEST - length);
        if (length + kept > line.length) {
            line = Arrays.copyOf(line, Math.max(line.length * 2, length + kept));
        }
        System.arraycopy(chunk, at, line, length, kept);
        length += kept;
        tooLong |= kept < more;
    }

    private Line line() {
        if (length > 0 && !tooLong && line[length - 1] == '\r') {
            length--;
        }
        if (tooLong) {
            String start = new String(line, 0, SHOWN, StandardCharsets.UTF_8);
            return new Line.Unusable(
                    start + "…", "The line is longer than 1 MiB, and so long no command is.");
        }
        var text = new String(line, 0, length, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') >= 0 && !isUtf8()
                ? new Line.Unusable(text, "The line is not UTF-8, so nobody can tell what it says.")
                : new Line.Text(text);
    }

    private boolean isUtf8() {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line, 0, length));
            return true;
        } catch (CharacterCodingException broken) {
            return false;
        }
    }
}
