package dev.kubechat.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's words, each with what it can mean. Whoever understands a word takes it; what nobody took decides whether the
 * sentence was understood. Not for several threads: each reader works on its own {@link #copy}.
 */
final class Sentence {

    private static final int LONGEST = 600;
    private static final int MOST_WORDS = 90;

    // "tier = gold" is one word of kubectl
    private static final Pattern SPACED_PAIR =
            Pattern.compile("(?<=[A-Za-z0-9_]) {1,3}= {1,3}(?=[A-Za-z0-9_'\"])");

    // examples in brackets are no request
    private static final Pattern EXAMPLE =
            Pattern.compile("\\((?:e\\.g\\.|i\\.e\\.|for example|for instance)[^()]{0,300}\\)");

    private static final Set<String> POLITE =
            Set.of("hey", "hi", "hello", "so", "ok", "okay", "please", "and");
    private static final Set<String> ASKING =
            Set.of("is", "are", "was", "were", "does", "did", "has", "am", "isn't", "aren't");

    // a line of a list of steps
    private static final Pattern STEP =
            Pattern.compile(
                    "^ {0,8}(?:(?:runbook )?step )?[0-9]{1,2}(?:[.)] |: )|^ {0,8}[-*•] ",
                    Pattern.CASE_INSENSITIVE);

    private static final Set<Sense> TELLING =
            EnumSet.of(
                    Sense.SHOW, Sense.DESCRIBE, Sense.LOGS, Sense.WHY, Sense.STATUS, Sense.EVENTS);

    private final List<Word> words;
    private final BitSet taken;

    private Sentence(List<Word> words, BitSet taken) {
        this.words = words;
        this.taken = taken;
    }

    /** Empty if there are too many words for a small grammar. */
    static Optional<Sentence> of(String text, List<Lexicon> lexicons) {
        if (text.length() > LONGEST || text.isBlank()) {
            return Optional.empty();
        }
        String plain = STEP.matcher(EXAMPLE.matcher(text).replaceAll(" ")).replaceFirst("");
        List<Tokens.Token> tokens = Tokens.of(SPACED_PAIR.matcher(plain).replaceAll("="));
        // flags are kubectl's, and no plain words
        boolean flags =
                tokens.stream().anyMatch(token -> !token.quoted() && token.text().startsWith("--"));
        if (tokens.isEmpty() || tokens.size() > MOST_WORDS || flags) {
            return Optional.empty();
        }
        List<Word> english = Words.of(tokens, lexicons.getFirst());
        List<Word> best =
                lexicons.stream()
                        .skip(1)
                        .map(lexicon -> Words.of(tokens, lexicon))
                        .min(Comparator.comparingInt(Sentence::strangeness))
                        .filter(other -> isTold(english, other))
                        .orElse(english);
        return Optional.of(new Sentence(corrected(best), new BitSet()));
    }

    /** How little of the words is understood. */
    private static int unknown(List<Word> words) {
        return words.stream().mapToInt(word -> word.isUnknown() ? 1 : 0).sum();
    }

    /** Of two languages that know as many words, the one in which they do not turn against each other. */
    private static int strangeness(List<Word> words) {
        boolean turns = words.stream().anyMatch(word -> word.is(Sense.OR));
        return unknown(words) * 2 + (turns ? 1 : 0);
    }

    /** A language is told by its knowing more of the words, and among them one that tells what is wanted. */
    private static boolean isTold(List<Word> english, List<Word> other) {
        int fewer = unknown(english) - unknown(other);
        Set<String> news =
                english.stream()
                        .filter(Word::isUnknown)
                        .map(Word::text)
                        .collect(Collectors.toSet());
        boolean foreign = news.stream().anyMatch(text -> text.chars().anyMatch(c -> c > 0x7f));
        boolean verb =
                other.stream()
                        .filter(word -> !word.isUnknown() && news.contains(word.text()))
                        .anyMatch(word -> word.isAny(Sense.CHANGES) || word.isAny(TELLING));
        return fewer > 1 || (fewer > 0 && (foreign || verb));
    }

    /** "3 more... no wait, make it 6": what stands before was taken back. */
    private static List<Word> corrected(List<Word> words) {
        int last =
                IntStream.range(0, words.size())
                        .filter(i -> words.get(i).is(Sense.CORRECTION))
                        .max()
                        .orElse(-1);
        return last < 0 ? words : List.copyOf(words.subList(last + 1, words.size()));
    }

    /** The sentences it is made of; none if it is a single one. */
    List<Sentence> clauses() {
        var clauses = new ArrayList<Sentence>();
        int from = 0;
        for (int i = 0; i <= size(); i++) {
            boolean end = i == size() || (at(i).is(Sense.STOP) && "?.!;".contains(at(i).text()));
            if (end && from < i) {
                clauses.add(new Sentence(words.subList(from, i), new BitSet()));
            }
            from = end ? i + 1 : from;
        }
        return clauses.size() > 1 ? clauses : List.of();
    }

    Sentence copy() {
        return new Sentence(words, (BitSet) taken.clone());
    }

    int size() {
        return words.size();
    }

    Word at(int i) {
        return words.get(i);
    }

    /** Whether there is such a place and its word was not taken. */
    boolean isFree(int i) {
        return i >= 0 && i < words.size() && !taken.get(i);
    }

    void take(int i) {
        taken.set(i);
    }

    boolean isFree(int i, Sense sense) {
        return isFree(i) && words.get(i).is(sense);
    }

    /** The first free word of that sense; -1 if there is none. */
    int find(Sense sense) {
        return find(word -> word.is(sense));
    }

    int find(Predicate<Word> wanted) {
        return IntStream.range(0, size())
                .filter(i -> isFree(i) && wanted.test(at(i)))
                .findFirst()
                .orElse(-1);
    }

    /** Whether a free word has one of the senses. */
    boolean has(Sense first, Sense... more) {
        Set<Sense> any = EnumSet.of(first, more);
        return find(word -> word.isAny(any)) >= 0;
    }

    boolean hasAny(Set<Sense> any) {
        return find(word -> word.isAny(any)) >= 0;
    }

    /** Takes all free words that have one of the senses; whether there was one. */
    boolean take(Sense first, Sense... more) {
        Set<Sense> any = EnumSet.of(first, more);
        boolean found = false;
        for (int i = 0; i < size(); i++) {
            if (isFree(i) && at(i).isAny(any)) {
                take(i);
                found = true;
            }
        }
        return found;
    }

    /** The next free word that is no filler; the sentence's size if there is none. */
    int after(int i, Sense... skipped) {
        Set<Sense> skip = EnumSet.of(Sense.NOISE, skipped);
        int next = i + 1;
        while (isFree(next) && at(next).isAny(skip) && !at(next).quoted()) {
            next++;
        }
        return next;
    }

    int before(int i, Sense... skipped) {
        Set<Sense> skip = EnumSet.of(Sense.NOISE, skipped);
        int next = i - 1;
        while (isFree(next) && at(next).isAny(skip) && !at(next).quoted()) {
            next--;
        }
        return next;
    }

    /** The free words of the sentence that match, taken. */
    List<String> takeAll(Predicate<Word> wanted) {
        var all = new ArrayList<String>();
        for (int i = 0; i < size(); i++) {
            if (isFree(i) && wanted.test(at(i))) {
                take(i);
                all.add(at(i).text());
            }
        }
        return all;
    }

    @Nullable String takeFirst(Predicate<Word> wanted) {
        int i = find(wanted);
        if (i < 0) {
            return null;
        }
        take(i);
        return at(i).text();
    }

    /** Whether a preposition of place is left that leads to nothing that was understood. */
    private boolean isElsewhere(int i) {
        if (at(i).is(Sense.NOISE)) {
            return false;
        }
        if (at(i).is(Sense.IN)) {
            int next = after(i, Sense.A, Sense.OF);
            return next >= size() || isFree(next);
        }
        return at(i).is(Sense.BEHIND_PLACE)
                && isFree(i - 1)
                && !at(i).isAny(EnumSet.of(Sense.OF, Sense.BY, Sense.WITH));
    }

    /** "is worker-1 schedulable": nobody asks like this for a change. */
    boolean isAsked() {
        return words.stream()
                .filter(word -> !word.is(Sense.STOP) && !POLITE.contains(low(word)))
                .findFirst()
                .filter(word -> ASKING.contains(low(word).split(" ", 2)[0]))
                .isPresent();
    }

    private static String low(Word word) {
        return word.text().toLowerCase(Locale.ROOT);
    }

    /** Whether what was not taken carries nothing that could make it another request for a change. */
    boolean isSpent() {
        boolean elsewhere = IntStream.range(0, size()).anyMatch(i -> isFree(i) && isElsewhere(i));
        return !elsewhere && find(word -> !word.isAny(Sense.LEFT_OVER)) < 0;
    }

    /** Whether what was not taken leaves a request to look as it is: at most a name or two words nobody knows. */
    boolean isSpentForReading() {
        long unknown =
                IntStream.range(0, size())
                        .filter(i -> isFree(i) && (at(i).isUnknown() || at(i).quoted()))
                        .count();
        Predicate<Word> turns =
                word ->
                        !word.is(Sense.NOISE)
                                && (word.isAny(Sense.TURNS) || word.isAny(Sense.CHANGES));
        return unknown <= 1 && find(turns) < 0 && !isForeign() && !beginsWithAct();
    }

    /** A word of another script may turn everything. */
    private boolean isForeign() {
        return find(word ->
                word.isUnknown()
                        && word.text()
                                .codePoints()
                                .anyMatch(c -> c > 0x24F && Character.isLetter(c)))
                >= 0;
    }

    /** "move cart to another node" is no request to look. */
    private boolean beginsWithAct() {
        int first = after(-1, Sense.A, Sense.STOP);
        boolean looks = !isFree(first) || at(first).is(Sense.SHOW) || at(first).quoted();
        return !looks
                && at(first)
                        .isAny(
                                EnumSet.of(
                                        Sense.HEAVY, Sense.SET, Sense.ADD, Sense.NOW, Sense.FORCE))
                && !at(first).is(Sense.MAYBE_NAME);
    }

    /** All words in small letters, without punctuation. */
    String said() {
        return words.stream()
                .filter(word -> !word.is(Sense.STOP))
                .map(word -> word.text().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    /** In small letters, without what carries nothing, and with another namespace. */
    String saidIn(String namespace, String other) {
        int at = find(word -> word.text().equalsIgnoreCase(namespace));
        return IntStream.range(0, size())
                .filter(i ->
                        i == at
                                || !(at(i).is(Sense.NOISE)
                                        || at(i).is(Sense.STOP)
                                        || at(i).is(Sense.A)))
                .mapToObj(i -> i == at ? other : at(i).text().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
