package dev.kubechat.plan;

import java.util.Optional;
import java.util.regex.Pattern;

/** "restart checkout", "bounce the cart deployment". */
final class RestartIntent implements Intent {

    private static final Pattern RESTART =
            Pattern.compile(
                    "(?:restart|bounce|reboot|rollout restart|rolling restart|(?:do|trigger)"
                            + " (?:rollout|rolling) restart|recycle)(?: of| for)? (?<thing>.+)");

    @Override
    public Optional<Said> read(Sentence sentence) {
        return sentence.matching(RESTART)
                .flatMap(matcher -> Thing.of(matcher.group("thing")))
                .flatMap(this::restart);
    }

    private Optional<Said> restart(Thing thing) {
        if (!thing.isNamed()) {
            return Intent.ask("Which %s is to be restarted? Say its name.".formatted(thing.type()));
        }
        return Intent.line("kubectl rollout restart " + thing.asWorkload().words());
    }
}
