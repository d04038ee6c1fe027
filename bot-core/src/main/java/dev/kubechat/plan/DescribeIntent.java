package dev.kubechat.plan;

import java.util.Optional;
import java.util.regex.Pattern;

/** "describe checkout", "details of pod web-0". */
final class DescribeIntent implements Intent {

    private static final Pattern DESCRIBE =
            Pattern.compile(
                    "(?:describe|inspect|explain|tell about|(?:show |get |give )?(?:more"
                            + " )?(?:details|description|info|information) (?:of|on|about|for))"
                            + " (?<thing>.+)");

    @Override
    public Optional<Said> read(Sentence sentence) {
        return sentence.matching(DESCRIBE)
                .flatMap(matcher -> Thing.of(matcher.group("thing")))
                .flatMap(thing -> Intent.line("kubectl describe " + thing.asWorkload().words()));
    }
}
