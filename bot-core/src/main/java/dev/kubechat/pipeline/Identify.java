package dev.kubechat.pipeline;

import dev.kubechat.chat.ChatMessage;
import dev.kubechat.cluster.Clusters;
import dev.kubechat.identity.Identification;
import dev.kubechat.identity.Identities;
import dev.kubechat.session.Sessions;

/** Who asks, and which cluster is meant. */
final class Identify {

    private final Identities identities;
    private final Sessions sessions;
    private final Clusters clusters;

    Identify(Identities identities, Sessions sessions, Clusters clusters) {
        this.identities = identities;
        this.sessions = sessions;
        this.clusters = clusters;
    }

    Stage who(Claim claim) {
        var message = (ChatMessage) claim.event();
        var session = sessions.of(message.thread());
        var cluster = clusters.find(session.cluster()).orElseThrow();
        return switch (identities.identify(message.from(), cluster.id().value())) {
            case Identification.Known known ->
                    new Stage.Asked(claim, message, known, session, cluster);
            case Identification.Unlinked _ ->
                    new Stage.Answered(
                            claim,
                            Sentences.unlinked(message.from(), cluster.id()),
                            Stage.End.REFUSED);
        };
    }
}
