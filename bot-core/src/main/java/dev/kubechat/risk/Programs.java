package dev.kubechat.risk;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is known about programs that a container may be told to run.
 *
 * @param destroysWords found among the program's words, whatever program it is
 * @param readsWords words that make a program, of which nothing is known, one that reads
 */
record Programs(
        Set<String> destroys,
        Pattern destroysWords,
        Set<String> shell,
        Set<String> reads,
        Set<String> readsWords,
        Fetches fetches) {

    /** @param sending found among the words of one that does not only read */
    record Fetches(Set<String> programs, Pattern sending) {}

    enum Kind {
        READS,
        SHELL,
        DESTROYS,
        OTHER,
        NONE
    }

    Kind kind(List<String> words) {
        if (words.isEmpty()) {
            return Kind.NONE;
        }
        String program = words.getFirst().substring(words.getFirst().lastIndexOf('/') + 1);
        List<String> arguments = words.subList(1, words.size());
        String all = String.join(" ", arguments);
        if (destroys.contains(program) || destroysWords.matcher(all).find()) {
            return Kind.DESTROYS;
        }
        if (shell.contains(program)) {
            return isVersion(arguments) ? Kind.READS : Kind.SHELL;
        }
        if (fetches.programs().contains(program)) {
            return fetches.sending().matcher(all).find() ? Kind.OTHER : Kind.READS;
        }
        if (program.equals("env")
                && arguments.stream()
                        .anyMatch(word -> !word.startsWith("-") && !word.contains("="))) {
            return Kind.SHELL;
        }
        boolean looks =
                reads.contains(program) || arguments.stream().anyMatch(readsWords::contains);
        return looks ? Kind.READS : Kind.OTHER;
    }

    private static boolean isVersion(List<String> arguments) {
        return arguments.size() == 1
                && Set.of("--version", "-V", "-v", "-version").contains(arguments.getFirst());
    }
}
