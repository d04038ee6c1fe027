package dev.kubechat.sandbox.cluster;

import static dev.kubechat.sandbox.cluster.Manifests.PODS;
import static dev.kubechat.sandbox.cluster.Manifests.workload;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatefulAndOneOffWorkloadsTest {
    private static final String APPS = "/apis/apps/v1/namespaces/default/";
    private static final String JOBS = "/apis/batch/v1/namespaces/default/jobs";
    private static final String RESTART =
            "{\"spec\": {\"template\": {\"metadata\": {\"annotations\":"
                    + " {\"kubectl.kubernetes.io/restartedAt\": \"now\"}}}}}";
    private StageCluster cluster;
    private Client admin;

    @BeforeEach
    void start() {
        cluster = StageCluster.start(StageClusterOptions.empty());
        admin = Client.admin(cluster);
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void aStatefulSetNumbersItsPods() {
        put(
                "statefulsets",
                workload(
                        "StatefulSet", "db", "\"replicas\": 3, \"serviceName\": \"db\",", "ready"));
        assertThat(pods("db")).containsExactly("db-0", "db-1", "db-2");
        change(APPS + "statefulsets/db/scale", "{\"spec\": {\"replicas\": 1}}");
        assertThat(pods("db")).containsExactly("db-0");
    }

    @Test
    void aStatefulSetRenewsItsPodsUnderTheirNames() {
        put(
                "statefulsets",
                workload(
                        "StatefulSet", "db", "\"replicas\": 2, \"serviceName\": \"db\",", "ready"));
        var before = admin.get(PODS + "/db-0").at("/metadata/uid");
        change(APPS + "statefulsets/db", RESTART);
        assertThat(pods("db")).containsExactly("db-0", "db-1");
        assertThat(admin.get(PODS + "/db-0").at("/metadata/uid")).isNotEqualTo(before);
        assertThat(admin.get(APPS + "controllerrevisions").names()).hasSize(2);
    }

    @Test
    void aStatefulSetWaitsForAPodThatIsNotReady() {
        put(
                "statefulsets",
                workload(
                        "StatefulSet",
                        "db",
                        "\"replicas\": 2, \"serviceName\": \"db\",",
                        "not-ready"));
        assertThat(pods("db")).containsExactly("db-0");
    }

    @Test
    void aDaemonSetRunsOnEachNode() {
        put("daemonsets", workload("DaemonSet", "agent", "", "ready"));
        var nodes =
                admin.get(PODS).json().path("items").values().stream()
                        .map(p -> p.at("/spec/nodeName").asString())
                        .toList();
        assertThat(nodes).containsExactlyInAnyOrder("node-1", "node-2", "node-3");
        assertThat(status(APPS + "daemonsets/agent", "numberReady")).isEqualTo(3);
    }

    @Test
    void aJobRunsToItsEnd() {
        admin.post(JOBS, job("report", "complete"));
        cluster.settle();
        assertThat(admin.table(JOBS).row("report")).startsWith("report", "Complete", "1/1");
        assertThat(admin.get(PODS).at("/items/0/status/phase")).isEqualTo("Succeeded");
    }

    @Test
    void aJobGivesUpAfterItsLastTry() {
        admin.post(JOBS, job("report", "fail"));
        cluster.settle();
        assertThat(admin.table(JOBS).row("report")).startsWith("report", "Failed", "0/1");
        assertThat(admin.get(PODS).names()).hasSize(3);
    }

    private static String job(String name, String behaviour) {
        return """
        {"metadata": {"name": "%s"}, "spec": {"backoffLimit": 2, "template": {
         "metadata": {"annotations": {"sandbox.kubechat.dev/behaviour": "%s"}},
         "spec": {"restartPolicy": "Never", "containers": [{"name": "main", "image": "shop/report:1"}]}}}}
        """
                .formatted(name, behaviour);
    }

    private void put(String plural, String manifest) {
        assertThat(admin.post(APPS + plural, manifest).code()).isEqualTo(201);
        cluster.settle();
    }

    private void change(String path, String patch) {
        assertThat(admin.patch(path, Client.MERGE, patch).code()).isEqualTo(200);
        cluster.settle();
    }

    private List<String> pods(String app) {
        return admin.get(PODS + "?labelSelector=app=" + app).names();
    }

    private int status(String path, String field) {
        return admin.get(path).json().at("/status/" + field).asInt(0);
    }
}
