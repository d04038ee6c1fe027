package dev.kubechat.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code up} was asked for.
 *
 * @param home where all state is kept between starts
 * @param reset whether the home is emptied first
 * @param kubeconfig a real cluster's; null for the one served in process
 * @param context which context of it; null for its current one
 */
record UpOptions(
        Path home, int port, boolean reset, @Nullable Path kubeconfig, @Nullable String context) {

    static final int STANDARD_PORT = 8080;

    static final String USAGE =
            """
            ./kubechat up [--port N] [--reset] [--kubeconfig FILE [--context NAME]]

              --port N            where the pages are, on 127.0.0.1; 8080 if not said
              --reset             forget everything of earlier starts first
              --kubeconfig FILE   talk to a real cluster instead of the one that is served in process
              --context NAME      the context of that file; its current one if not said

            All state is kept in $KUBECHAT_HOME, which is ~/.kubechat if not set.
            """;

    /** How the words were understood. */
    sealed interface Reading {}

    record Read(UpOptions options) implements Reading {}

    record Help() implements Reading {}

    record Wrong(String sentence) implements Reading {}

    static Reading read(List<String> words, Map<String, String> environment) {
        var options = new UpOptions(home(environment), STANDARD_PORT, false, null, null);
        var left = new ArrayDeque<>(words.stream().flatMap(UpOptions::split).toList());
        while (!left.isEmpty()) {
            var word = left.remove();
            if (word.equals("--help") || word.equals("-h")) {
                return new Help();
            }
            switch (options.with(word, left)) {
                case Read read -> options = read.options();
                case Help help -> {
                    return help;
                }
                case Wrong wrong -> {
                    return wrong;
                }
            }
        }
        return options.checked();
    }

    private static java.util.stream.Stream<String> split(String word) {
        return word.startsWith("--")
                ? java.util.Arrays.stream(word.split("=", 2))
                : java.util.stream.Stream.of(word);
    }

    private static Path home(Map<String, String> environment) {
        var said = environment.get("KUBECHAT_HOME");
        return said == null || said.isBlank()
                ? Path.of(System.getProperty("user.home"), ".kubechat")
                : Path.of(said).toAbsolutePath();
    }

    private Reading with(String flag, Deque<String> left) {
        if (flag.equals("--reset")) {
            return new Read(new UpOptions(home, port, true, kubeconfig, context));
        }
        if (!List.of("--port", "--kubeconfig", "--context").contains(flag)) {
            return new Wrong("up does not know \"%s\".".formatted(flag));
        }
        if (left.isEmpty()) {
            return new Wrong("%s needs a value, as in %s".formatted(flag, example(flag)));
        }
        return with(flag, left.remove());
    }

    private static String example(String flag) {
        return switch (flag) {
            case "--port" -> "--port 8081";
            case "--kubeconfig" -> "--kubeconfig ~/.kube/config";
            default -> "--context staging";
        };
    }

    private Reading with(String flag, String value) {
        return switch (flag) {
            case "--port" -> port(value);
            case "--kubeconfig" ->
                    new Read(new UpOptions(home, port, reset, Path.of(value), context));
            default -> new Read(new UpOptions(home, port, reset, kubeconfig, value));
        };
    }

    private Reading port(String value) {
        try {
            var number = Integer.parseInt(value);
            return number < 0 || number > 65_535
                    ? new Wrong("--port is %s, must be 1 to 65535.".formatted(value))
                    : new Read(new UpOptions(home, number, reset, kubeconfig, context));
        } catch (NumberFormatException strange) {
            return new Wrong("--port is \"%s\", must be a number such as 8081.".formatted(value));
        }
    }

    private Reading checked() {
        if (kubeconfig == null && context != null) {
            return new Wrong("--context goes with --kubeconfig: say which file it is in.");
        }
        return kubeconfig != null && !Files.isReadable(kubeconfig)
                ? new Wrong("The kubeconfig %s cannot be read.".formatted(kubeconfig))
                : new Read(this);
    }
}
