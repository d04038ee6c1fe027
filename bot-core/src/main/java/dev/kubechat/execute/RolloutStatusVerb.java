package dev.kubechat.execute;

import dev.kubechat.execute.Sight.No;
import dev.kubechat.kubectl.ObjectName;
import dev.kubechat.kubectl.ReadCommand.RolloutStatus;
import dev.kubechat.kubectl.Scope;
import dev.kubechat.kubectl.Selection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    private record One(ApiResource resource, String name) {}

    Outcome.Printed print() {
        var failures = new ArrayList<No>();
        var all = all(failures);
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

    private List<One> all(List<No> failures) {
        var all = new ArrayList<One>();
        switch (asked.selection()) {
            case Selection.Named(var objects) -> named(objects, all, failures);
            case Selection.InFiles files -> named(sight.names(files, asked.scope()), all, failures);
            case Selection.Matching matching -> {
                for (var type : matching.types()) {
                    var resource = sight.resource(type);
                    var path =
                            ApiPath.of(resource, Sight.namespace(asked.scope(), resource))
                                    .with("labelSelector", matching.labelSelector());
                    sight.list(path)
                            .path("items")
                            .forEach(item -> all.add(new One(resource, Pods.name(item))));
                }
            }
        }
        return all;
    }

    private void named(List<ObjectName> objects, List<One> all, List<No> failures) {
        for (var object : objects) {
            try {
                all.add(existing(object));
            } catch (No no) {
                failures.add(no);
            }
        }
    }

    private One existing(ObjectName object) {
        sight.object(object, asked.scope());
        return new One(sight.resource(object.type()), object.name());
    }

    private String nothing() {
        return asked.scope() instanceof Scope.In(var namespace)
                ? "No resources found in %s namespace.".formatted(namespace)
                : "No resources found.";
    }

    private void follow(One one) {
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
