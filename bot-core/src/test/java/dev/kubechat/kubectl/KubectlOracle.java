package dev.kubechat.kubectl;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** kubectl's own parser as a child process: a JSON array of words a line goes in, what kubectl makes of it comes out. */
final class KubectlOracle implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    // it keeps every command tree it ever built: some 0.7 MB a line
    private static final int LINES_A_PROCESS = 300;

    private final String program;
    private Process process;
    private BufferedWriter in;
    private BufferedReader out;
    private int lines;

    KubectlOracle(String program) {
        this.program = program;
        process = started();
        in = process.outputWriter();
        out = process.inputReader();
    }

    private Process started() {
        try {
            return new ProcessBuilder(program, "--parse")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException notThere) {
            throw new UncheckedIOException(notThere);
        }
    }

    private void startAgain() {
        process.destroy();
        process = started();
        in = process.outputWriter();
        out = process.inputReader();
    }

    /** What kubectl reads; null if it reports an error. */
    @Nullable CommandLine read(List<String> words) {
        JsonNode answer = answer(words);
        return answer.has("error") ? null : line(answer);
    }

    private JsonNode answer(List<String> words) {
        if (++lines % LINES_A_PROCESS == 0) {
            startAgain();
        }
        try {
            in.write(JSON.writeValueAsString(words));
            in.newLine();
            in.flush();
            return JSON.readTree(out.readLine());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static CommandLine line(JsonNode answer) {
        List<String> words = strings(answer.get("args"));
        int dash = answer.get("dash").asInt();
        var flags = new TreeMap<String, List<String>>();
        answer.get("flags").forEachEntry((name, values) -> flags.put(name, strings(values)));
        return new CommandLine(
                answer.get("path").asString(),
                dash < 0 ? words : words.subList(0, dash),
                flags,
                dash < 0 ? null : words.subList(dash, words.size()));
    }

    private static List<String> strings(JsonNode values) {
        var strings = new ArrayList<String>();
        values.forEach(value -> strings.add(value.asString()));
        return strings;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
