package dev.kubechat.app.verb;

import dev.kubechat.kubectl.InvalidName;
import dev.kubechat.kubectl.Reading;
import dev.kubechat.risk.Classifier;
import dev.kubechat.risk.InvalidRules;
import dev.kubechat.risk.Level;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code classify}: kubectl lines in, how risky each is and why out. */
public final class ClassifyVerb implements SmallVerb {

    private static final Options.Known KNOWN =
            new Options.Known(
                    "classify",
                    Set.of("json", "production"),
                    Set.of("rules", "namespace", "cluster"));
    private static final int LONGEST_RULES = 1024 * 1024;

    @Override
    public int run(List<String> words, Streams streams) throws IOException {
        var options =
                KNOWN.read(words)
                        .alone(
                                "classify reads commands from its input, one a line, not from its"
                                        + " words.");
        Where where = where(options);
        var judge =
                Judge.with(() ->
                        options.value("rules").map(ClassifyVerb::rules).orElseGet(Classifier::new));
        boolean json = options.has("json");
        Answers.toEachLine(streams, line -> answer(line, json, judge, where));
        return 0;
    }

    private static Where where(Options options) {
        try {
            return Where.of(
                    options.value("namespace"),
                    options.value("cluster"),
                    options.has("production"));
        } catch (InvalidName invalid) {
            throw new WrongUse(String.valueOf(invalid.getMessage()));
        }
    }

    private static Classifier rules(String file) {
        try {
            return Classifier.of(content(file));
        } catch (InvalidRules invalid) {
            throw new WrongUse(
                    "The rules in %s cannot be taken. %s".formatted(file, invalid.getMessage()));
        } catch (IOException | InvalidPathException unreadable) {
            throw new WrongUse(
                    "The rules file %s cannot be read: check the path, and that it is a text in UTF-8."
                            .formatted(file));
        } catch (RuntimeException strange) {
            throw new WrongUse(
                    "The rules in %s cannot be taken: a value is missing or is not what its rule needs (%s)."
                            .formatted(file, strange.getMessage()));
        }
    }

    private static String content(String file) throws IOException {
        try (InputStream stream = Files.newInputStream(Path.of(file))) {
            byte[] bytes = stream.readNBytes(LONGEST_RULES + 1);
            if (bytes.length > LONGEST_RULES) {
                throw new WrongUse("The rules file %s is larger than 1 MiB.".formatted(file));
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(bytes))
                    .toString();
        }
    }

    private static JsonText answer(Line line, boolean json, Judge judge, Where where) {
        return switch (line) {
            case Line.Unusable unusable -> forbidden(unusable.shown(), unusable.sentence(), null);
            case Line.Text text when json -> fromJson(text.text(), judge, where);
            case Line.Text text -> judged(text.text(), judge, where);
        };
    }

    private static JsonText fromJson(String line, Judge judge, Where where) {
        try {
            return Json.object(line)
                    .text("command")
                    .map(command -> judged(command, judge, where))
                    .orElseGet(() -> forbidden(null, "The line has no \"command\".", null));
        } catch (Json.NotJson broken) {
            return forbidden(null, broken.sentence(), null);
        }
    }

    private static JsonText judged(String command, Judge judge, Where where) {
        try {
            return switch (judge.read(command)) {
                case Reading.Rejected no -> forbidden(command, no.sentence(), no.instead());
                case Reading.Command read -> {
                    var meant = where.fill(read.command());
                    var verdict = judge.of(meant, where.risk(), command);
                    yield answer(
                            command, meant.canonical(), verdict.level(), verdict.reasons(), null);
                }
            };
        } catch (RuntimeException | StackOverflowError defect) {
            // none is known; a script's later lines must be answered even so
            return forbidden(command, Judge.BROKEN, null);
        }
    }

    private static JsonText forbidden(
            @Nullable String command, String sentence, @Nullable String instead) {
        return answer(command, null, Level.FORBIDDEN, List.of(sentence), instead);
    }

    private static JsonText answer(
            @Nullable String command,
            @Nullable String canonical,
            Level level,
            List<String> reasons,
            @Nullable String instead) {
        return new JsonText()
                .with("command", command)
                .with("canonical", canonical)
                .with("risk", level.name().toLowerCase(Locale.ROOT))
                .with("reasons", reasons)
                .with("instead", instead);
    }
}
