package dev.kubechat.pipeline;

import dev.kubechat.chat.Message;
import dev.kubechat.execute.Changes;
import dev.kubechat.execute.Preview;
import java.util.Optional;

/** What the change would do: the exact objects and fields, found out as that person and without doing it. */
final class DryRun {

    private final Changes changes;

    DryRun(Changes changes) {
        this.changes = changes;
    }

    Stage preview(Stage.Authorized authorized) {
        var judged = authorized.judged();
        var files = judged.asked().files();
        return switch (changes.preview(
                judged.command(),
                judged.asked().caller(),
                name -> Optional.ofNullable(files.get(name)))) {
            case Preview.Planned planned -> new Stage.Previewed(judged, planned);
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
}
