package dev.kubechat.execute.change;

import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.Patience;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.execute.api.Watched;
import dev.kubechat.kubectl.KubectlCommand;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a terminal waits for after a change was made: objects that are still going, replicas that are still to come. */
public final class Aftermath {

    // kubectl's own for "as long as it takes"
    private static final Duration A_WEEK = Duration.ofDays(7);

    private final Sight sight;

    public Aftermath(Sight sight) {
        this.sight = sight;
    }

    /** @return kubectl's words on what did not come in time, or cannot be waited for, whole lines; empty if all is as it was asked for */
    public String of(KubectlCommand command, List<Step> done) {
        try {
            switch (command) {
                case KubectlCommand.Delete delete when delete.options().waits() -> {
                    var asked = delete.options().timeout();
                    gone(done, new Patience(asked == null ? A_WEEK : asked));
                }
                case KubectlCommand.Scale scale when scale.timeout() != null -> {
                    var patience = new Patience(scale.timeout());
                    done.forEach(step -> scaled(step, scale.replicas(), patience));
                }
                default -> {}
            }
            return "";
        } catch (No no) {
            return no.errors();
        }
    }

    private void gone(List<Step> steps, Patience patience) {
        for (var step : steps) {
            try {
                if (!isGone(step, patience)) {
                    throw No.saying(
                            "timed out waiting for the condition on %s/%s"
                                    .formatted(step.object().plural(), step.object().name()));
                }
            } catch (Sight.Unseen unseen) {
                return; // who may delete it and not look at it has nothing to wait for
            }
        }
    }

    private boolean isGone(Step step, Patience patience) {
        return watched(step, patience).until(seen -> seen.gone() || isAnother(step, seen))
                != Watched.End.TIME;
    }

    private static boolean isAnother(Step step, Watched.Seen seen) {
        return !seen.object().path("metadata").path("uid").asString("").equals(step.object().uid());
    }

    private void scaled(Step step, int replicas, Patience patience) {
        var scale = ApiPath.of(step.object()).at("scale");
        var end =
                watched(step, patience)
                        .until(seen -> seen.gone() || isScaled(sight.list(scale), replicas));
        if (end == Watched.End.TIME) {
            throw No.saying(
                    "timed out waiting for \"%s\" to be synced".formatted(step.object().name()));
        }
    }

    // somebody else may have set another count since, and that is nothing to wait for
    private static boolean isScaled(JsonNode scale, int replicas) {
        var wanted = scale.path("spec").path("replicas").asInt(0);
        return wanted != replicas || scale.path("status").path("replicas").asInt(0) == wanted;
    }

    private Watched watched(Step step, Patience patience) {
        return new Watched(
                sight,
                ApiPath.ofAll(step.object())
                        .with("fieldSelector", "metadata.name=" + step.object().name()),
                patience);
    }
}
