package dev.kubechat.plan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "scale checkout to 3", "set checkout to three replicas". */
final class ScaleIntent implements Intent {

    private static final String REPLICAS = "(?:replicas?|pods?|instances?|copies)";
    private static final String COUNT = "(?<count>" + Counts.PATTERN + ")";
    private static final List<Pattern> WITH_COUNT =
            List.of(
                    Pattern.compile(
                            "(?:scale|resize)(?: up| down| out| back)? (?<thing>.+?)(?: up| down|"
                                    + " out| back)? (?:to|=) "
                                    + COUNT
                                    + "(?: "
                                    + REPLICAS
                                    + ")?"),
                    Pattern.compile(
                            "(?:scale|resize)(?: up| down| out| back)? (?<thing>.+?) "
                                    + COUNT
                                    + " "
                                    + REPLICAS),
                    Pattern.compile(
                            "(?:set|change|bump|put|bring) (?<thing>.+?)(?: up| down)? to "
                                    + COUNT
                                    + " "
                                    + REPLICAS),
                    Pattern.compile(
                            "(?:set|change|bump|scale) (?:number of )?"
                                    + REPLICAS
                                    + " (?:of|for) (?<thing>.+?) to "
                                    + COUNT),
                    Pattern.compile("(?:set|change|bump|scale) (?<thing>.+?) replicas to " + COUNT),
                    Pattern.compile(
                            "(?:run|start|give|make it) "
                                    + COUNT
                                    + " "
                                    + REPLICAS
                                    + " (?:of|for) (?<thing>.+)"),
                    Pattern.compile(
                            "(?<thing>.+?) (?:needs|should have|should run) "
                                    + COUNT
                                    + " "
                                    + REPLICAS),
                    Pattern.compile("give (?<thing>.+?) " + COUNT + " " + REPLICAS));
    private static final Pattern WITHOUT_COUNT =
            Pattern.compile(
                    "(?:scale|resize)(?: up| down| out)? (?<thing>.+?)(?: up| down| out| by"
                            + " [a-z0-9]+)?");

    @Override
    public Optional<Said> read(Sentence sentence) {
        return WITH_COUNT.stream()
                .flatMap(pattern -> sentence.matching(pattern).stream())
                .flatMap(matcher -> withCount(matcher).stream())
                .findFirst()
                .or(() ->
                        sentence.matching(WITHOUT_COUNT)
                                .flatMap(matcher -> withoutCount(matcher, sentence)));
    }

    private static Optional<Said> withCount(Matcher matcher) {
        int count = Counts.of(matcher.group("count"));
        return Thing.of(matcher.group("thing"))
                .flatMap(thing ->
                        thing.isNamed()
                                ? Intent.line(
                                        "kubectl scale %s --replicas=%d"
                                                .formatted(thing.asWorkload().words(), count))
                                : Intent.ask(
                                        "Which %s is to be scaled? Say its name."
                                                .formatted(thing.type())));
    }

    private static Optional<Said> withoutCount(Matcher matcher, Sentence sentence) {
        return Thing.of(matcher.group("thing"))
                .filter(Thing::isNamed)
                .flatMap(thing -> {
                    String again = "scale %s to %%d%s".formatted(thing.said(), sentence.place());
                    return Intent.ask(
                            "To how many replicas is %s to be scaled?".formatted(thing.said()),
                            again.formatted(1),
                            again.formatted(3),
                            again.formatted(5));
                });
    }
}
