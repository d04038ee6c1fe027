package dev.kubechat.plan;

import java.util.Optional;
import java.util.regex.Pattern;

/** "what happened in shop?", "events of checkout", "warnings in shop". */
final class EventsIntent implements Intent {

    private static final String SHOW =
            "(?:(?:show|list|get|give|see|display|check|view|are there|any) )*";
    private static final Pattern ALL =
            Pattern.compile(
                    SHOW
                            + "(?:(?:all |recent |latest |last )?(?<warnings>warnings?(?:"
                            + " events?)?)|(?:all |recent |latest |last )?events?|what (?:has |just"
                            + " )?happened(?: here)?|what is (?:happening|going on)(?: here)?|what"
                            + " (?<wrong>went|is|goes) wrong(?: here)?)(?: recently| lately|"
                            + " today)?");
    private static final Pattern OF_ONE =
            Pattern.compile(
                    SHOW
                            + "(?:events? (?:of|for|from|on|about)|what (?:has |just )?happened"
                            + " (?:to|with)|what is (?:happening|going on) (?:to|with))"
                            + " (?<thing>.+)");

    @Override
    public Optional<Said> read(Sentence sentence) {
        return sentence.matching(ALL)
                .flatMap(matcher -> {
                    boolean warnings =
                            matcher.group("warnings") != null || matcher.group("wrong") != null;
                    return Intent.line("kubectl events" + (warnings ? " --types=Warning" : ""));
                })
                .or(() ->
                        sentence.matching(OF_ONE)
                                .flatMap(matcher -> Thing.of(matcher.group("thing")))
                                .filter(thing -> thing.names().size() == 1)
                                .flatMap(thing ->
                                        Intent.line(
                                                "kubectl events --for="
                                                        + thing.asWorkload().words())));
    }
}
