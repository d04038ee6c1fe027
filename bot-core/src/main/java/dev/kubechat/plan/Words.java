package dev.kubechat.plan;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks tokens up in a lexicon, the longest phrases first. */
final class Words {

    private static final Set<Sense> STOP = EnumSet.of(Sense.STOP);
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,7}");
    private static final Pattern COUNTED = Pattern.compile("([0-9]{1,6})(st|nd|rd|th)");
    private static final Pattern TIMED =
            Pattern.compile("([0-9]{1,6})(s|sec|m|min|mins|minutes|h|hr|hrs|hours|d|days)");

    // DEBUG is a variable, "debug" asks for a reason
    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]{2,100}");

    private static final Set<Sense> JOINING =
            EnumSet.of(
                    Sense.A,
                    Sense.AND,
                    Sense.IN,
                    Sense.OF,
                    Sense.TO,
                    Sense.WITH,
                    Sense.BY,
                    Sense.AS,
                    Sense.NAMED,
                    Sense.SHOW,
                    Sense.BEHIND_PLACE);
    private static final Set<String> BUILT_IN_ROLES = Set.of("edit", "view", "admin");

    private final Lexicon lexicon;
    private final List<Tokens.Token> tokens;
    private final List<String> low;
    private final List<Word> words = new ArrayList<>();

    private Words(Lexicon lexicon, List<Tokens.Token> tokens) {
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.low =
                tokens.stream()
                        .map(token -> token.quoted() ? "\0" : token.text().toLowerCase(Locale.ROOT))
                        .toList();
    }

    static List<Word> of(List<Tokens.Token> tokens, Lexicon lexicon) {
        var words = new Words(lexicon, tokens);
        int at = 0;
        while (at < tokens.size()) {
            at += words.read(at);
        }
        return words.named();
    }

    /** Behind "named" stands a name, whatever else it could mean. */
    private List<Word> named() {
        for (int i = 0; i + 1 < words.size(); i++) {
            Word next = words.get(i + 1);
            boolean name =
                    words.get(i).is(Sense.NAMED)
                            && !words.get(i).is(Sense.NOISE)
                            && next.fitsName()
                            && !next.isUnknown()
                            && (!next.isAny(Sense.LEFT_OVER) || isLastNoise(i + 1));
            name |= isRole(words.get(i), next);
            if (name) {
                words.set(i + 1, new Word(next.text(), true, Set.of(), null, false, -1));
            }
        }
        return words;
    }

    /** A word that carries nothing is the name if none follows: "a job named hello with image busybox". */
    private boolean isLastNoise(int i) {
        Word word = words.get(i);
        boolean end =
                i + 1 == words.size()
                        || !(words.get(i + 1).isUnknown()
                                || words.get(i + 1).is(Sense.NOISE)
                                || words.get(i + 1).quoted());
        return end && word.is(Sense.NOISE) && word.text().length() > 3 && !word.isAny(JOINING);
    }

    /** "cluster role edit" opens no editor. */
    private static boolean isRole(Word kind, Word name) {
        return kind.kind() != null
                && kind.kind().endsWith("roles")
                && BUILT_IN_ROLES.contains(name.text());
    }

    /** How many tokens it took. */
    private int read(int at) {
        Tokens.Token token = tokens.get(at);
        if (token.quoted()) {
            words.add(new Word(token.text(), true, Set.of(), null, false, -1));
            return 1;
        }
        int length = lexicon.phraseAt(low, at);
        if (length > 0) {
            String phrase = String.join(" ", low.subList(at, at + length));
            add(written(at, length), phrase);
            return length;
        }
        String word = low.get(at);
        if (isJoined(word)) {
            joined(word);
        } else {
            one(token.text(), word);
        }
        return 1;
    }

    private String written(int at, int length) {
        return String.join(
                " ", tokens.subList(at, at + length).stream().map(Tokens.Token::text).toList());
    }

    private void one(String text, String word) {
        if (word.length() == 1 && ",;:?!¿¡().。、，；？！：".contains(word)) {
            words.add(new Word(text, false, STOP, null, false, -1));
        } else if (DIGITS.matcher(word).matches()) {
            words.add(number(text, Sense.NUMBER, word));
        } else if (COUNTED.matcher(word).matches()) {
            words.add(number(text, Sense.ORDINAL, word.substring(0, word.length() - 2)));
        } else {
            add(text, word);
        }
    }

    private static Word number(String text, Sense sense, String digits) {
        return new Word(text, false, EnumSet.of(sense), null, false, Integer.parseInt(digits));
    }

    private void add(String text, String phrase) {
        Lexicon.Entry entry = lexicon.of(phrase);
        if (entry.senses().contains(Sense.WHY) && VARIABLE.matcher(text).matches()) {
            words.add(new Word(text, false, Set.of(), null, false, -1));
            return;
        }
        if (entry.senses().isEmpty()) {
            Matcher timed = TIMED.matcher(phrase);
            String meant = timed.matches() ? null : lexicon.meantBy(text);
            if (meant != null) {
                entry = lexicon.of(meant);
            }
        }
        words.add(
                new Word(
                        text, false, entry.senses(), entry.kind(), entry.plural(), entry.number()));
    }

    private static boolean isJoined(String word) {
        return word.codePoints().anyMatch(c -> Tokens.isJoined(UnicodeScript.of(c)));
    }

    /** Japanese and Chinese run on without blanks: the longest known piece first, what is in between is unknown. */
    private void joined(String run) {
        int at = 0;
        int unknown = 0;
        while (at < run.length()) {
            int end = pieceEnd(run, at);
            if (end > at) {
                unknown(run, unknown, at);
                add(run.substring(at, end), run.substring(at, end));
                at = end;
                unknown = at;
            } else {
                at++;
            }
        }
        unknown(run, unknown, at);
    }

    private int pieceEnd(String run, int at) {
        for (int end = Math.min(run.length(), at + 14); end > at; end--) {
            if (!lexicon.of(run.substring(at, end)).senses().isEmpty()) {
                return end;
            }
        }
        return at;
    }

    private void unknown(String run, int from, int to) {
        if (from < to) {
            words.add(new Word(run.substring(from, to), false, Set.of(), null, false, -1));
        }
    }
}
