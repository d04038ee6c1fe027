package dev.kubechat.app.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line taken apart, before equal spellings are made one.
 *
 * @param arguments without the words of the verb
 * @param flags in the order they were given
 * @param tail what follows {@code --} where another program's words do; null where nothing does
 */
record WordsOfLine(
        String verb,
        List<String> arguments,
        List<Map.Entry<String, String>> flags,
        @Nullable List<String> tail) {

    private static final Set<String> WITH_TAIL = Set.of("exec", "run", "debug");
    private static final Set<String> CREATES_WITH_TAIL =
            Set.of("create deployment", "create job", "create cronjob");
    private static final Pattern NUMBER = Pattern.compile("-[0-9]+");
    private static final Map<String, String> TRUTHS =
            Map.of("1", "true", "t", "true", "0", "false", "f", "false");

    /** @throws NotPlain if it is no plain kubectl line */
    static WordsOfLine of(String line) {
        List<String> tokens = ShellWords.of(line);
        if (tokens.isEmpty() || !tokens.getFirst().equals("kubectl")) {
            throw new NotPlain("not kubectl");
        }
        return new Parser(tokens.subList(1, tokens.size())).parse();
    }

    private static final class Parser {
        private final List<String> tokens;
        private final VerbWords verb;
        private final List<Map.Entry<String, String>> flags = new ArrayList<>();
        private final List<String> words = new ArrayList<>();
        private @Nullable List<String> tail;
        private int at;

        Parser(List<String> tokens) {
            this.tokens = tokens;
            this.verb = VerbWords.of(tokens);
        }

        WordsOfLine parse() {
            while (at < tokens.size()) {
                String token = tokens.get(at++);
                if (token.equals("--")) {
                    rest(tokens.subList(at, tokens.size()));
                    break;
                }
                if (token.startsWith("--")) {
                    longFlag(token.substring(2));
                } else if (token.startsWith("-")
                        && token.length() > 1
                        && !NUMBER.matcher(token).matches()) {
                    shorthands(token.substring(1));
                } else {
                    words.add(token);
                }
            }
            return new WordsOfLine(
                    verb.verb(),
                    words.subList(Math.min(verb.used(), words.size()), words.size()),
                    flags,
                    tail);
        }

        private void rest(List<String> rest) {
            if (CREATES_WITH_TAIL.contains(verb.verb())
                    || WITH_TAIL.contains(FlagNames.head(verb.verb()))) {
                tail = rest;
            } else {
                words.addAll(rest);
            }
        }

        private void longFlag(String text) {
            int equals = text.indexOf('=');
            String name = (equals < 0 ? text : text.substring(0, equals)).replace('_', '-');
            if (name.isEmpty()) {
                throw new NotPlain("empty flag");
            }
            if (FlagNames.isSwitch(verb.verb(), name)) {
                String said =
                        equals < 0 ? "true" : text.substring(equals + 1).toLowerCase(Locale.ROOT);
                add(name, TRUTHS.getOrDefault(said, said));
            } else if (equals >= 0) {
                add(name, text.substring(equals + 1));
            } else {
                String bare = FlagNames.BARE.get(name);
                add(name, bare != null ? bare : next(name));
            }
        }

        private void shorthands(String body) {
            for (int i = 0; i < body.length(); i++) {
                String letter = body.substring(i, i + 1);
                String name = FlagNames.longOf(verb.verb(), letter);
                if (name == null) {
                    throw new NotPlain("unknown flag -" + letter);
                }
                String rest = body.substring(i + 1);
                if (!FlagNames.isSwitch(verb.verb(), name)) {
                    add(name, value(rest, letter));
                    return;
                }
                if (rest.startsWith("=")) {
                    add(name, rest.substring(1).toLowerCase(Locale.ROOT));
                    return;
                }
                add(name, "true");
            }
        }

        private String value(String rest, String letter) {
            if (rest.startsWith("=")) {
                return rest.substring(1);
            }
            return rest.isEmpty() ? next(letter) : rest;
        }

        private String next(String flag) {
            if (at >= tokens.size()) {
                throw new NotPlain("flag " + flag + " lacks its value");
            }
            return tokens.get(at++);
        }

        private void add(String name, String value) {
            flags.add(Map.entry(name, value));
        }
    }
}
