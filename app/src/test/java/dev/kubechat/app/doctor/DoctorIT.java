package dev.kubechat.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.app.verb.Ran;
import dev.kubechat.sandbox.backends.Backends;
import dev.kubechat.sandbox.backends.Database;
import dev.kubechat.sandbox.cluster.StageCluster;
import dev.kubechat.sandbox.cluster.StageClusterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor on what KubeChat really needs. */
class DoctorIT {

    @TempDir private Path folder;

    private final Database database = Backends.postgres().newDatabase();

    private Ran doctor(StageCluster cluster, String context, String password) throws IOException {
        var kubeconfig = folder.resolve("kubeconfig");
        Files.writeString(kubeconfig, cluster.kubeconfig());
        var words = new ArrayList<String>();
        words.addAll(
                List.of(
                        "--server.port=0",
                        "--kubechat.database.url=" + database.url(),
                        "--kubechat.database.username=" + database.app().user(),
                        "--kubechat.database.password=" + password,
                        "--kubechat.database.owner-username=" + database.owner().user(),
                        "--kubechat.database.owner-password=" + database.owner().password(),
                        "--kubechat.redis.url=" + Backends.redis().url(),
                        "--kubechat.clusters[0].id=staging",
                        "--kubechat.clusters[0].context=" + context,
                        "--kubechat.clusters[0].kubeconfig=" + kubeconfig,
                        "--kubechat.people.alice.user=alice",
                        "--kubechat.people.alice.groups=shop-developers"));
        return Ran.with(new DoctorVerb(Map.of(), folder), "", words.toArray(String[]::new));
    }

    @Test
    void findsAllThatIsThere() throws IOException {
        try (var cluster = StageCluster.start(StageClusterOptions.shop())) {
            var ran = doctor(cluster, "bot", database.app().password());
            assertThat(ran.out())
                    .contains("ok        database             PostgreSQL 18")
                    .contains("ok        database tables      none yet")
                    .contains("ok        database owner")
                    .contains("ok        time")
                    .contains("ok        Redis")
                    .contains("ok        cluster staging      answers, v1.36")
                    .contains("ok        cluster staging rights")
                    .endsWith("KubeChat has what it needs.\n");
            assertThat(ran.status()).isZero();
        }
    }

    @Test
    void findsRightsThatAreTooWideAndAWrongPassword() throws IOException {
        try (var cluster = StageCluster.start(StageClusterOptions.shop())) {
            var ran = doctor(cluster, "admin", "wrong");
            assertThat(ran.out())
                    .contains(
                            "wrong     cluster staging rights too wide, KubeChat may: impersonate"
                                    + " any of users")
                    .contains("wrong     database             PostgreSQL does not let");
            assertThat(ran.status()).isOne();
        }
    }
}
