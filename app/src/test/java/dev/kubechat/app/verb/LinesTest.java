package dev.kubechat.app.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {

    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST = 1024 * 1024;

    private static List<Line> lines(byte[] input) throws IOException {
        var lines = new Lines(new ByteArrayInputStream(input), OutputStream.nullOutputStream());
        var all = new ArrayList<Line>();
        for (var line = lines.next(); line != null; line = lines.next()) {
            all.add(line);
        }
        return all;
    }

    private static List<String> texts(String input) throws IOException {
        return lines(input.getBytes(StandardCharsets.UTF_8)).stream().map(Line::shown).toList();
    }

    @Test
    void endsALineWhereOneEnds() throws IOException {
        assertThat(texts("a\n\nb\r\nc")).containsExactly("a", "", "b", "c");
        assertThat(texts("\n")).containsExactly("");
        assertThat(texts("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {CHUNK - 2, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, LONGEST})
    void putsALineTogetherAgain(int length) throws IOException {
        String line = "x".repeat(length);
        assertThat(texts(line + "\n" + line)).containsExactly(line, line);
    }

    @Test
    void doesNotCutALetterInTwo() throws IOException {
        String line = "x".repeat(CHUNK - 1) + "ü漢";
        assertThat(texts(line + "\n")).containsExactly(line);
    }

    @Test
    void keepsTheStartOfWhatIsTooLong() throws IOException {
        var all = lines(("ab".repeat(LONGEST) + "\nc\n").getBytes(StandardCharsets.UTF_8));
        assertThat(all).hasSize(2).first().isInstanceOf(Line.Unusable.class);
        assertThat(all.getFirst().shown()).startsWith("abab").hasSizeLessThan(300);
        assertThat(all.getLast()).isEqualTo(new Line.Text("c"));
    }

    @Test
    void answersForEachLineOfNoise() throws IOException {
        var noise = new byte[200_000];
        new Random(7).nextBytes(noise);
        noise[noise.length - 1] = 'x';
        int ends = 0;
        for (byte one : noise) {
            ends += one == '\n' ? 1 : 0;
        }
        assertThat(lines(noise)).hasSize(ends + 1);
    }
}
