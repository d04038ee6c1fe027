package dev.kubechat.plan;

import java.util.Optional;
import java.util.regex.Pattern;

/** "delete the deployment cart", "remove pod web-0". */
final class DeleteIntent implements Intent {

    private static final Pattern DELETE =
            Pattern.compile(
                    "(?:delete|remove|kill|destroy|drop|get rid of|throw away) (?<thing>.+)");

    @Override
    public Optional<Said> read(Sentence sentence) {
        return sentence.matching(DELETE)
                .flatMap(matcher -> Thing.of(matcher.group("thing")))
                .flatMap(thing -> delete(thing, sentence));
    }

    private static Optional<Said> delete(Thing thing, Sentence sentence) {
        if (!thing.isNamed()) {
            return Intent.ask("Which %s is to be deleted? Say its name.".formatted(thing.type()));
        }
        if (thing.type() == null) {
            String again = "delete %%s %s%s".formatted(thing.said(), sentence.place());
            return Intent.ask(
                    "What is %s: a deployment, a pod, or something else?".formatted(thing.said()),
                    again.formatted("deployment"),
                    again.formatted("pod"),
                    again.formatted("service"));
        }
        return Intent.line("kubectl delete " + thing.words());
    }
}
