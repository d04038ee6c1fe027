package dev.kubechat.app;

import dev.kubechat.cluster.OperatorDoor.Operator;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was typed behind {@code kubechat kubectl}: whose terminal and which cluster, and the words of the command. */
sealed interface KubectlWords {

    /**
     * @param yes whether changes run that a gate would ask about
     * @param files the folder of the manifests that the words may name
     * @param command the words behind {@code --}
     */
    record Right(Operator operator, boolean yes, Path files, List<String> command)
            implements KubectlWords {}

    record Wrong(String sentence) implements KubectlWords {}

    String USAGE =
            "Write: kubechat kubectl [--kubeconfig FILE] [--context NAME] [--as USER] [--as-group"
                    + " GROUP]... [--files FOLDER] [--yes] -- get pods";

    static KubectlWords of(List<String> words, Map<String, String> environment) {
        var dash = words.indexOf("--");
        if (dash < 0) {
            return new Wrong("There is no -- in front of kubectl's own words. " + USAGE);
        }
        var reading = new Flags(words.subList(0, dash));
        return reading.wrong == null
                ? reading.right(words.subList(dash + 1, words.size()), environment)
                : new Wrong(reading.wrong);
    }

    /** The flags before {@code --}, each as {@code --flag value} or {@code --flag=value}; the last one wins. */
    final class Flags {

        private final List<String> asGroups = new ArrayList<>();
        private @Nullable String kubeconfig;
        private @Nullable String context;
        private @Nullable String as;
        private String files = "";
        private boolean yes;
        private @Nullable String wrong;

        private Flags(List<String> words) {
            for (int i = 0; i < words.size() && wrong == null; i++) {
                var word = words.get(i);
                var equals = word.indexOf('=');
                if (word.equals("--yes")) {
                    yes = true;
                } else if (equals > 0) {
                    set(word.substring(0, equals), word.substring(equals + 1));
                } else if (i + 1 < words.size()) {
                    set(word, words.get(++i));
                } else {
                    wrong = "%s is no flag, or lacks its value. %s".formatted(word, USAGE);
                }
            }
        }

        private void set(String flag, String value) {
            switch (flag) {
                case "--kubeconfig" -> kubeconfig = value;
                case "--context" -> context = value;
                case "--files" -> files = value;
                case "--as" -> as = value;
                case "--as-group" -> asGroups.add(value);
                default -> wrong = "%s is no flag of this. %s".formatted(flag, USAGE);
            }
        }

        private KubectlWords right(List<String> command, Map<String, String> environment) {
            if (as == null && !asGroups.isEmpty()) {
                return new Wrong("--as-group says what groups the user of --as has. Name one.");
            }
            try {
                return new Right(
                        new Operator(file(environment), context, as, asGroups),
                        yes,
                        Path.of(files),
                        List.copyOf(command));
            } catch (InvalidPathException strange) {
                return new Wrong(
                        "The name of the kubeconfig or of the folder is no path. " + USAGE);
            }
        }

        private Path file(Map<String, String> environment) {
            if (kubeconfig != null) {
                return Path.of(kubeconfig);
            }
            var home = Path.of(System.getProperty("user.home"), ".kube", "config");
            return Stream.of(environment.getOrDefault("KUBECONFIG", "").split(File.pathSeparator))
                    .filter(name -> !name.isBlank())
                    .map(Path::of)
                    .filter(Files::exists)
                    .findFirst()
                    .orElse(home);
        }
    }
}
