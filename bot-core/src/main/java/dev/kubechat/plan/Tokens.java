package dev.kubechat.plan;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cuts text into words: at blanks, before punctuation, where quotes begin and end, and where one script turns into another. */
final class Tokens {

    private static final Map<Character, Character> QUOTES =
            Map.of(
                    '"', '"', '`', '`', '\'', '\'', '“', '”', '„', '“', '‘', '’', '«', '»', '「',
                    '」');
    private static final String STOPS = ",;:?!¿¡()。、，；？！：";
    private static final String ALWAYS_STOPS = "¿¡。、，；？！：();,";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokens(String text) {
        this.text = text;
    }

    record Token(String text, boolean quoted) {}

    static List<Token> of(String text) {
        var tokens = new Tokens(text);
        while (tokens.at < text.length()) {
            tokens.next();
        }
        return tokens.tokens;
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '\n') {
            add(".", false);
            at++;
        } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            at++;
        } else if (!quoted(c)) {
            if (isIn(STOPS, c)) {
                add(String.valueOf(c), false);
                at++;
            } else {
                word();
            }
        }
    }

    private boolean quoted(char open) {
        Character close = QUOTES.get(open);
        int end = close == null ? -1 : text.indexOf(close, at + 1);
        // an apostrophe closes nothing in the middle of a word
        while (open == '\''
                && end > 0
                && end + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(end + 1))) {
            end = text.indexOf('\'', end + 1);
        }
        if (end <= at + 1) {
            if (close != null) {
                at++;
            }
            return close != null;
        }
        add(text.substring(at + 1, end), true);
        at = end + 1;
        return true;
    }

    private void word() {
        int start = at;
        boolean pair = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            pair |= c == '=';
            if (c == '=' && at + 1 < text.length() && isQuote(text.charAt(at + 1))) {
                pairWithQuotes(start);
                return;
            }
            if (Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || isStop(c, pair)
                    || isTurn(start)) {
                break;
            }
            at++;
        }
        addWord(text.substring(start, at));
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    /** {@code key='two words'} is one word. */
    private void pairWithQuotes(int start) {
        String key = text.substring(start, at + 1);
        char quote = text.charAt(at + 1);
        int end = text.indexOf(quote, at + 2);
        if (end < 0) {
            end = text.length();
        }
        add(key + text.substring(at + 2, end), false);
        at = Math.min(text.length(), end + 1);
    }

    private boolean isStop(char c, boolean pair) {
        if (c == ',' && pair) {
            return at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
        }
        if (isIn(ALWAYS_STOPS, c)) {
            return true;
        }
        boolean last = at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
        return c == '"' || c == '`' || c == '”' || (last && (isIn(STOPS, c) || c == '\''));
    }

    /** "foo を" may be written "fooを". */
    private boolean isTurn(int start) {
        if (at == start) {
            return false;
        }
        UnicodeScript before = script(text.codePointBefore(at));
        UnicodeScript now = UnicodeScript.of(text.codePointAt(at));
        boolean mark = text.charAt(at) >= 0x3000 && now == UnicodeScript.COMMON;
        return !mark && isLatin(before) != isLatin(now) && (isJoined(before) || isJoined(now));
    }

    /** The long vowel mark belongs to no script of its own. */
    private static UnicodeScript script(int c) {
        return c == 0x30FC ? UnicodeScript.KATAKANA : UnicodeScript.of(c);
    }

    private static boolean isLatin(UnicodeScript script) {
        return script == UnicodeScript.LATIN || script == UnicodeScript.COMMON;
    }

    /** Scripts that put no blanks between words. */
    static boolean isJoined(UnicodeScript script) {
        return script == UnicodeScript.HAN
                || script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA;
    }

    private void addWord(String word) {
        int end = word.length();
        while (end > 1 && word.charAt(end - 1) == '.') {
            end--;
        }
        String bare = word.substring(0, end);
        boolean possessive = bare.length() > 2 && (bare.endsWith("'s") || bare.endsWith("’s"));
        if (possessive) {
            add(bare.substring(0, bare.length() - 2), false);
            add("'s", false);
        } else {
            add(bare.replace('’', '\''), false);
        }
        if (end < word.length() && end > 0 && !bare.endsWith("e.g") && !bare.endsWith("incl")) {
            add(".", false);
        }
    }

    private void add(String token, boolean quoted) {
        tokens.add(new Token(token, quoted));
    }

    private static boolean isIn(String set, char c) {
        return set.indexOf(c) >= 0;
    }
}
