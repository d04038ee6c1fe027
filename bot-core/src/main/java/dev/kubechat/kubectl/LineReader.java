package dev.kubechat.kubectl;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes words apart as kubectl does: cobra finds the command, pflag its flags. A twin of both, tested against the real ones. */
final class LineReader {

    private final Grammar grammar;

    LineReader(Grammar grammar) {
        this.grammar = grammar;
    }

    /** What became of the words. */
    sealed interface Line {
        record Read(Grammar.Command command, CommandLine line) implements Line {}

        record Help(Grammar.Command command) implements Line {}

        record UnknownCommand(String word) implements Line {}

        record UnknownFlag(Grammar.Command command, String written, String name) implements Line {}

        record NoValue(Grammar.Command command, String written) implements Line {}

        record WrongValue(Grammar.Command command, Flag flag, String value, String wanted)
                implements Line {}

        record WrongSyntax(Grammar.Command command, String written) implements Line {}
    }

    /** @param words the line without the leading {@code kubectl} */
    Line read(List<String> words) {
        Grammar.Command command = grammar.root();
        List<String> rest = words;
        for (String next = firstWord(command, rest);
                next != null;
                next = firstWord(command, rest)) {
            Grammar.Command child = command.child(next);
            if (child == null) {
                break;
            }
            rest = without(next, rest, command);
            command = child;
        }
        String first = firstWord(command, rest);
        return command == grammar.root() && first != null
                ? new Line.UnknownCommand(first)
                : new FlagReader(command, rest).read();
    }

    /** cobra's stripFlags, of which only the first word matters. */
    private static @Nullable String firstWord(Grammar.Command command, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("--")) {
                return null;
            }
            if (takesNextWord(command, word)) {
                i++;
            } else if (!word.isEmpty() && !word.startsWith("-")) {
                return word;
            }
        }
        return null;
    }

    /** cobra's argsMinusFirstX: drops the word that named the sub-command, unless it is a flag's value. */
    private static List<String> without(String name, List<String> words, Grammar.Command command) {
        for (int i = 0; i < words.size() && !words.get(i).equals("--"); i++) {
            if (takesNextWord(command, words.get(i))) {
                i++;
            } else if (words.get(i).equals(name)) {
                var rest = new ArrayList<>(words);
                rest.remove(i);
                return rest;
            }
        }
        return words;
    }

    // cobra guesses that an unknown flag takes the next word, and looks at a lone shorthand only
    private static boolean takesNextWord(Grammar.Command command, String word) {
        if (!word.startsWith("-") || word.contains("=")) {
            return false;
        }
        if (word.startsWith("--")) {
            Flag flag = command.flag(word.substring(2));
            return flag == null || flag.bare() == null;
        }
        if (word.length() != 2) {
            return false;
        }
        Flag flag = command.shorthand(word.charAt(1));
        return flag == null || flag.bare() == null;
    }

    /** pflag's Parse. */
    private static final class FlagReader {
        private final Grammar.Command command;
        private final List<String> words;
        private int next;
        private final List<String> arguments = new ArrayList<>();
        private @Nullable List<String> afterDash;
        private final TreeMap<String, List<String>> flags = new TreeMap<>();

        FlagReader(Grammar.Command command, List<String> words) {
            this.command = command;
            this.words = words;
        }

        Line read() {
            while (next < words.size()) {
                String word = words.get(next++);
                if (word.equals("--")) {
                    afterDash = words.subList(next, words.size());
                    break;
                }
                if (word.length() < 2 || !word.startsWith("-")) {
                    arguments.add(word);
                    continue;
                }
                Line wrong = word.startsWith("--") ? longFlag(word) : shorthands(word);
                if (wrong != null) {
                    return wrong;
                }
            }
            return new Line.Read(
                    command, new CommandLine(command.verb(), arguments, flags, afterDash));
        }

        private @Nullable Line longFlag(String word) {
            String text = word.substring(2);
            if (text.startsWith("-") || text.startsWith("=")) {
                return new Line.WrongSyntax(command, word);
            }
            int equals = text.indexOf('=');
            String name = equals < 0 ? text : text.substring(0, equals);
            Flag flag = command.flag(name);
            if (flag == null) {
                return name.equals("help")
                        ? new Line.Help(command)
                        : new Line.UnknownFlag(command, "--" + name, name);
            }
            if (equals >= 0) {
                return set(flag, text.substring(equals + 1));
            }
            return flag.bare() != null ? set(flag, flag.bare()) : setNextWord(flag, "--" + name);
        }

        private @Nullable Line shorthands(String word) {
            // pflag leaves the flags of `go test` alone
            for (int i = 1; i < word.length() && !word.startsWith("test.", i); i++) {
                char letter = word.charAt(i);
                Flag flag = command.shorthand(letter);
                if (flag == null) {
                    return letter == 'h' ? new Line.Help(command) : unknownShorthand(letter);
                }
                if (word.length() > i + 2 && word.charAt(i + 1) == '=') {
                    return set(flag, word.substring(i + 2));
                }
                if (flag.bare() == null) {
                    return i + 1 < word.length()
                            ? set(flag, word.substring(i + 1))
                            : setNextWord(flag, "-" + letter);
                }
                Line wrong = set(flag, flag.bare());
                if (wrong != null) {
                    return wrong;
                }
            }
            return null;
        }

        private Line unknownShorthand(char letter) {
            return new Line.UnknownFlag(command, "-" + letter, Character.toString(letter));
        }

        private @Nullable Line setNextWord(Flag flag, String written) {
            return next < words.size()
                    ? set(flag, words.get(next++))
                    : new Line.NoValue(command, written);
        }

        private @Nullable Line set(Flag flag, String value) {
            try {
                flags.put(
                        flag.name(),
                        flag.type().read(flags.getOrDefault(flag.name(), List.of()), value));
                return null;
            } catch (NotAValue wrong) {
                return new Line.WrongValue(
                        command, flag, value, String.valueOf(wrong.getMessage()));
            }
        }
    }
}
