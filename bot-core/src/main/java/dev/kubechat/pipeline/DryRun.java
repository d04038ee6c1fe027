package dev.kubechat.pipeline;

import dev.kubechat.chat.Message;
import dev.kubechat.execute.change.Access;
import dev.kubechat.execute.change.Changes;
import dev.kubechat.execute.change.Permission;
import dev.kubechat.execute.change.Preview;
import java.util.Optional;

/**
 * What the change would do: the exact objects and fields, found out as that person and without doing it; and whether that person,
 * and the bot in their name, may do each of its steps.
 */
final class DryRun {

    private final Changes changes;
    private final Access access;

    DryRun(Changes changes, Access access) {
        this.changes = changes;
        this.access = access;
    }

    Stage preview(Stage.Authorized authorized) {
        var judged = authorized.judged();
        var files = judged.asked().files();
        return switch (changes.preview(
                judged.command(),
                judged.asked().caller(),
                name -> Optional.ofNullable(files.get(name)))) {
            case Preview.Planned planned -> asThatPerson(judged, planned);
            case Preview.Unchanged unchanged ->
                    new Stage.Answered(
                            judged, Message.of(unchanged.sentence()), Stage.End.EXPLAINED);
            case Preview.Impossible impossible ->
                    new Stage.Answered(
                            judged,
                            Sentences.impossible(judged.asked(), impossible),
                            Stage.End.REFUSED);
        };
    }

    private Stage asThatPerson(Stage.Judged judged, Preview.Planned planned) {
        return switch (access.ask(planned.steps(), judged.asked().caller())) {
            case Permission.Granted _ -> new Stage.Previewed(judged, planned);
            case Permission.Denied denied ->
                    new Stage.Answered(
                            judged, Sentences.denied(judged.asked(), denied), Stage.End.REFUSED);
        };
    }
}
