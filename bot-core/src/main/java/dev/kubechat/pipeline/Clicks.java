package dev.kubechat.pipeline;

import dev.kubechat.approval.Approval;
import dev.kubechat.approval.Counted;
import dev.kubechat.approval.Refusal;
import dev.kubechat.chat.Message;
import java.time.Instant;

/** What somebody is told whose click was not counted. Only they see it; the card stays as it is. */
final class Clicks {

    private Clicks() {}

    static Message unknownCard() {
        return Message.of(
                "This card is none that I know. Nothing was changed. Ask again if it is still"
                        + " wanted.");
    }

    static Message anotherThread() {
        return Message.of(
                "This button belongs to a card in another thread, so it was not counted. Decide on"
                        + " the card itself.");
    }

    static Message notDone() {
        return Message.of(
                "This has not come to an end yet, so there is nothing to take back or to watch.");
    }

    static Message olderCard() {
        return Message.of(
                "This button is of an older card. Nothing was changed. Look at the newest card in"
                        + " the thread.");
    }

    static Message undoneAlready(String by) {
        return Message.of(
                "%s asked for the way back already; its card is in this thread.".formatted(by));
    }

    static Message nothingKept() {
        return Message.of(
                "What was there before is not kept any more, so there is no way back by this"
                        + " button. Say in words what you want instead.");
    }

    static Message tooManyWays(int ways, int most) {
        return Message.of(
                "To take this back, %d different commands are needed, more than the %d that one button asks for. Ask for them one by one."
                        .formatted(ways, most));
    }

    static Message nothingToWatch() {
        return Message.of("Nothing of this rolls out, so there is nothing to watch.");
    }

    static Message no(Query query, Counted.No no) {
        var asker = query.asker().name();
        return Message.of(
                switch (no.why()) {
                    case Refusal.OwnRequest _ ->
                            "You asked for this yourself, so somebody else has to approve it. Your"
                                    + " click was not counted.";
                    case Refusal.NotTheAsker _ ->
                            "Only %s, who asked for this, may confirm or cancel it. Your click was not counted."
                                    .formatted(asker);
                    case Refusal.NotInGroup out ->
                            "You are not in %s, whose members may decide this. Your click was not counted. Ask one of them."
                                    .formatted(String.join(" or ", out.groups()));
                    case Refusal.AlreadyVoted _ ->
                            "You have decided on this already. A vote stays as it is.";
                    case Refusal.AlreadyClosed closed ->
                            "Too late: %s".formatted(state(closed.now()));
                    case Refusal.Expired expired ->
                            "Too late: nobody decided before %s. Nothing was changed. Ask again if it is still wanted."
                                    .formatted(time(expired.since()));
                    case Refusal.DigestDiffers _ ->
                            "This button is of an older card. Nothing was changed. Look at the"
                                    + " newest card in the thread.";
                });
    }

    private static String state(Approval now) {
        return switch (now) {
            case Approval.Pending _ -> "it waits for more votes.";
            case Approval.Approved approved ->
                    "it was approved at %s.".formatted(time(approved.at()));
            case Approval.Consumed used ->
                    "it was approved and run at %s.".formatted(time(used.at()));
            case Approval.Denied denied -> "it was denied at %s.".formatted(time(denied.at()));
            case Approval.Expired expired ->
                    "its time was over at %s.".formatted(time(expired.at()));
            case Approval.Revoked revoked ->
                    "it was taken back at %s.".formatted(time(revoked.at()));
        };
    }

    private static String time(Instant at) {
        return Cards.TIME.format(at);
    }
}
