package dev.kubechat.pipeline;

import dev.kubechat.chat.ChatThread;
import dev.kubechat.chat.EventId;
import dev.kubechat.chat.Person;
import dev.kubechat.cluster.Caller;
import dev.kubechat.cluster.ClusterId;
import dev.kubechat.cluster.RequestId;
import dev.kubechat.execute.change.Preview;
import dev.kubechat.identity.Identification;
import dev.kubechat.kubectl.Namespace;
import dev.kubechat.risk.Verdict;
import java.time.Instant;

/**
 * A change that waits for a decision or was decided: what was asked, by whom, what it would do. As it was shown on the card.
 *
 * @param command the canonical text
 * @param commandVersion the version of the canonical form
 * @param planner who made the command of the words
 */
record Query(
        RequestId id,
        ChatThread thread,
        EventId event,
        Person account,
        Identification.Known asker,
        String words,
        ClusterId cluster,
        Namespace namespace,
        String command,
        int commandVersion,
        String planner,
        Verdict verdict,
        Preview.Planned preview,
        Instant askedAt) {

    Caller caller() {
        return new Caller(cluster, asker.kubernetes(), id);
    }

    static Query of(Stage.Previewed previewed) {
        var judged = previewed.judged();
        var asked = judged.asked();
        var command = judged.command();
        return new Query(
                asked.claim().request(),
                asked.message().thread(),
                asked.message().id(),
                asked.message().from(),
                asked.asker(),
                asked.message().text(),
                asked.cluster().id(),
                asked.namespace(),
                command.canonical(),
                dev.kubechat.kubectl.KubectlCommand.CANONICAL_VERSION,
                judged.planned().planner(),
                judged.verdict(),
                previewed.preview(),
                asked.message().at());
    }
}
