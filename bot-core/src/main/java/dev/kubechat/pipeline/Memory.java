package dev.kubechat.pipeline;

import dev.kubechat.kubectl.Scope;
import dev.kubechat.session.Session;
import dev.kubechat.session.Sessions;

/** A namespace that somebody named is what the thread is about from then on, unless it is on another cluster. */
final class Memory {

    private Memory() {}

    static void remember(Sessions sessions, Stage.Judged judged) {
        var asked = judged.asked();
        if (judged.command().scope() instanceof Scope.In named && !asked.elsewhere()) {
            sessions.remember(
                    asked.message().thread(),
                    new Session(asked.session().cluster(), named.namespace()));
        }
    }
}
