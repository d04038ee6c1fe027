package dev.kubechat.session;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What people say about a result that is there already: it is looked at again, and its command is not run again. */
public sealed interface FollowUp {

    /** These rows of it. */
    record Only(RowFilter filter) implements FollowUp {}

    /** The rows that come after those shown. */
    record Next() implements FollowUp {}

    /** All of it, as a file. */
    record AsFile() implements FollowUp {}

    int LONGEST = 200;

    Pattern NEXT =
            Pattern.compile(
                    "(?:and )?(?:(?:show |give )?(?:me )?(?:the )?(?:next|more)(?: page| rows|"
                            + " lines| ones)?|go on|continue)");
    Pattern AS_FILE =
            Pattern.compile(
                    "(?:(?:show|send|give|attach|upload)(?: me)? )?(?:it |that |this |the"
                            + " (?:result|output|list) |all of it )?as (?:a )?(?:text"
                            + " )?file|download(?: it| that)?");
    Pattern ONLY =
            Pattern.compile(
                    "(?:and )?(?:(?:show |list |give )?(?:me )?only|just) (?:the |those |ones |that"
                            + " are |which are )*(?<words>.+?)(?: ones| rows| lines| pods| nodes|"
                            + " deployments)?");
    Pattern FILTER = Pattern.compile("(?:--filter[= ]|filter (?:by |for |on )?)(?<words>.+)");
    Pattern WITHOUT =
            Pattern.compile(
                    "(?:hide|without|leave out) (?:the |those )?(?<words>.+?)(?: ones| rows|"
                            + " lines)?");

    /** Empty if the words are about something else. At most three words of a filter are taken for one. */
    static Optional<FollowUp> of(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var words =
                text.strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[.!?]+$", "")
                        .replaceAll("\\s+", " ");
        if (NEXT.matcher(words).matches()) {
            return Optional.of(new Next());
        }
        if (AS_FILE.matcher(words).matches()) {
            return Optional.of(new AsFile());
        }
        var filter = FILTER.matcher(words);
        if (filter.matches()) {
            return only("", filter.group("words"));
        }
        var wanted = ONLY.matcher(words);
        if (wanted.matches()) {
            return only("", wanted.group("words"));
        }
        var unwanted = WITHOUT.matcher(words);
        return unwanted.matches() ? only("not ", unwanted.group("words")) : Optional.empty();
    }

    private static Optional<FollowUp> only(String not, String words) {
        var plain = words.strip().replaceAll("^[\"'`“”]|[\"'`“”]$", "");
        var tooMany = plain.split(" ", -1).length > 3;
        return plain.isEmpty() || tooMany
                ? Optional.empty()
                : Optional.of(new Only(new RowFilter(not + plain)));
    }
}
