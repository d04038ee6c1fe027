package dev.kubechat.app.verb;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a small verb did. */
public record Ran(int status, String out) {

    public static Ran with(SmallVerb verb, String input, String... words) {
        return with(verb, input.getBytes(StandardCharsets.UTF_8), words);
    }

    public static Ran with(SmallVerb verb, byte[] input, String... words) {
        var out = new ByteArrayOutputStream();
        var streams =
                new Streams(
                        new ByteArrayInputStream(input),
                        out,
                        new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            int status = verb.run(List.of(words), streams);
            return new Ran(status, out.toString(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Each line read as the JSON object that it has to be. */
    public List<Json.Members> answers() {
        return out.lines().map(Json::object).toList();
    }

    public List<String> each(String member) {
        return answers().stream().map(answer -> answer.text(member).orElse("")).toList();
    }
}
