package dev.kubechat.pipeline;

import dev.kubechat.chat.Attachment;
import dev.kubechat.chat.Audience;
import dev.kubechat.chat.Message;
import dev.kubechat.execute.change.Access;
import dev.kubechat.execute.change.Permission;
import dev.kubechat.kubectl.ClusterName;
import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.KubectlReader;
import dev.kubechat.kubectl.Reading;
import dev.kubechat.session.FollowUp;
import dev.kubechat.session.StoredResult;
import java.util.List;

/**
 * Shows a stored result in another way. Its command is not run again; whoever looks must have the right to read it now, on the
 * cluster that it was read from (P13), wherever the thread is.
 */
final class LookAgain {

    private static final String FILE = "result.txt";

    private final KubectlReader reader;
    private final Access access;
    private final OtherCluster other;

    LookAgain(KubectlReader reader, Access access, OtherCluster other) {
        this.reader = reader;
        this.access = access;
        this.other = other;
    }

    Stage atTheResult(Stage.Understood understood) {
        var again = (Stage.Words.Again) understood.words();
        var from = again.result().cluster();
        if (from.equals(understood.asked().cluster().id())) {
            return lookAt(understood, again);
        }
        var there = other.named(understood, new ClusterName(from.value()));
        return there instanceof Stage.Understood elsewhere ? lookAt(elsewhere, again) : there;
    }

    private Stage lookAt(Stage.Understood understood, Stage.Words.Again again) {
        return switch (mayRead(understood.asked(), again.result())) {
            case Permission.Denied denied ->
                    new Stage.Answered(
                            understood,
                            Message.of("%s Nothing was shown.".formatted(denied.sentence())),
                            Stage.End.REFUSED);
            case Permission.Granted _ -> show(understood, again);
        };
    }

    private Permission mayRead(Stage.Asked asked, StoredResult result) {
        return result.commandVersion() == KubectlCommand.CANONICAL_VERSION
                        && reader.read(result.command()) instanceof Reading.Command read
                ? access.askToRead(read.command(), asked.caller())
                : new Permission.Denied(
                        "The last result was read by an older KubeChat. Ask for it anew.");
    }

    private static Stage show(Stage.Understood understood, Stage.Words.Again again) {
        var result = again.result();
        return switch (again.wanted()) {
            case FollowUp.Only(var filter) ->
                    page(understood, result.filtered(filter), "Of `%s` on %s, what fits \"%s\"");
            case FollowUp.Next _ -> page(understood, result, "More of `%s` on %s");
            case FollowUp.AsFile _ ->
                    answered(
                            understood,
                            new Message(
                                    "All of %s, read %s.".formatted(what(result), when(result)),
                                    "",
                                    List.of(new Attachment(FILE, "text/plain", result.wanted()))),
                            result);
        };
    }

    private static Stage page(Stage.Understood understood, StoredResult result, String heading) {
        var excerpt = Excerpt.of(result.wanted(), result.shown());
        var filter = result.filter();
        var words = filter == null ? "" : filter.words();
        if (excerpt.text().isEmpty()) {
            return answered(
                    understood,
                    Message.of(
                            filter == null || result.shown() > 0
                                    ? "That was all of `%s` on %s."
                                            .formatted(result.command(), result.cluster())
                                    : "Nothing of `%s` on %s fits \"%s\". It was read %s; ask again for what is now."
                                            .formatted(
                                                    result.command(),
                                                    result.cluster(),
                                                    words,
                                                    when(result))),
                    result);
        }
        var text =
                "%s, read %s: %s"
                        .formatted(
                                heading.formatted(result.command(), result.cluster(), words),
                                when(result),
                                Sentences.rows(excerpt));
        return answered(
                understood, Message.of(text.strip(), excerpt.text()), result.shownTo(excerpt.to()));
    }

    private static String what(StoredResult result) {
        return result.filter() == null
                ? "`%s` on %s".formatted(result.command(), result.cluster())
                : "`%s` on %s, filtered by %s"
                        .formatted(result.command(), result.cluster(), result.filter().words());
    }

    private static String when(StoredResult result) {
        return "at %tT UTC".formatted(result.readAt().atOffset(java.time.ZoneOffset.UTC));
    }

    private static Stage answered(
            Stage.Understood understood, Message message, StoredResult result) {
        return new Stage.Answered(
                understood, message, Stage.End.PRINTED, Audience.everyone(), result);
    }
}
