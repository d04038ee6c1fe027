package dev.kubechat.execute.read;

import static dev.kubechat.cluster.ClusterFixture.caller;
import static dev.kubechat.cluster.ClusterFixture.doorTo;
import static dev.kubechat.cluster.FakeApiServer.answering;
import static dev.kubechat.execute.change.ExecuteFixture.command;
import static dev.kubechat.execute.change.ExecuteFixture.readsThrough;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.cluster.ClusterDoor;
import dev.kubechat.cluster.FakeApiServer;
import dev.kubechat.execute.api.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadVerbsTest {

    private static final String NOT_FOUND =
            """
            {"kind": "Status", "reason": "NotFound", "message": "not found"}
            """;

    private static final Optional<String> SECRET =
            Optional.of("{apiVersion: v1, kind: Secret, metadata: {name: db}}");

    private final Map<String, String> answers = new LinkedHashMap<>();
    private final FakeApiServer server =
            new FakeApiServer(exchange -> {
                var asked = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
                var answer = answers.get(asked);
                answering(answer == null ? 404 : 200, answer == null ? NOT_FOUND : answer)
                        .answer(exchange);
            });
    private final ClusterDoor door = doorTo(server.kubeconfig());

    ReadVerbsTest() {
        answers.put(
                "GET /api/v1",
                """
                {"resources": [{"name": "configmaps", "singularName": "configmap", "kind": "ConfigMap", "namespaced": true, "verbs": ["get"]},
                               {"name": "secrets", "singularName": "secret", "kind": "Secret", "namespaced": true, "verbs": ["get", "list"], "shortNames": ["se"]}]}
                """);
        answers.put("GET /api", "{\"versions\": [\"v1\"]}");
        answers.put("GET /apis", "{\"groups\": []}");
    }

    @AfterEach
    void close() {
        door.close();
        server.close();
    }

    @Test
    void saysThatNothingIsMeasured() {
        assertThat(read("top pods -n shop"))
                .isEqualTo(
                        new Outcome.Refused(
                                "Cluster staging measures nothing: its metrics server is missing or"
                                        + " away.",
                                "error: Metrics API not available\n"));
    }

    @Test
    void sumsUpWhatPodsUse() {
        answers.put(
                "GET /apis",
                """
                {"groups": [{"name": "metrics.k8s.io", "versions": [{"version": "v1beta1"}], "preferredVersion": {"version": "v1beta1"}}]}
                """);
        answers.put(
                "GET /apis/metrics.k8s.io/v1beta1/namespaces/shop/pods",
                """
                {"items": [{"metadata": {"name": "web-1", "namespace": "shop"}, "containers": [{"name": "app", "usage": {"cpu": "1500u", "memory": "2Mi"}}]},
                           {"metadata": {"name": "web-0", "namespace": "shop"}, "containers": [{"name": "app", "usage": {"cpu": "120m", "memory": "64Mi"}}, {"name": "proxy", "usage": {"cpu": "1", "memory": "1Mi"}}]}]}
                """);

        assertThat(printed("top pods -n shop --sum"))
                .isEqualTo(
                        """
                        NAME    CPU(cores)   MEMORY(bytes)  \s
                        web-0   1120m        65Mi           \s
                        web-1   2m           2Mi            \s
                                ________     ________       \s
                                1122m        67Mi           \s
                        """);
    }

    @Test
    void listsResourcesOfAServerThatTellsThemOneByOne() {
        assertThat(printed("api-resources --verbs=list"))
                .isEqualTo(
                        """
                        NAME      SHORTNAMES   APIVERSION   NAMESPACED   KIND
                        secrets   se           v1           true         Secret
                        """);
    }

    @Test
    void endsWithOneWhereSomethingIsNotAllowed() {
        answers.put(
                "POST /apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
                "{\"status\": {\"allowed\": false, \"reason\": \"because\"}}");

        assertThat(read("auth can-i frob secrets -n shop"))
                .isEqualTo(
                        new Outcome.Printed(
                                "no - because\n",
                                "",
                                "Warning: verb 'frob' is not a known verb\n\n",
                                1));
        assertThat(read("auth can-i get secrets -n shop -q"))
                .isEqualTo(new Outcome.Printed("", "No.", "", 1));
    }

    @Test
    void showsNoExtraThatIsKubeChatsOwn() {
        answers.put(
                "POST /apis/authentication.k8s.io/v1/selfsubjectreviews",
                """
                {"status": {"userInfo": {"username": "alice", "groups": ["sre", "dev"], "extra": {"kubechat.dev/request": ["1"]}}}}
                """);

        assertThat(printed("auth whoami"))
                .isEqualTo(
                        """
                        ATTRIBUTE   VALUE
                        Username    alice
                        Groups      [sre dev]
                        """);
    }

    @Test
    void tellsTheVersionThatIsFollowedAndTheServers() {
        answers.put("GET /version", "{\"gitVersion\": \"v1.36.3\", \"major\": \"1\"}");

        assertThat(printed("version"))
                .isEqualTo(
                        """
                        Client Version: v1.36.3
                        Kustomize Version: v5.8.1
                        Server Version: v1.36.3
                        """);
        assertThat(printed("version --client -o json"))
                .contains("\"gitVersion\": \"v1.36.3\"")
                .doesNotContain("serverVersion");
    }

    @Test
    void tellsWhatKubeChatKnowsOfItsClustersAndNoCredential() {
        assertThat(printed("config view"))
                .contains("server: " + server.url(), "name: staging", "user: alice")
                .doesNotContain("token", "bot-token");
        assertThat(printed("config get-contexts"))
                .isEqualTo(
                        """
                        CURRENT   NAME      CLUSTER   AUTHINFO   NAMESPACE
                        *         staging   staging   alice      default
                        """);
    }

    @Test
    void saysThatAManifestIsNotAttached() {
        assertThat(read("diff -f web.yaml -n shop"))
                .isEqualTo(
                        new Outcome.Printed(
                                "",
                                "There is no file called web.yaml here. Attach it to the message,"
                                        + " or put it into a code block of that name.",
                                "error: the path \"web.yaml\" does not exist\n",
                                2));
    }

    @Test
    void P9_showsThatASecretChangesAndNoneOfItsValues() {
        answers.put(
                "GET /api/v1/namespaces/shop/secrets/db",
                """
                {"kind": "Secret", "apiVersion": "v1", "metadata": {"name": "db", "namespace": "shop"}, "data": {"a": "b2xk", "b": "c2FtZQ=="}}
                """);
        answers.put(
                "PATCH /api/v1/namespaces/shop/secrets/db",
                """
                {"kind": "Secret", "apiVersion": "v1", "metadata": {"name": "db", "namespace": "shop"}, "data": {"a": "bmV3", "b": "c2FtZQ=="}}
                """);

        var outcome =
                readsThrough(door)
                        .read(
                                command("diff -f db.yaml -n shop"),
                                caller("alice"),
                                _ -> {},
                                _ ->
                                        Optional.of(
                                                "{apiVersion: v1, kind: Secret, metadata: {name:"
                                                        + " db}, data: {a: bmV3, b: c2FtZQ==}}"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Printed.class,
                        printed -> {
                            assertThat(printed.exit()).isEqualTo(1);
                            assertThat(printed.text())
                                    .contains("-  a: '*** (before)'", "+  a: '*** (after)'")
                                    .doesNotContain("b2xk", "bmV3", "c2FtZQ");
                        });
        assertThat(server.asked())
                .filteredOn(asked -> !asked.method().equals("GET"))
                .allSatisfy(asked -> assertThat(asked.path()).contains("dryRun=All"));
    }

    @Test
    void P9_showsNoValueOfASecretThatAManifestNames() {
        answers.put(
                "GET /api/v1/namespaces/shop/secrets/db",
                """
                {"kind": "Secret", "apiVersion": "v1", "metadata": {"name": "db", "namespace": "shop"}, "data": {"a": "b2xk"}}
                """);
        var get = command("get -f db.yaml -n shop -o jsonpath={.metadata.name},{.data.a}");

        var outcome = readsThrough(door).read(get, caller("alice"), _ -> {}, _ -> SECRET);

        assertThat(((Outcome.Printed) outcome).text()).startsWith("db,").doesNotContain("b2xk");
    }

    @Test
    void P9_dumpsLogsAndObjectsWithoutCredentials() {
        answerWorkloads();
        answers.put(
                "GET /api/v1/namespaces/shop/pods",
                """
                {"kind": "PodList", "items": [{"metadata": {"name": "web-0", "namespace": "shop", "managedFields": [{}]},
                  "spec": {"containers": [{"name": "app", "env": [{"name": "DB_PASSWORD", "value": "hunter2-secret"}]}]}}]}
                """);
        answers.put("GET /api/v1/namespaces/shop/pods/web-0/log", "password=hunter2-secret\n");

        assertThat(printed("cluster-info dump --namespaces shop"))
                .startsWith("{\n    \"kind\": \"NodeList\"")
                .contains(
                        "\"name\": \"DB_PASSWORD\"",
                        "==== START logs for container app of pod shop/web-0 ====\npassword=",
                        "==== END logs for container app of pod shop/web-0 ====\n")
                .doesNotContain("hunter2-secret", "managedFields");
    }

    @Test
    void dumpsAsFarAsThePersonMayLook() {
        answerWorkloads();

        assertThat(read("cluster-info dump --namespaces shop"))
                .isInstanceOfSatisfying(
                        Outcome.Printed.class,
                        printed -> {
                            assertThat(printed.text()).contains("ReplicaSetList");
                            assertThat(printed.errors()).contains("not found");
                            assertThat(printed.note()).isNotEmpty();
                            assertThat(printed.exit()).isEqualTo(1);
                        });
    }

    private void answerWorkloads() {
        answers.put(
                "GET /api/v1",
                """
                {"resources": [{"name": "nodes", "kind": "Node", "namespaced": false, "verbs": ["list"]},
                               {"name": "events", "kind": "Event", "namespaced": true, "verbs": ["list"]},
                               {"name": "services", "kind": "Service", "namespaced": true, "verbs": ["list"]},
                               {"name": "replicationcontrollers", "kind": "ReplicationController", "namespaced": true, "verbs": ["list"]},
                               {"name": "pods", "kind": "Pod", "namespaced": true, "verbs": ["list"]}]}
                """);
        answers.put(
                "GET /apis",
                """
                {"groups": [{"name": "apps", "versions": [{"groupVersion": "apps/v1", "version": "v1"}], "preferredVersion": {"groupVersion": "apps/v1", "version": "v1"}}]}
                """);
        answers.put(
                "GET /apis/apps/v1",
                """
                {"resources": [{"name": "daemonsets", "kind": "DaemonSet", "namespaced": true, "verbs": ["list"]},
                               {"name": "deployments", "kind": "Deployment", "namespaced": true, "verbs": ["list"]},
                               {"name": "replicasets", "kind": "ReplicaSet", "namespaced": true, "verbs": ["list"]}]}
                """);
        answers.put("GET /api/v1/nodes", "{\"kind\": \"NodeList\", \"items\": []}");
        for (var type : List.of("events", "services", "replicationcontrollers")) {
            answers.put("GET /api/v1/namespaces/shop/" + type, "{\"items\": []}");
        }
        for (var kind : List.of("DaemonSet", "Deployment", "ReplicaSet")) {
            answers.put(
                    "GET /apis/apps/v1/namespaces/shop/" + kind.toLowerCase(Locale.ROOT) + "s",
                    "{\"kind\": \"%sList\", \"items\": []}".formatted(kind));
        }
    }

    @Test
    void looksInNoOtherNamespaceThanTheCommandSays() {
        var get = command("get -f db.yaml -n bank");
        var elsewhere =
                Optional.of(
                        "{apiVersion: v1, kind: Secret, metadata: {name: db, namespace: shop}}");

        var outcome = readsThrough(door).read(get, caller("alice"), _ -> {}, _ -> elsewhere);

        assertThat(((Outcome.Refused) outcome).sentence())
                .isEqualTo(
                        "Secret db is for namespace shop, and this would run in bank. Say -n shop,"
                                + " or take the namespace out of the manifest.");
        assertThat(server.asked())
                .noneSatisfy(asked -> assertThat(asked.path()).contains("/secrets"));
    }

    @Test
    void looksUpNoNameThatNothingCanHave() {
        var get = command("get -f db.yaml -n shop");
        var hostile =
                Optional.of("{apiVersion: v1, kind: Secret, metadata: {name: \"../../nodes\"}}");

        var outcome = readsThrough(door).read(get, caller("alice"), _ -> {}, _ -> hostile);

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(server.asked()).noneSatisfy(asked -> assertThat(asked.path()).contains("nodes"));
    }

    private Outcome read(String line) {
        return readsThrough(door).read(command(line), caller("alice"));
    }

    private String printed(String line) {
        return ((Outcome.Printed) read(line)).text();
    }
}
