package dev.kubechat.execute.read;

import dev.kubechat.execute.api.Sight.No;
import java.util.List;
import java.util.stream.Collectors;

/** Several things that went wrong with one command, told together. */
final class Failures {

    private static final String ERROR = "error: ";

    private Failures() {}

    static String sentence(List<No> failures) {
        return failures.stream().map(No::sentence).distinct().collect(Collectors.joining(" "));
    }

    /** One is told as ever; of several, kubectl leaves out {@code error:} in front. */
    static String errors(List<No> failures) {
        var different = failures.stream().map(No::errors).distinct().toList();
        return different.size() == 1
                ? different.getFirst()
                : failures.stream()
                        .map(Failures::words)
                        .distinct()
                        .map(words -> words + "\n")
                        .collect(Collectors.joining());
    }

    /** The words of a failure without kubectl's {@code error:} in front and the line break. */
    static String words(No failure) {
        var line = failure.errors().strip();
        return line.startsWith(ERROR) ? line.substring(ERROR.length()) : line;
    }
}
