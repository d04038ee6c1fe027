package dev.kubechat.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a command is given beside its objects, taken out of a sentence. */
final class Values {

    private static final Pattern PAIR =
            Pattern.compile("[A-Za-z0-9][-A-Za-z0-9_./]{0,250}=.{0,500}");
    private static final Pattern IMAGE =
            Pattern.compile(
                    "[a-z0-9][a-z0-9._-]{0,100}(:[0-9]{1,5}(?=/))?(/[a-z0-9._-]{1,100}){0,6}(:[A-Za-z0-9._-]{1,100})?(@sha256:[0-9a-f]{1,64})?");
    private static final Pattern TIMED =
            Pattern.compile("([0-9]{1,6})(s|sec|secs|m|min|mins|h|hr|hrs|d)");
    private static final Pattern FILE =
            Pattern.compile(
                    "(\\./)?[A-Za-z0-9_][A-Za-z0-9_./-]{0,200}\\.(ya?ml|json|txt|crt|key|pem|env|conf|properties|toml|ini|xml|sh|cfg)");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,@%+*-]+");

    private Values() {}

    /** {@code KEY=VALUE} words; one may hold several, with commas between. */
    static List<String> pairs(Sentence sentence) {
        var pairs = new ArrayList<String>();
        for (String word : sentence.takeAll(Values::isPairWord)) {
            String[] parts = word.split(",(?=[A-Za-z0-9_./-]{1,100}=)", -1);
            pairs.addAll(List.of(parts));
        }
        return pairs;
    }

    /**
     * Labels to select by, as one selector; nothing if none was named. "app=a or app=b" is one key with two values; of two keys
     * there is no "or", and the pairs stay in the sentence.
     */
    static String selector(Sentence sentence) {
        return isOr(sentence) ? either(sentence) : String.join(",", pairs(sentence));
    }

    private static boolean isOr(Sentence sentence) {
        int first = sentence.find(Values::isPairWord);
        int or = sentence.find(Sense.OR);
        return first >= 0
                && or > first
                && IntStream.range(or, sentence.size())
                        .anyMatch(i -> sentence.isFree(i) && isPairWord(sentence.at(i)));
    }

    private static String either(Sentence sentence) {
        List<String> pairs = pairs(sentence.copy());
        Set<String> keys =
                pairs.stream()
                        .map(pair -> pair.substring(0, pair.indexOf('=')))
                        .collect(Collectors.toSet());
        if (keys.size() != 1) {
            return "";
        }
        pairs(sentence);
        sentence.take(Sense.OR);
        return pairs.stream()
                .map(pair -> pair.substring(pair.indexOf('=') + 1))
                .collect(Collectors.joining(",", keys.iterator().next() + " in (", ")"));
    }

    /** With a blank and a flag before it. */
    static String selectorFlag(Sentence sentence) {
        String selector = selector(sentence);
        return selector.isEmpty() ? "" : " -l " + quoted(selector);
    }

    static boolean isPairWord(Word word) {
        return (word.isUnknown() || word.quoted()) && isPair(word.text());
    }

    private static boolean isPair(String text) {
        return PAIR.matcher(text).matches() && !text.contains("==");
    }

    /** One word of a kubectl line, in quotes where it needs them. */
    static String quoted(String word) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        return word.indexOf('\'') < 0
                ? "'" + word + "'"
                : "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    static boolean isImage(String text) {
        return IMAGE.matcher(text).matches();
    }

    /** "image nginx:1.27", "the python image", "nginx:1.27" alone; null if there is none. */
    static @Nullable String image(Sentence sentence) {
        int tagged = sentence.find(Values::isTagged);
        if (tagged >= 0) {
            // two images are two requests, and the second stays in the sentence
            sentence.take(Sense.IMAGE);
            return taken(sentence, tagged);
        }
        int at = sentence.find(Sense.IMAGE);
        while (at >= 0) {
            sentence.take(at);
            int after = sentence.after(at, Sense.NAMED, Sense.TO, Sense.AS, Sense.STOP, Sense.WITH);
            int before = sentence.before(at);
            if (isFreeImage(sentence, after)) {
                return taken(sentence, after);
            }
            if (isFreeImage(sentence, before)) {
                return taken(sentence, before);
            }
            at = sentence.find(Sense.IMAGE);
        }
        return null;
    }

    private static boolean isFreeImage(Sentence sentence, int i) {
        return sentence.isFree(i)
                && (sentence.at(i).isUnknown() || sentence.at(i).quoted())
                && isImage(sentence.at(i).text())
                && !sentence.at(i).isAmount();
    }

    /** Nothing but an image is written like this. */
    private static boolean isTagged(Word word) {
        return (word.isUnknown() || word.quoted())
                && isImage(word.text())
                && word.text().indexOf(':') > 0
                && !word.text().matches("[0-9]+:[0-9]+");
    }

    private static String taken(Sentence sentence, int i) {
        sentence.take(i);
        return sentence.at(i).text();
    }

    /** "container web", "the web container"; null if none is named. */
    static @Nullable String container(Sentence sentence) {
        int at = sentence.find(Sense.CONTAINER);
        if (at < 0) {
            return null;
        }
        int after = sentence.after(at, Sense.NAMED, Sense.STOP);
        int before = sentence.before(at);
        boolean named =
                sentence.isFree(after) && (sentence.at(after).isName() || isNamedApp(sentence, at));
        if (named && !isPunctuation(sentence, at + 1)) {
            sentence.take(at);
            return taken(sentence, after);
        }
        if (before == at - 1 && sentence.isFree(before) && sentence.at(before).isName()) {
            sentence.take(at);
            return taken(sentence, before);
        }
        return null;
    }

    /** Many a container is called "app", which else speaks of a deployment. */
    private static boolean isNamedApp(Sentence sentence, int container) {
        int next = container + 1;
        return sentence.isFree(next)
                && sentence.at(next).text().equals("app")
                && (!sentence.isFree(next + 1) || !sentence.at(next + 1).isName());
    }

    private static boolean isPunctuation(Sentence sentence, int i) {
        return sentence.isFree(i, Sense.STOP) && !sentence.at(i).text().equals(":");
    }

    /** "5 minutes", "2h", "the last hour", in seconds; -1 if no time is named. */
    static long seconds(Sentence sentence) {
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.isFree(i)) {
                Matcher timed = TIMED.matcher(sentence.at(i).text().toLowerCase(Locale.ROOT));
                if (timed.matches()) {
                    sentence.take(i);
                    return Long.parseLong(timed.group(1)) * unit(timed.group(2));
                }
                if (sentence.isFree(i, Sense.UNIT)) {
                    return sentence.at(i).number() * counted(sentence, i);
                }
            }
        }
        return -1;
    }

    private static long counted(Sentence sentence, int unit) {
        sentence.take(unit);
        int before = unit - 1;
        if (sentence.isFree(before, Sense.NUMBER)) {
            sentence.take(before);
            return sentence.at(before).number();
        }
        return 1;
    }

    private static int unit(String letter) {
        return switch (letter.charAt(0)) {
            case 's' -> 1;
            case 'm' -> 60;
            case 'h' -> 3600;
            default -> 86400;
        };
    }

    /** As kubectl takes it. */
    static String duration(long seconds) {
        return seconds % 3600 == 0
                ? seconds / 3600 + "h"
                : seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    /** The only number that was said; -1 if there is none, -2 if there are several. */
    static int number(Sentence sentence) {
        Predicate<Word> digits = word -> word.is(Sense.NUMBER) && !word.is(Sense.NOISE);
        int at = sentence.find(digits);
        if (at < 0) {
            at = sentence.find(Sense.NUMBER);
        }
        if (at < 0) {
            return -1;
        }
        sentence.take(at);
        return sentence.find(digits) >= 0 ? -2 : sentence.at(at).number();
    }

    /** The number behind a word of that sense, or right before it; -1 if there is none. */
    static int numberAt(Sentence sentence, Sense sense) {
        int at = sentence.find(sense);
        if (at < 0) {
            return -1;
        }
        int after =
                sentence.after(at, Sense.OF, Sense.TO, Sense.NAMED, Sense.AS, Sense.STOP, Sense.A);
        int number = sentence.isFree(after, Sense.NUMBER) ? after : at - 1;
        if (!sentence.isFree(number, Sense.NUMBER)) {
            return -1;
        }
        sentence.take(at);
        sentence.take(number);
        return sentence.at(number).number();
    }

    /** The word behind one of that sense, whatever it means; null if there is none. */
    static @Nullable String wordAfter(Sentence sentence, Sense sense) {
        int at = sentence.find(sense);
        if (at < 0) {
            return null;
        }
        int after =
                sentence.after(at, Sense.NAMED, Sense.OF, Sense.TO, Sense.AS, Sense.STOP, Sense.A);
        if (!sentence.isFree(after)
                || !(sentence.at(after).isUnknown() || sentence.at(after).quoted())) {
            return null;
        }
        sentence.take(at);
        return taken(sentence, after);
    }

    /** Names of files that could be attachments, and everything else that looks like a file. */
    static List<String> files(Sentence sentence) {
        return sentence.takeAll(word -> (word.isUnknown() || word.quoted()) && isFile(word.text()));
    }

    static boolean isFile(String text) {
        return FILE.matcher(text).matches();
    }
}
