package dev.kubechat.pipeline;

import dev.kubechat.chat.Message;
import dev.kubechat.execute.api.ObjectKey;
import dev.kubechat.execute.change.FieldChange;
import dev.kubechat.execute.change.Preview;
import dev.kubechat.execute.change.Step;
import dev.kubechat.execute.change.StepResult;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the thread is told when an execution has ended. */
final class Results {

    static final String UNKNOWN_AFTER_CRASH =
            "KubeChat was stopped while this call was under way. It may or may not have happened.";
    static final String NO_LONGER_APPROVED =
            "The approval had run out, was taken back or used already, or somebody who gave it may"
                    + " not any more. Nothing was changed. Ask again if it is still wanted.";
    static final String RULES_CHANGED =
            "The rules for this command changed after it was approved. Nothing was changed; it is"
                    + " asked again below.";

    private Results() {}

    static String clusterGone(Query query) {
        return "Cluster %s is no longer registered. Nothing was changed. Ask an admin of KubeChat."
                .formatted(query.cluster());
    }

    static String askerChanged(Query query) {
        return "%s is somebody else in Kubernetes now than when this was approved. Nothing was changed. Ask again."
                .formatted(query.asker().name());
    }

    static String clusterAway(Query query) {
        return "Cluster %s did not answer. Nothing was changed. Ask again when it is back, or quote %s to the platform team."
                .formatted(query.cluster(), Reference.of(query.id()));
    }

    static String objectsChanged(Query query, Preview.Planned now) {
        return "What it would touch changed after it was approved: %s. Nothing was changed; it is asked again below."
                .formatted(differences(query.preview().steps(), now.steps()));
    }

    private static String differences(List<Step> then, List<Step> now) {
        return now.stream()
                .filter(step -> then.stream().noneMatch(before -> same(before, step)))
                .map(step -> now(then, step))
                .collect(Collectors.joining(", "));
    }

    private static boolean same(Step before, Step now) {
        return before.object().equals(now.object()) && before.changes().equals(now.changes());
    }

    private static String now(List<Step> then, Step step) {
        if (then.stream().noneMatch(before -> before.object().uid().equals(step.object().uid()))
                && then.stream().anyMatch(before -> isNamesake(before, step))) {
            return "%s is another object of the same name".formatted(name(step.object()));
        }
        var fields =
                step.changes().stream()
                        .map(change -> "%s is %s now".formatted(change.path(), change.was()))
                        .collect(Collectors.joining(" and "));
        return fields.isEmpty()
                ? "%s is another object of the same name".formatted(name(step.object()))
                : "%s: %s".formatted(name(step.object()), fields);
    }

    private static boolean isNamesake(Step before, Step now) {
        return name(before.object()).equals(name(now.object()))
                && Objects.equals(before.object().namespace(), now.object().namespace());
    }

    /** Like {@code deployment checkout}. */
    static String name(ObjectKey object) {
        return "%s %s".formatted(object.kind().toLowerCase(java.util.Locale.ROOT), object.name());
    }

    /** Like {@code spec.replicas: 2 → 3}. */
    static String change(FieldChange change) {
        return "%s: %s → %s"
                .formatted(
                        change.path(),
                        change.was() == null ? "not set" : change.was(),
                        change.becomes() == null ? "removed" : change.becomes());
    }

    /** What was done, and under it what the server says beside it. */
    static String told(StepResult.Done done) {
        return done.warnings().isEmpty()
                ? done.line()
                : Stream.concat(
                                Stream.of(done.line().stripTrailing()),
                                done.warnings().stream().map("Warning: "::concat))
                        .collect(Collectors.joining("\n"));
    }

    static Message message(Run.Ended ended) {
        var output = ended.steps().stream().map(Results::line).collect(Collectors.joining("\n"));
        return new Message(
                "%s %s".formatted(heading(ended), ended.sentence()).strip(),
                output,
                ended.steps().stream().flatMap(end -> Programs.files(end).stream()).toList());
    }

    private static String line(Run.StepEnd end) {
        return switch (end.state()) {
            case DONE -> Programs.isFile(end) ? copied(end) : end.message();
            case FAILED -> "%s: not done. %s".formatted(name(end.step().object()), end.message());
            case UNKNOWN -> "%s: UNKNOWN. %s".formatted(name(end.step().object()), end.message());
            case NOT_SENT -> "%s: not sent. %s".formatted(name(end.step().object()), end.message());
            case PLANNED, INTENDED, NOT_BEGUN ->
                    "%s: not begun.".formatted(name(end.step().object()));
        };
    }

    private static String copied(Run.StepEnd end) {
        return "%s: %s is attached."
                .formatted(name(end.step().object()), end.step().changes().getFirst().becomes());
    }

    private static String heading(Run.Ended ended) {
        var query = ended.held().query();
        var who = "%s on %s".formatted(query.asker().name(), query.cluster());
        return switch (ended.state()) {
            case SUCCEEDED -> "Done, as %s.".formatted(who);
            case FAILED -> "Not all of it was done, as %s.".formatted(who) + offered(ended);
            case UNKNOWN ->
                    ("It is UNKNOWN whether this happened on %s. It is not sent again by itself:"
                         + " look at the objects first, then ask again if needed (reference %s).")
                                    .formatted(query.cluster(), Reference.of(query.id()))
                            + offered(ended);
            case ASKED_AGAIN, REFUSED, READY, RUNNING -> "";
        };
    }

    private static String offered(Run.Ended ended) {
        if (ended.again().isEmpty()) {
            return "";
        }
        return ended.steps().stream().anyMatch(end -> end.state() == Run.StepState.FAILED)
                ? " What was not done is asked again below."
                : " What was not begun is asked again below.";
    }
}
