package dev.kubechat.plan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "show pods in shop", "what is running in payments?", "is checkout up?", "status of the cart deployment". */
final class GetIntent implements Intent {

    private static final String SHOW =
            "(?:show|list|get|display|give|print|see|view|fetch|check|which|what|how many)";
    private static final String STATE =
            "(?: (?:are there|existing|do we have|are running|are up|is there|exist|running|are"
                    + " there running|exists|we have|are deployed))?";
    private static final Pattern LIST =
            Pattern.compile("(?:" + SHOW + " )?(?:all |every |running )*(?<thing>.+?)" + STATE);
    private static final Pattern RUNNING =
            Pattern.compile(
                    "(?:show |list |see )?(?:what|what is|what else is|which is)(?: currently)?"
                            + " (?:running|deployed|up)(?: here)?|what runs(?: here)?");
    private static final Pattern STATUS =
            Pattern.compile(
                    "(?:show |get |check |what is )?(?:status|state|health) (?:of|for)"
                        + " (?<of>.+)|how is (?<how>.+?)(?: doing)?|is (?<is>.+?)"
                        + " (?:up|ok|okay|healthy|running|ready|alive|up and running|fine|there)");

    @Override
    public Optional<Said> read(Sentence sentence) {
        if (sentence.matching(RUNNING).isPresent()) {
            return Intent.line("kubectl get pods");
        }
        return sentence.matching(STATUS)
                .flatMap(GetIntent::status)
                .or(() -> sentence.matching(LIST).flatMap(GetIntent::list));
    }

    private static Optional<Said> status(Matcher matcher) {
        String of = matcher.group("of");
        String how = matcher.group("how");
        String words = of != null ? of : how != null ? how : String.valueOf(matcher.group("is"));
        return Thing.of(words)
                .flatMap(thing -> Intent.line("kubectl get " + thing.asWorkload().words()));
    }

    /** A name alone says too little: only a kind makes it a request to list. */
    private static Optional<Said> list(Matcher matcher) {
        return Thing.of(matcher.group("thing"))
                .filter(thing -> thing.type() != null)
                .flatMap(thing -> Intent.line("kubectl get " + thing.words()));
    }
}
