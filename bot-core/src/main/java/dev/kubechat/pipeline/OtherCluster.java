package dev.kubechat.pipeline;

import dev.kubechat.cluster.Cluster;
import dev.kubechat.cluster.Clusters;
import dev.kubechat.identity.Identification;
import dev.kubechat.identity.Identities;
import dev.kubechat.kubectl.ClusterName;

/** Goes to the cluster that a line names, for this line alone: the thread stays where it is. */
final class OtherCluster {

    private final Identities identities;
    private final Clusters clusters;

    OtherCluster(Identities identities, Clusters clusters) {
        this.identities = identities;
        this.clusters = clusters;
    }

    /** The same words on that cluster, by the same person as that cluster knows them; or why that cannot be. */
    Stage named(Stage.Understood understood, ClusterName name) {
        return clusters.all().stream()
                .filter(cluster -> cluster.id().value().equals(name.value()))
                .findFirst()
                .map(cluster -> on(cluster, understood))
                .orElseGet(() -> unknown(understood, name));
    }

    private Stage on(Cluster cluster, Stage.Understood understood) {
        var asked = understood.asked();
        var message = asked.message();
        return switch (identities.identify(message.from(), cluster.id().value())) {
            case Identification.Known known ->
                    new Stage.Understood(
                            new Stage.Asked(
                                    asked.claim(), message, known, asked.session(), cluster),
                            understood.words());
            case Identification.Unlinked _ ->
                    new Stage.Answered(
                            understood,
                            Sentences.unlinked(message.from(), cluster.id()),
                            Stage.End.REFUSED);
        };
    }

    private Stage unknown(Stage.Understood understood, ClusterName name) {
        return new Stage.Answered(
                understood,
                Sentences.noSuchCluster(
                        name,
                        clusters.all().stream().map(cluster -> cluster.id().value()).toList()),
                Stage.End.REFUSED);
    }
}
