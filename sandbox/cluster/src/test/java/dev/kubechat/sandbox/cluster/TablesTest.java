package dev.kubechat.sandbox.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablesTest {
    private static StageCluster cluster;
    private static Client admin;

    @BeforeAll
    static void start() {
        var noon = InstantSource.fixed(Instant.parse("2026-03-14T12:00:00Z"));
        cluster = StageCluster.start(StageClusterOptions.shop().withClock(noon));
        admin = Client.admin(cluster);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void hasTheColumnsOfPods() {
        assertThat(admin.table("/api/v1/pods").columns())
                .containsExactly(
                        "Name",
                        "Ready",
                        "Status",
                        "Restarts",
                        "Age",
                        "IP",
                        "Node",
                        "Nominated Node",
                        "Readiness Gates");
    }

    @Test
    void printsADeploymentAsKubectlShowsIt() {
        assertThat(admin.table("/apis/apps/v1/namespaces/shop/deployments").row("checkout"))
                .containsExactly(
                        "checkout",
                        "2/2",
                        "2",
                        "2",
                        "3d5h",
                        "checkout",
                        "registry.shop.example/checkout:2.14.1",
                        "app=checkout");
    }

    @ParameterizedTest
    @CsvSource({
        "shop, recommendations, 0/1, CrashLoopBackOff, 75 (2m20s ago), 6h",
        "shop, search, 0/1, CrashLoopBackOff, 231 (2m20s ago), 19h",
        "staging, checkout, 0/1, ImagePullBackOff, 0, 120m",
        "platform, model-trainer, 0/1, Pending, 0, 5h",
        "payments, fraud-check, 0/1, Running, 0, 3h",
        "payments, settlement, 0/1, Error, 0, 8h",
        "shop, nightly-report, 0/1, Completed, 0, 7h",
        "shop, redis, 1/1, Running, 0, 34d",
    })
    void sumsUpHowAPodFares(
            String namespace,
            String app,
            String ready,
            String status,
            String restarts,
            String age) {
        var table =
                admin.table(
                                "/api/v1/namespaces/%s/pods?labelSelector=app=%s"
                                        .formatted(namespace, app))
                        .json();
        var cells =
                table.at("/rows/0/cells").values().stream()
                        .skip(1)
                        .limit(4)
                        .map(c -> c.asString())
                        .toList();
        assertThat(cells).containsExactly(ready, status, restarts, age);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/apis/apps/v1/statefulsets | postgres | postgres;2/2;40d",
                "/apis/apps/v1/daemonsets | log-agent | log-agent;3;3;3;3;3;<none>;40d",
                "/apis/batch/v1/jobs | nightly-report-29401380 |"
                        + " nightly-report-29401380;Complete;1/1;39s;7h",
                "/apis/batch/v1/cronjobs | nightly-report | nightly-report;0 3 * *"
                        + " *;<none>;False;0;7h",
                "/apis/autoscaling/v2/horizontalpodautoscalers | web | web;Deployment/web;cpu:"
                        + " 41%/70%;2;8;3;34d",
                "/apis/policy/v1/poddisruptionbudgets | payments-api | payments-api;N/A;1;1;34d",
                "/api/v1/services | kube-dns |"
                        + " kube-dns;ClusterIP;10.96.0.10;<none>;53/UDP,53/TCP;34d",
                "/apis/networking.k8s.io/v1/ingresses | shop | shop;nginx;shop.example;;80,"
                        + " 443;34d",
                "/api/v1/nodes | node-1 | node-1;Ready;worker;41d;v1.36.3;10.0.0.11;<none>",
                "/api/v1/namespaces | shop | shop;Active;34d",
                "/api/v1/secrets | acquirer | acquirer;Opaque;1;34d",
                "/api/v1/configmaps | payments-settings | payments-settings;2;34d",
                "/apis/storage.k8s.io/v1/storageclasses | standard (default) | standard"
                        + " (default);stage.kubechat.dev/volumes;Delete;Immediate;true;34d",
                "/apis/rbac.authorization.k8s.io/v1/rolebindings | sre-secret-keeper |"
                        + " sre-secret-keeper;ClusterRole/secret-keeper;34d;;sre;",
                "/apis/rbac.authorization.k8s.io/v1/clusterroles | view |"
                        + " view;2026-02-08T05:00:00Z",
            })
    void printsRowsOfManyKinds(String path, String name, String cells) {
        var wanted = cells.split(";", -1);
        assertThat(admin.table(path).row(name)).startsWith(wanted);
    }

    @Test
    void carriesTheMetadataOfEachObject() {
        var row =
                admin.table("/apis/apps/v1/namespaces/shop/deployments")
                        .json()
                        .at("/rows/0/object");
        assertThat(row.path("kind").asString()).isEqualTo("PartialObjectMetadata");
        assertThat(row.has("spec")).isFalse();
    }

    @Test
    void leavesTheObjectOutWhenAsked() {
        var table = admin.table("/api/v1/nodes?includeObject=None").json();
        assertThat(table.at("/rows/0").has("object")).isFalse();
    }

    @Test
    void printsOneObjectAsATableToo() {
        assertThat(admin.table("/api/v1/namespaces/shop").row("shop"))
                .containsExactly("shop", "Active", "34d");
    }
}
