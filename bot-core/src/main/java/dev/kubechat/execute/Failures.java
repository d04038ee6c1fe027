package dev.kubechat.execute;

import dev.kubechat.execute.Sight.No;
import java.util.List;
import java.util.stream.Collectors;

/** Several things that went wrong with one command, told together. */
final class Failures {

    private static final String ERROR = "error: ";

    private Failures() {}

    static String sentence(List<No> failures) {
        return failures.stream().map(No::sentence).distinct().collect(Collectors.joining(" "));
    }

    /** kubectl writes each on a line of its own, with {@code error:} in front where it has not said so already. */
    static String errors(List<No> failures) {
        return failures.stream().map(No::errors).distinct().collect(Collectors.joining());
    }

    /** The words of a failure without kubectl's {@code error:} in front and the line break. */
    static String words(No failure) {
        var line = failure.errors().strip();
        return line.startsWith(ERROR) ? line.substring(ERROR.length()) : line;
    }
}
