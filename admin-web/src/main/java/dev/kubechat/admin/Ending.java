package dev.kubechat.admin;

import dev.kubechat.approval.Approval;
import dev.kubechat.approval.Approval.Revocation;
import dev.kubechat.approval.Cast;
import dev.kubechat.approval.Rule;
import dev.kubechat.approval.Vote.Choice;
import dev.kubechat.pipeline.Happening;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How an ask ended, in words.
 *
 * @param outcome what came of it
 * @param decision who decided or who is waited for; empty where nobody had to decide
 */
record Ending(Tone tone, String outcome, String decision) {

    /** How it is to be looked at; the page has a colour for each. */
    enum Tone {
        PLAIN,
        WAITING,
        DONE,
        REFUSED,
        FAILED,
        UNKNOWN
    }

    /** @param names the name of a person */
    static Ending of(Happening ask, Optional<Approval> approval, Function<UUID, String> names) {
        if (ask.execution().isPresent()) {
            var decision = approval.map(its -> yes(its, names)).orElse("");
            return ofExecution(ask.execution().get(), decision);
        }
        if (approval.isPresent()) {
            return ofApproval(approval.get(), names);
        }
        return ask.level().map(Ending::ofLevel).orElse(plain("answered"));
    }

    private static Ending ofLevel(String level) {
        return switch (level) {
            case "SAFE" -> plain("answered");
            case "FORBIDDEN" -> new Ending(Tone.REFUSED, "refused", "never run from a chat");
            default -> new Ending(Tone.REFUSED, "not run", "stopped before anyone was asked");
        };
    }

    private static Ending ofExecution(String state, String decision) {
        return switch (state) {
            case "READY" -> new Ending(Tone.WAITING, "about to run", decision);
            case "RUNNING" -> new Ending(Tone.WAITING, "running", decision);
            case "SUCCEEDED" -> new Ending(Tone.DONE, "done", decision);
            case "FAILED" -> new Ending(Tone.FAILED, "failed, in part or whole", decision);
            case "UNKNOWN" -> new Ending(Tone.UNKNOWN, "unknown whether it happened", decision);
            case "ASKED_AGAIN" -> new Ending(Tone.REFUSED, "changed since, asked again", decision);
            case "REFUSED" -> new Ending(Tone.REFUSED, "refused at the last check", decision);
            default -> new Ending(Tone.PLAIN, state, decision);
        };
    }

    private static Ending ofApproval(Approval approval, Function<UUID, String> names) {
        return switch (approval) {
            case Approval.Pending pending -> waits(pending);
            case Approval.Approved _ ->
                    new Ending(Tone.WAITING, "about to run", yes(approval, names));
            case Approval.Consumed _ -> new Ending(Tone.DONE, "run", yes(approval, names));
            case Approval.Denied denied ->
                    new Ending(Tone.REFUSED, "denied", "by " + name(denied.denial(), names));
            case Approval.Expired _ ->
                    new Ending(Tone.REFUSED, "expired", "not decided and run in time");
            case Approval.Revoked revoked -> new Ending(Tone.REFUSED, "taken back", why(revoked));
        };
    }

    private static Ending waits(Approval.Pending pending) {
        return switch (pending.request().rule()) {
            case Rule.OwnConfirmation _ ->
                    new Ending(Tone.WAITING, "waits for confirmation", "by the asker");
            case Rule.OtherPeople(var needed, var groups) ->
                    new Ending(
                            Tone.WAITING,
                            "waits for approval",
                            "%d of %d still missing, from %s"
                                    .formatted(
                                            needed - pending.votes().size(),
                                            needed,
                                            String.join(", ", groups)));
        };
    }

    private static String why(Approval.Revoked revoked) {
        return revoked.why() == Revocation.CANCELLED
                ? "by the asker"
                : "it had changed, asked again";
    }

    private static String yes(Approval approval, Function<UUID, String> names) {
        var by =
                approval.votes().stream()
                        .filter(cast -> cast.vote().choice() == Choice.APPROVE)
                        .map(cast -> name(cast, names))
                        .collect(Collectors.joining(", "));
        return switch (approval.request().rule()) {
            case Rule.OwnConfirmation _ -> "confirmed by " + by;
            case Rule.OtherPeople _ -> "approved by " + by;
        };
    }

    private static String name(Cast cast, Function<UUID, String> names) {
        return names.apply(cast.vote().by().person());
    }

    private static Ending plain(String outcome) {
        return new Ending(Tone.PLAIN, outcome, "");
    }
}
