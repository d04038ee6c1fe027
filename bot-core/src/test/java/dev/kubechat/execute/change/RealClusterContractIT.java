package dev.kubechat.execute.change;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kubechat.cluster.ClusterDoor;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract on a throw-away cluster, of which KUBECHAT_TEST_KUBECONFIG names an admin's kubeconfig. */
public class RealClusterContractIT
        implements ClusterContract,
                ConstrainedImpersonationContract,
                LostCallsContract,
                LastMomentContract {

    private static @Nullable RealCluster cluster;

    @BeforeAll
    static void prepare() {
        var kubeconfig = System.getenv("KUBECHAT_TEST_KUBECONFIG");
        if (kubeconfig == null) {
            System.out.println(
                    "RealClusterContractIT is skipped: KUBECHAT_TEST_KUBECONFIG names no cluster.");
        }
        assumeTrue(kubeconfig != null, "KUBECHAT_TEST_KUBECONFIG names no cluster");
        cluster = RealCluster.prepare(Objects.requireNonNull(kubeconfig));
    }

    @AfterAll
    static void cleanUp() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Override
    public Ground ground() {
        return Objects.requireNonNull(cluster).ground();
    }

    @Override
    public FaultProxy proxy() {
        return Objects.requireNonNull(cluster).proxy();
    }

    @Override
    public ClusterDoor doorThroughProxy() {
        return Objects.requireNonNull(cluster).doorThroughProxy();
    }

    @Override
    public KubernetesClient others() {
        return Objects.requireNonNull(cluster).admin();
    }
}
