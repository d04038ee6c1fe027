package dev.kubechat.execute.change;

import dev.kubechat.cluster.ClusterFixture;
import dev.kubechat.sandbox.cluster.StageCluster;
import dev.kubechat.sandbox.cluster.StageClusterOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The in-process cluster keeps what the executor relies on, as a real API server does. */
class StageClusterContractIT implements ClusterContract, ConstrainedImpersonationContract {

    private static StageCluster stage;
    private static Ground ground;

    @BeforeAll
    static void start() {
        stage = StageCluster.start(StageClusterOptions.shop());
        haveSomethingHappen();
        ground =
                new Ground(
                        ClusterFixture.doorTo(
                                ClusterFixture.kubeconfigWithToken(
                                        stage.kubeconfig(), stage.token("bot"))),
                        "shop",
                        ClusterFixture.caller("bob", "sre"),
                        ClusterFixture.caller("dave", "viewers"),
                        ClusterFixture.caller("mallory"));
    }

    /** Events of the shop's past have expired, as they do on a real cluster. */
    private static void haveSomethingHappen() {
        try (var admin = ClusterFixture.unguardedClient(stage.kubeconfig())) {
            admin.apps().deployments().inNamespace("shop").withName("checkout").scale(3);
        }
        stage.settle();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @Override
    public Ground ground() {
        return ground;
    }
}
