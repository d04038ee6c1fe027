package dev.kubechat.app.eval;

import dev.kubechat.app.verb.Json;
import dev.kubechat.app.verb.Line;
import dev.kubechat.app.verb.Lines;
import dev.kubechat.app.verb.WrongUse;
import dev.kubechat.kubectl.InvalidName;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Labelled lines, all words or all risks.
 *
 * @param unreadable a sentence for each line that is no labelled line
 */
record LabelFile(List<Label> labels, List<String> unreadable) {

    private static final int MOST = 1_000_000;

    LabelFile {
        labels = List.copyOf(labels);
        unreadable = List.copyOf(unreadable);
    }

    /** @throws WrongUse if the file cannot be read, or holds no labelled line */
    static LabelFile read(String file) {
        try (InputStream stream = Files.newInputStream(Path.of(file))) {
            var read = read(stream);
            if (read.labels().isEmpty()) {
                throw new WrongUse(
                        "%s holds no labelled line: {\"utterance\", \"accept\"} or {\"command\", \"risk\"}."
                                .formatted(file));
            }
            return read;
        } catch (IOException | InvalidPathException unreadable) {
            throw new WrongUse("%s cannot be read: check the path.".formatted(file));
        }
    }

    private static LabelFile read(InputStream stream) throws IOException {
        var labels = new ArrayList<Label>();
        var unreadable = new ArrayList<String>();
        var lines = new Lines(stream, OutputStream.nullOutputStream());
        int number = 0;
        for (Line line = lines.next(); line != null && number < MOST; line = lines.next()) {
            number++;
            if (line.shown().isBlank()) {
                continue;
            }
            try {
                labels.add(alike(label(line), labels));
            } catch (Json.NotJson | InvalidName broken) {
                unreadable.add("line %d: %s".formatted(number, broken.getMessage()));
            }
        }
        return new LabelFile(labels, unreadable);
    }

    private static Label label(Line line) {
        return switch (line) {
            case Line.Text text -> Label.of(Json.object(text.text()));
            case Line.Unusable unusable -> throw new Json.NotJson(unusable.sentence());
        };
    }

    private static Label alike(Label label, List<Label> before) {
        if (!before.isEmpty() && before.getFirst().getClass() != label.getClass()) {
            throw new Json.NotJson("The lines before it are of the other kind.");
        }
        return label;
    }
}
