package dev.kubechat.pipeline;

import dev.kubechat.execute.change.Access;
import dev.kubechat.execute.change.Permission;

/** May this person, and may the bot in this person's name? A "no" is told before anyone is asked to approve. */
final class Authorize {

    private final Access access;

    Authorize(Access access) {
        this.access = access;
    }

    Stage asThatPerson(Stage.Judged judged) {
        return switch (access.ask(judged.command(), judged.asked().caller())) {
            case Permission.Granted _ -> new Stage.Authorized(judged);
            case Permission.Denied denied ->
                    new Stage.Answered(
                            judged, Sentences.denied(judged.asked(), denied), Stage.End.REFUSED);
        };
    }
}
