package dev.kubechat.app.verb;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** One answer a line, in order. */
final class Answers {

    private Answers() {}

    /** @throws IOException if a stream broke; what was answered before was written */
    static void toEachLine(Streams streams, Function<Line, JsonText> answer) throws IOException {
        try (OutputStream out = new BufferedOutputStream(streams.out(), 64 * 1024)) {
            var lines = new Lines(streams.in(), out);
            for (Line line = lines.next(); line != null; line = lines.next()) {
                out.write(answer.apply(line).toString().getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        }
    }
}
