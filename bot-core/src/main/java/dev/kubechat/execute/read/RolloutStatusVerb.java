package dev.kubechat.execute.read;

import dev.kubechat.execute.api.Outcome;
import dev.kubechat.execute.api.Patience;
import dev.kubechat.execute.api.Seen;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.execute.api.Watched;
import dev.kubechat.execute.change.Chosen;
import dev.kubechat.kubectl.ReadCommand.RolloutStatus;
import dev.kubechat.kubectl.Scope;
import java.time.Duration;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code kubectl rollout status}: how far a rollout is, followed for a limited time. */
final class RolloutStatusVerb {

    private final Sight sight;
    private final RolloutStatus asked;
    private final Duration longest;
    private final StringBuilder text = new StringBuilder();
    private @Nullable JsonNode lastSeen;

    /** @param longest how long anything is watched at most */
    RolloutStatusVerb(Sight sight, RolloutStatus asked, Duration longest) {
        this.sight = sight;
        this.asked = asked;
        this.longest = longest;
    }

    Outcome.Printed print() {
        var failures = new ArrayList<No>();
        var all = new Chosen(sight).readable(asked.selection(), asked.scope(), failures);
        if (all.isEmpty() && failures.isEmpty()) {
            return new Outcome.Printed("", nothing());
        }
        for (var one : all) {
            try {
                follow(one);
            } catch (No no) {
                failures.add(no);
            }
        }
        if (failures.isEmpty()) {
            return new Outcome.Printed(text.toString(), "");
        }
        return new Outcome.Printed(
                text.toString(), Failures.sentence(failures), Failures.errors(failures), 1);
    }

    private String nothing() {
        return asked.scope() instanceof Scope.In(var namespace)
                ? "No resources found in %s namespace.".formatted(namespace)
                : "No resources found.";
    }

    private void follow(Seen one) {
        lastSeen = null;
        var rollout = Rollout.of(one.resource());
        var patience =
                new Patience(
                        asked.timeout().isPositive() && asked.timeout().compareTo(longest) < 0
                                ? asked.timeout()
                                : longest);
        var watched =
                new Watched(
                        sight,
                        one.resource(),
                        Sight.namespace(asked.scope(), one.resource()),
                        one.name(),
                        patience);
        try {
            if (watched.until(seen -> isEnough(rollout, seen)) != Watched.End.ENOUGH) {
                throw new No(
                        "This is as far as it is; ask again later for the rest.",
                        "error: timed out waiting for the condition\n");
            }
        } catch (No stuck) {
            throw new No(withCause(stuck), stuck.errors());
        }
    }

    private String withCause(No stuck) {
        return lastSeen == null
                ? stuck.sentence()
                : (stuck.sentence() + " " + new StuckRollout(sight).cause(lastSeen)).strip();
    }

    private boolean isEnough(Rollout rollout, Watched.Seen seen) {
        if (seen.gone()) {
            lastSeen = null;
            throw No.saying("object has been deleted");
        }
        JsonNode object = seen.object();
        lastSeen = object;
        var status = rollout.status(object, asked.revision());
        text.append(status.text());
        return status.done() || !asked.watch();
    }
}
