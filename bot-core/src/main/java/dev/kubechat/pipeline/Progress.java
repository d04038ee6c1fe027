package dev.kubechat.pipeline;

import dev.kubechat.chat.Audience;
import dev.kubechat.chat.Posts;
import dev.kubechat.execute.change.Step;

/** Tells on the card of a change how far its list of steps has come. Joins the caller's transaction: what is shown is what is written. */
final class Progress {

    private final Posts posts;

    Progress(Posts posts) {
        this.posts = posts;
    }

    /** As one step is done and the next is begun now. */
    void goesOn(Run.Running running) {
        show(running, "");
    }

    /** As its next step is not to be done now, and is tried again. */
    void waits(Run.Running running) {
        var name = Results.name(running.next().object());
        show(
                running,
                running.next().action() == Step.Action.CREATE
                        ? " Waiting until the former %s is gone.".formatted(name)
                        : " Waiting for %s: a disruption budget does not let it go yet."
                                .formatted(name));
    }

    // one step has no middle
    private void show(Run.Running running, String more) {
        if (running.steps().size() > 1) {
            posts.want(
                    PostKeys.card(running.held().approval()),
                    running.held().query().thread(),
                    Audience.everyone(),
                    Cards.underWay(running, more));
        }
    }
}
