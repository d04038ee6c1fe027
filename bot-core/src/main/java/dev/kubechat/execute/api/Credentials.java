package dev.kubechat.execute.api;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What looks like a credential, by its name or by its shape; and what only sounds like one. */
public final class Credentials {

    private static final String WORDS =
            "(?<!by|com|tres|sur|proxy_)pass(?:word|wd|phrase)?s?|pwd|tokens?|secrets?|credentials?"
                + "|api[-_.]?key|access[-_.]?key|private[-_.]?key|secret[-_.]?key|encryption[-_.]?key|signing[-_.]?key|auth[-_.]?key";

    // a name ends in such a word, or nearly: "secretName" and "tokenExpirationSeconds" name no
    // credential
    private static final Pattern NAME =
            Pattern.compile("(?i).*(?:" + WORDS + ")(?:[-_.]?(?:value|base64|b64|\\d+))?");
    private static final Pattern VARIABLE =
            Pattern.compile(
                    "(?i).*(?:"
                            + WORDS
                            + ").*|(?i)(?:.*[-_.])?keys?(?:[-_.]?(?:base64|b64|\\d+))?");

    // what a name ends in that tells about a credential and not the credential
    private static final Pattern ABOUT =
            Pattern.compile(
                    "(?i).*(?:file|path|dir|directory|name|ref|url|uri|host|port|endpoint|address|ttl|timeout|lifetime|duration|expiry"
                        + "|expiration|seconds|minutes|hours|days|enabled|disabled|required|type|kind|size|length|count|policy|namespace"
                        + "|mode|prefix|suffix|format|algorithm|alg|audience|issuer|interval|rotation|max|min|limit|auth|hash|checksum"
                        + "|provider|version|store|engine|selector|labels?|headers?)");
    private static final Pattern SUM = Pattern.compile("(?i).*(?:checksum|sha\\d|digest).*");

    private static final Pattern PATH =
            Pattern.compile(
                    "(?:file:/)?/(?:etc|var|run|mnt|opt|usr|home|tmp|root|srv|secrets?|certs?|config|data)(?:/[\\w.@%+-]{1,255})+/?");
    private static final Pattern NOTHING =
            Pattern.compile(
                    "(?i)true|false|yes|no|on|off|null|nil|none|<none>|\\(hidden\\)|\\$\\([A-Za-z_][\\w.-]{0,100}\\)|\\$\\{[A-Za-z_][\\w.-]{0,100}\\}");

    // a name begins where no other does and has a bounded length, so that long lines are read in
    // linear time
    private static final Pattern ASSIGNED =
            Pattern.compile(
                    "(?i)(?<![\\w.-])(?<name>[\\w.-]{0,60}?(?:"
                            + WORDS
                            + ")(?<tail>[\\w.-]{0,20})[\"']?[ \\t]?[=:][ \\t]?|--?[\\w.-]{0,60}?(?:"
                            + WORDS
                            + ")(?<flagTail>[\\w.-]{0,20})\\s)(?<quote>[\"']?)(?<value>[^\\s\"',;&}{\\[\\]]{1,4096})");

    // as programs print their environment: a whole line, so that names which mean nothing within
    // sentences may be believed
    private static final Pattern ENVIRONMENT =
            Pattern.compile(
                    "(?m)^(?<name>(?:export |declare -x"
                            + " )?[A-Z][A-Z0-9_]{0,120})=(?<value>[^\\r\\n]{1,4096})$");
    private static final Pattern FLAG =
            Pattern.compile("(?i)--?[\\w.-]{0,60}?(?:" + WORDS + ")(?<tail>[\\w.-]{0,20})");

    private static final List<Map.Entry<Pattern, String>> SHAPES =
            List.of(
                    shape(
                            "-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\\s\\S]*?(?:-----END"
                                    + " [A-Z ]{0,30}PRIVATE KEY-----|\\z)",
                            Masking.HIDDEN),
                    shape(
                            "(?i)\\b(bearer|basic)\\s+(?=[A-Za-z._~+/-]{0,200}[0-9=])[A-Za-z0-9._~+/=-]{8,}",
                            "$1 " + Masking.HIDDEN),
                    shape(
                            "\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*",
                            Masking.HIDDEN),
                    shape("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b", Masking.HIDDEN),
                    shape(
                            "\\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\\w{20,}|glpat-[\\w-]{16,}|xox[abposr]-[\\w-]{10,}|sk-[\\w-]{20,})",
                            Masking.HIDDEN),
                    shape(
                            "(\\w{2,20}://[^\\s/:@]{0,200}):[^\\s/@]{1,200}@",
                            "$1:" + Masking.HIDDEN + "@"));

    private Credentials() {}

    private static Map.Entry<Pattern, String> shape(String pattern, String instead) {
        return Map.entry(Pattern.compile(pattern), instead);
    }

    /** Whether a field of this name, with this value, is one. */
    static boolean isField(String name, String value) {
        return NAME.matcher(name).matches() && !SUM.matcher(name).matches() && !isHarmless(value);
    }

    /** Whether a variable of this name, with this value, is one. */
    static boolean isVariable(String name, String value) {
        return VARIABLE.matcher(name).matches()
                && !ABOUT.matcher(name).matches()
                && !SUM.matcher(name).matches()
                && !isHarmless(value);
    }

    /** Whether a word of a command line announces that the next one is a credential. */
    static boolean isFlag(String word) {
        var found = FLAG.matcher(word);
        return found.matches() && !ABOUT.matcher(found.group("tail")).matches();
    }

    /** Whether it is a truth value, a reference, or a file's place, rather than a secret itself. */
    static boolean isHarmless(String value) {
        return value.isEmpty()
                || NOTHING.matcher(value).matches()
                || (value.length() <= 4096 && PATH.matcher(value).matches());
    }

    /** Names with values, and shapes. */
    static String hiddenInText(String text) {
        var shaped = hiddenByShape(text);
        var lines = ENVIRONMENT.matcher(shaped).replaceAll(Credentials::variable);
        return ASSIGNED.matcher(lines).replaceAll(Credentials::assigned);
    }

    private static String variable(MatchResult found) {
        var name = found.group("name");
        return Matcher.quoteReplacement(
                isVariable(name, found.group("value"))
                        ? name + "=" + Masking.HIDDEN
                        : found.group());
    }

    private static String assigned(MatchResult found) {
        var tail = found.group("tail") == null ? found.group("flagTail") : found.group("tail");
        var value = found.group("value");
        var keeps =
                value.startsWith(Masking.HIDDEN.substring(0, 4))
                        || isHarmless(value)
                        || (tail != null && ABOUT.matcher(tail).matches());
        return Matcher.quoteReplacement(
                keeps
                        ? found.group()
                        : found.group("name") + found.group("quote") + Masking.HIDDEN);
    }

    static String hiddenByShape(String text) {
        var masked = text;
        for (var shape : SHAPES) {
            masked = shape.getKey().matcher(masked).replaceAll(shape.getValue());
        }
        return masked;
    }
}
