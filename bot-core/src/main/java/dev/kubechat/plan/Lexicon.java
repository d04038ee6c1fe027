package dev.kubechat.plan;

import dev.kubechat.kubectl.ResourceType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words and phrases of one language, and English ones beside them: operators everywhere mix both. */
final class Lexicon {

    private static final List<String> LANGUAGES = List.of("de", "fr", "es", "pt", "hi", "ja", "zh");
    // one- and two-letter short names, and short names that are English words
    private static final Set<String> NO_KINDS =
            Set.of(
                    "no",
                    "cs",
                    "ip",
                    "pc",
                    "ev",
                    "ep",
                    "limits",
                    "events",
                    "event",
                    "bindings",
                    "binding",
                    "leases");
    private static final int LONGEST_PHRASE = 8;

    private final Map<String, Entry> entries;
    private final Map<String, Integer> longest;
    private final Slip slip;

    private Lexicon(Map<String, Entry> entries) {
        this.entries = Map.copyOf(entries);
        this.longest = longest(entries);
        this.slip = new Slip(entries);
    }

    /** What a phrase can mean. */
    record Entry(Set<Sense> senses, @Nullable String kind, boolean plural, int number) {

        private static final Entry NONE = new Entry(Set.of(), null, false, -1);

        Entry and(Entry other) {
            Set<Sense> both = EnumSet.noneOf(Sense.class);
            both.addAll(senses);
            both.addAll(other.senses);
            return new Entry(
                    both,
                    kind == null ? other.kind : kind,
                    plural || other.plural,
                    Math.max(number, other.number));
        }
    }

    /** One for English alone, then one for each other language. */
    static List<Lexicon> builtIn() {
        var english = new HashMap<String, Entry>();
        read("en", english);
        var all = new ArrayList<>(List.of(new Lexicon(english)));
        for (String language : LANGUAGES) {
            var both = new HashMap<>(english);
            read(language, both);
            all.add(new Lexicon(both));
        }
        return List.copyOf(all);
    }

    private static void read(String language, Map<String, Entry> into) {
        var stream = Objects.requireNonNull(Lexicon.class.getResourceAsStream(language + ".txt"));
        try (var reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> readLine(line, into));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void readLine(String line, Map<String, Entry> into) {
        int colon = line.indexOf(':');
        Entry entry = entry(line.substring(0, colon));
        for (String phrase : line.substring(colon + 1).split(",", -1)) {
            into.merge(phrase.strip(), entry, Entry::and);
        }
    }

    private static Entry entry(String key) {
        int dot = key.indexOf('.');
        String head = dot < 0 ? key : key.substring(0, dot);
        String tail = key.substring(dot + 1);
        return switch (head) {
            case "number" -> new Entry(Set.of(Sense.NUMBER), null, false, Integer.parseInt(tail));
            case "ordinal" -> new Entry(Set.of(Sense.ORDINAL), null, false, Integer.parseInt(tail));
            case "unit" -> new Entry(Set.of(Sense.UNIT), null, false, Integer.parseInt(tail));
            case "kind" -> new Entry(Set.of(Sense.KIND), tail, false, -1);
            case "kinds" -> new Entry(Set.of(Sense.KIND), tail, true, -1);
            default ->
                    new Entry(
                            Set.of(Sense.valueOf(head.toUpperCase(Locale.ROOT))), null, false, -1);
        };
    }

    private static Map<String, Integer> longest(Map<String, Entry> entries) {
        var longest = new HashMap<String, Integer>();
        for (String phrase : entries.keySet()) {
            String[] words = phrase.split(" ", -1);
            longest.merge(words[0], words.length, Math::max);
        }
        return Map.copyOf(longest);
    }

    /** How many of the words from that place on are one phrase of this lexicon; 0 if none. */
    int phraseAt(List<String> words, int at) {
        int most = Math.min(longest.getOrDefault(words.get(at), 0), words.size() - at);
        for (int length = Math.min(most, LONGEST_PHRASE); length > 0; length--) {
            if (entries.containsKey(String.join(" ", words.subList(at, at + length)))) {
                return length;
            }
        }
        return 0;
    }

    /** What one word or phrase in small letters can mean; nothing if it is in no lexicon and no resource type. */
    Entry of(String phrase) {
        Entry entry = entries.get(phrase);
        return entry != null ? entry : kind(phrase);
    }

    /** The word that was most likely meant by one that is known to nobody. */
    @Nullable String meantBy(String word) {
        return slip.meantBy(word);
    }

    private static Entry kind(String word) {
        if (NO_KINDS.contains(word)) {
            return Entry.NONE;
        }
        return ResourceType.builtIn(word)
                .map(type ->
                        new Entry(
                                Set.of(Sense.KIND), type.plural(), word.equals(type.plural()), -1))
                .orElse(Entry.NONE);
    }
}
