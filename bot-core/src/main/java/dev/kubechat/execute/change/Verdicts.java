package dev.kubechat.execute.change;

import dev.kubechat.cluster.Caller;
import dev.kubechat.execute.api.Fate;
import dev.kubechat.execute.api.ObjectKey;
import dev.kubechat.execute.api.Pods;
import dev.kubechat.execute.api.Refusals;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.execute.api.Warnings;
import java.util.regex.Matcher;

/** From what became of a step's one request to what is told about it. Where it is not certain, it is unknown. */
final class Verdicts {

    private static final String NO_CHANGE = " Nothing was changed.";

    private Verdicts() {}

    static StepResult of(Step step, Fate fate, Caller caller) {
        return switch (fate) {
            case Fate.Answered(Reply reply)
                    when reply.ok() && step.action() == Step.Action.DELETE ->
                    DeleteVerb.ended(step, reply);
            case Fate.Answered(Reply reply) when reply.ok() ->
                    new StepResult.Done(line(step, reply), Warnings.shown(reply.warnings()));
            case Fate.Answered(Reply reply)
                    when reply.code() == 404 && step.action() == Step.Action.DELETE ->
                    new StepResult.Gone(
                            "%s was gone already.".formatted(named(step)), reply.asKubectlSaysIt());
            case Fate.Answered(Reply reply) when isCertain(reply) ->
                    new StepResult.Failed(
                            sentence(step, reply, caller) + NO_CHANGE,
                            Warnings.lines(Warnings.shown(reply.warnings()))
                                    + reply.asKubectlSaysIt(),
                            isOutdated(step, reply));
            case Fate.Answered(Reply reply) ->
                    unknown(
                            step,
                            "Cluster %s answered %d.".formatted(caller.cluster(), reply.code()));
            case Fate.NeverSent(String why) -> new StepResult.NotSent(why + NO_CHANGE);
            case Fate.Silence(String why, Throwable _) -> unknown(step, why);
        };
    }

    private static String line(Step step, Reply reply) {
        var request = step.request();
        if (request == null) {
            return line(step);
        }
        if (request.told() != null) {
            return told(step, request.told(), reply);
        }
        // the server has made the name up
        var made = Pods.name(reply.json());
        return step.object().name().isEmpty()
                ? line(step).replaceFirst("/(?= |$)", Matcher.quoteReplacement("/" + made))
                : line(step);
    }

    // it is done, so a template that does not fit is no failure
    private static String told(Step step, Told told, Reply reply) {
        try {
            return told.text(reply.json());
        } catch (No wrong) {
            return line(step) + "\n" + wrong.sentence();
        }
    }

    private static StepResult.Unknown unknown(Step step, String why) {
        return new StepResult.Unknown(
                "%s Whether %s was %s is not known. It is not tried again by itself: look first, with kubectl get %s."
                        .formatted(why, named(step), done(step), named(step) + in(step)));
    }

    // 408 may come from something in between
    private static boolean isCertain(Reply reply) {
        return (reply.code() >= 400 && reply.code() < 500 && reply.code() != 408)
                || reply.isOfSilentWebhook();
    }

    /** Why the server did not do it, for one that answered with an error. */
    static String sentence(Step step, Reply reply, Caller caller) {
        return switch (reply.code()) {
            case 401 ->
                    "Cluster %s does not accept KubeChat's credential. Whoever runs KubeChat has to renew it."
                            .formatted(caller.cluster());
            case 403 -> Refusals.forbidden(reply, caller);
            case 404 -> "%s is not there any more.".formatted(named(step));
            case 409, 422 ->
                    isOutdated(step, reply) ? changed(step) : Refusals.other(reply, caller);
            case 429 ->
                    step.action() == Step.Action.EVICT
                            ? Refusals.other(reply, caller)
                            : "Cluster %s asks for patience. Try again in a moment."
                                    .formatted(caller.cluster());
            default -> Refusals.other(reply, caller);
        };
    }

    /** Whether a condition of the step did not hold any more. */
    private static boolean isOutdated(Step step, Reply reply) {
        return reply.code() == 409
                ? step.action() != Step.Action.CREATE || ServerApplyVerb.applies(step)
                : reply.code() == 422 && isTest(reply);
    }

    // a JSON patch whose test does not hold is told without any details
    private static boolean isTest(Reply reply) {
        return reply.json().path("details").path("causes").isEmpty();
    }

    private static String changed(Step step) {
        return "%s %s since it was looked at. Ask again to see how it is now."
                .formatted(
                        named(step),
                        step.action() == Step.Action.CREATE ? "was made by others" : "changed");
    }

    /** As kubectl prints it. */
    static String line(Step step) {
        var request = step.request();
        if (request != null) {
            return request.done();
        }
        return switch (step.action()) {
            case CHANGE, CREATE, EVICT, EXEC, COPY, TOKEN -> named(step) + " " + done(step);
            case SCALE -> named(step) + " scaled";
            case RESTART -> named(step) + " restarted";
            case DELETE ->
                    "%s \"%s\" %s%s"
                            .formatted(
                                    type(step.object()),
                                    step.object().name(),
                                    DeleteVerb.isForced(step) ? "force deleted" : "deleted",
                                    step.object().namespace() == null
                                            ? ""
                                            : " from %s namespace"
                                                    .formatted(step.object().namespace()));
        };
    }

    private static String done(Step step) {
        return switch (step.action()) {
            case SCALE -> "scaled";
            case RESTART -> "restarted";
            case DELETE -> "deleted";
            case CHANGE -> "changed";
            case CREATE -> "created";
            case EVICT -> "evicted";
            case EXEC, COPY -> "told to run it";
            case TOKEN -> "asked for a token";
        };
    }

    static String named(Step step) {
        return type(step.object()) + "/" + step.object().name();
    }

    private static String type(ObjectKey key) {
        var kind = key.kind().toLowerCase(java.util.Locale.ROOT);
        return key.group().isEmpty() ? kind : kind + "." + key.group();
    }

    private static String in(Step step) {
        return step.object().namespace() == null ? "" : " -n " + step.object().namespace();
    }
}
