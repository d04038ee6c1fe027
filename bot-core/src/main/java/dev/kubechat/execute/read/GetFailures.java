package dev.kubechat.execute.read;

import dev.kubechat.execute.api.Masking;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What went wrong on the way, each in words for people and in kubectl's. */
final class GetFailures {

    private record Failure(String sentence, String line, boolean fromServer) {}

    private final List<Failure> failures = new ArrayList<>();
    private Supplier<String> advice = () -> "";

    /** @param line as kubectl writes it, whole */
    void fromServer(String sentence, String line) {
        failures.add(new Failure(sentence, line, true));
    }

    /** The same, with one more sentence for people that is made when it is asked for. The first one counts. */
    void fromServer(String sentence, String line, Supplier<String> moreForPeople) {
        if (failures.isEmpty()) {
            advice = moreForPeople;
        }
        fromServer(sentence, line);
    }

    Supplier<String> laterAdvice() {
        return failures.size() == 1 ? advice : () -> "";
    }

    /** @param words as kubectl says it, without {@code error: } */
    void own(String words) {
        failures.add(new Failure(sentence(words), words, false));
    }

    private static String sentence(String words) {
        var end = words.indexOf('\n');
        var first = end < 0 ? words : words.substring(0, end);
        return "This cannot be printed as asked: %s.".formatted(Masking.shapes(first));
    }

    void clear() {
        failures.clear();
    }

    boolean isEmpty() {
        return failures.isEmpty();
    }

    String sentences() {
        return String.join(" ", failures.stream().map(Failure::sentence).distinct().toList());
    }

    // kubectl says "error: " before its own words only where nothing else went wrong
    String errors() {
        if (failures.size() == 1 && !failures.getFirst().fromServer()) {
            return line("error: " + failures.getFirst().line());
        }
        var text = new StringBuilder();
        failures.forEach(failure -> text.append(line(failure.line())));
        return text.toString();
    }

    private static String line(String words) {
        return words.endsWith("\n") ? words : words + "\n";
    }
}
