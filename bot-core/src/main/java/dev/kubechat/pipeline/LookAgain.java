package dev.kubechat.pipeline;

import dev.kubechat.chat.Attachment;
import dev.kubechat.chat.Audience;
import dev.kubechat.chat.Message;
import dev.kubechat.cluster.Caller;
import dev.kubechat.execute.Access;
import dev.kubechat.execute.Permission;
import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.KubectlReader;
import dev.kubechat.kubectl.Reading;
import dev.kubechat.session.FollowUp;
import dev.kubechat.session.StoredResult;
import java.util.List;

/** Shows a stored result in another way. Its command is not run again; whoever looks must have the right to read it now (P13). */
final class LookAgain {

    private static final String FILE = "result.txt";

    private final KubectlReader reader;
    private final Access access;

    LookAgain(KubectlReader reader, Access access) {
        this.reader = reader;
        this.access = access;
    }

    Stage atTheResult(Stage.Understood understood) {
        var again = (Stage.Words.Again) understood.words();
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
        if (!result.cluster().equals(asked.cluster().id())) {
            return new Permission.Denied(
                    "The thread is about cluster %s now, and the last result came from %s. Ask for it anew."
                            .formatted(asked.cluster().id(), result.cluster()));
        }
        return result.commandVersion() == KubectlCommand.CANONICAL_VERSION
                        && reader.read(result.command()) instanceof Reading.Command read
                ? access.askToRead(read.command(), caller(asked))
                : new Permission.Denied(
                        "The last result was read by an older KubeChat. Ask for it anew.");
    }

    private static Caller caller(Stage.Asked asked) {
        return asked.caller();
    }

    private static Stage show(Stage.Understood understood, Stage.Words.Again again) {
        var result = again.result();
        return switch (again.wanted()) {
            case FollowUp.Only(var filter) ->
                    page(understood, result.filtered(filter), "Of `%s`, what fits \"%s\"");
            case FollowUp.Next _ -> page(understood, result, "More of `%s`");
            case FollowUp.AsFile _ ->
                    answered(
                            understood,
                            new Message(
                                    "All of `%s`, read %s.".formatted(what(result), when(result)),
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
                                    ? "That was all of `%s`.".formatted(result.command())
                                    : "Nothing of `%s` fits \"%s\". It was read %s; ask again for what is now."
                                            .formatted(result.command(), words, when(result))),
                    result);
        }
        var text =
                "%s, read %s: %s"
                        .formatted(
                                heading.formatted(result.command(), words),
                                when(result),
                                Sentences.rows(excerpt));
        return answered(
                understood, Message.of(text.strip(), excerpt.text()), result.shownTo(excerpt.to()));
    }

    private static String what(StoredResult result) {
        return result.filter() == null
                ? result.command()
                : "%s, filtered by %s".formatted(result.command(), result.filter().words());
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
