package dev.kubechat.app.verb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The options of a small verb.
 *
 * @param given each option that was there with its value; empty for a switch, the last one where it was there twice
 * @param rest the words that are no options
 */
public record Options(Map<String, String> given, List<String> rest) {

    public Options {
        given = Map.copyOf(given);
        rest = List.copyOf(rest);
    }

    /**
     * What a verb takes.
     *
     * @param switches names without dashes, which stand alone
     * @param values names without dashes, followed by a value
     */
    public record Known(String verb, Set<String> switches, Set<String> values) {

        /** @throws WrongUse if an option is unknown, lacks its value, or has one that it does not take */
        public Options read(List<String> words) {
            var given = new HashMap<String, String>();
            var rest = new ArrayList<String>();
            for (Iterator<String> next = words.iterator(); next.hasNext(); ) {
                String word = next.next();
                if (word.startsWith("-") && word.length() > 1) {
                    option(word, next, given);
                } else {
                    rest.add(word);
                }
            }
            return new Options(given, rest);
        }

        private void option(String word, Iterator<String> next, Map<String, String> given) {
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            String bare = name.startsWith("--") ? name.substring(2) : "";
            if (switches.contains(bare)) {
                if (equals >= 0) {
                    throw new WrongUse("%s takes no value.".formatted(name));
                }
                given.put(bare, "");
            } else if (values.contains(bare)) {
                if (equals < 0 && !next.hasNext()) {
                    throw new WrongUse("%s needs a value: %s=…".formatted(name, name));
                }
                given.put(bare, equals < 0 ? next.next() : word.substring(equals + 1));
            } else {
                throw new WrongUse("%s is no option of %s.%s".formatted(name, verb, known()));
            }
        }

        private String known() {
            var all = new TreeSet<>(switches);
            all.addAll(values);
            return all.isEmpty()
                    ? ""
                    : all.stream()
                            .map(name -> "--" + name)
                            .collect(Collectors.joining(", ", " It knows ", "."));
        }
    }

    public boolean has(String name) {
        return given.containsKey(name);
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(given.get(name));
    }

    /** @throws WrongUse if there are words beside the options */
    public Options alone(String sentence) {
        if (!rest.isEmpty()) {
            throw new WrongUse(sentence);
        }
        return this;
    }
}
