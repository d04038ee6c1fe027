package dev.kubechat.execute.change;

import static dev.kubechat.cluster.ClusterFixture.caller;
import static dev.kubechat.execute.change.ExecuteFixture.command;
import static dev.kubechat.execute.change.ExecuteFixture.readsThrough;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.execute.api.AttachedFiles;
import dev.kubechat.execute.api.Outcome;
import dev.kubechat.execute.api.SecretValues;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DryRunVerbTest {

    private final AnswersFixture cluster = new AnswersFixture();

    DryRunVerbTest() {
        cluster.to(
                "GET /api/v1",
                """
                {"resources": [{"name": "configmaps", "singularName": "configmap", "kind": "ConfigMap", "namespaced": true, "verbs": ["get"]},
                               {"name": "secrets", "singularName": "secret", "kind": "Secret", "namespaced": true, "verbs": ["get"]},
                               {"name": "services", "singularName": "service", "kind": "Service", "namespaced": true, "verbs": ["get"]},
                               {"name": "pods", "singularName": "pod", "kind": "Pod", "namespaced": true, "verbs": ["get"]}]}
                """);
        cluster.to(
                "GET /apis",
                """
                {"groups": [{"name": "apps", "versions": [{"version": "v1"}], "preferredVersion": {"groupVersion": "apps/v1"}},
                            {"name": "policy", "versions": [{"version": "v1"}], "preferredVersion": {"groupVersion": "policy/v1"}}]}
                """);
        cluster.to(
                "GET /apis/apps/v1",
                """
                {"resources": [{"name": "deployments", "singularName": "deployment", "kind": "Deployment", "namespaced": true, "verbs": ["get"]}]}
                """);
        cluster.to(
                "GET /apis/policy/v1",
                """
                {"resources": [{"name": "poddisruptionbudgets", "singularName": "poddisruptionbudget", "kind": "PodDisruptionBudget", "namespaced": true, "verbs": ["get"]}]}
                """);
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void showsTheDeploymentThatWouldBeMade() {
        assertThat(
                        printed(
                                "create deployment web -n shop"
                                        + " --image=registry.example.com/web@sha256:1 --port=80"
                                        + " --dry-run=client -o yaml"))
                .isEqualTo(
                        """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata:
                          labels:
                            app: web
                          name: web
                          namespace: shop
                        spec:
                          replicas: 1
                          selector:
                            matchLabels:
                              app: web
                          strategy: {}
                          template:
                            metadata:
                              labels:
                                app: web
                            spec:
                              containers:
                              - image: registry.example.com/web@sha256:1
                                name: web
                                ports:
                                - containerPort: 80
                                resources: {}
                        status: {}
                        """);
    }

    @Test
    void P9_masksTheValuesOfASecretThatWouldBeMade() {
        var shown =
                printed(
                        "create secret generic keys -n shop --from-literal=password=hunter2"
                                + " --dry-run=client -o yaml");

        assertThat(shown).contains("password: (hidden)").doesNotContain("aHVudGVyMg==");
    }

    @Test
    void P9_showsNoValuesOfASecretThatIsThere() {
        cluster.to(
                "GET /api/v1/namespaces/shop/secrets/keys",
                """
                {"kind": "Secret", "apiVersion": "v1", "metadata": {"name": "keys", "namespace": "shop"}, "data": {"password": "aHVudGVyMg=="}}
                """);
        var line = "label secret keys -n shop a=b --dry-run=client -o yaml";

        var shown =
                readsThrough(cluster.door())
                        .read(command(line), caller("alice", "sre"), SecretValues.AS_NAMED);

        assertThat(((Outcome.Printed) shown).text())
                .contains("password: (hidden)")
                .doesNotContain("aHVudGVyMg==");
    }

    @Test
    void saysInKubectlsWordsWhatWouldBeDone() {
        assertThat(printed("create configmap settings -n shop --from-literal=a=1 --dry-run=client"))
                .isEqualTo("configmap/settings created (dry run)\n");
        assertThat(printed("run probe -n shop --image=busybox --dry-run=client -o name"))
                .isEqualTo("pod/probe\n");
    }

    @Test
    void addsAHashOfWhatIsInItToTheName() {
        assertThat(
                        printed(
                                "create configmap settings -n shop --from-literal=a=1 --append-hash"
                                        + " --dry-run=client -o name"))
                .matches("configmap/settings-[a-z0-9]{10}\n");
    }

    @Test
    void readsASelectorOfAllKinds() {
        assertThat(
                        printed(
                                "create pdb web -n shop --selector='app=web,tier in (b,a),!old'"
                                    + " --min-available=50% --dry-run=client -o jsonpath={.spec}"))
                .isEqualTo(
                        """
                        {"minAvailable":"50%","selector":{"matchExpressions":[{"key":"tier","operator":"In","values":["a","b"]},{"key":"old","operator":"DoesNotExist"}],"matchLabels":{"app":"web"}}}\
                        """
                                .strip());
    }

    @Test
    void changesALabelByItselfWithoutTheServer() {
        cluster.to(
                "GET /apis/apps/v1/namespaces/shop/deployments/web",
                """
                {"kind": "Deployment", "apiVersion": "apps/v1", "metadata": {"name": "web", "namespace": "shop", "labels": {"app": "web"}}}
                """);

        assertThat(printed("label deployment web -n shop tier=front app- --dry-run=client"))
                .isEqualTo("deployment.apps/web modified (dry run)\n");
        assertThat(
                        printed(
                                "label deployment web -n shop tier=front --dry-run=client -o"
                                        + " jsonpath={.metadata.labels}"))
                .isEqualTo("{\"app\":\"web\",\"tier\":\"front\"}");
        assertThat(cluster.asked()).allMatch(asked -> asked.method().equals("GET"));
    }

    @Test
    void saysThatThereIsNothingToDo() {
        cluster.to(
                "GET /apis/apps/v1/namespaces/shop/deployments/web",
                """
                {"kind": "Deployment", "apiVersion": "apps/v1", "metadata": {"name": "web", "namespace": "shop"}}
                """);

        assertThat(printed("label deployment web -n shop tier- --dry-run=client"))
                .isEqualTo("deployment.apps/web not labeled (dry run)\n");
    }

    @Test
    void listsTheVariablesOfAWorkloadWithoutCredentials() {
        cluster.to(
                "GET /apis/apps/v1/namespaces/shop/deployments/web",
                """
                {"kind": "Deployment", "apiVersion": "apps/v1", "metadata": {"name": "web", "namespace": "shop"},
                 "spec": {"template": {"spec": {"containers": [{"name": "app", "env": [
                     {"name": "LEVEL", "value": "info"}, {"name": "DB_PASSWORD", "value": "hunter2"},
                     {"name": "KEY", "valueFrom": {"secretKeyRef": {"name": "keys", "key": "k"}}}]}]}}}}
                """);

        assertThat(printed("set env deployment/web -n shop --list"))
                .isEqualTo(
                        """
                        # Deployment web, container app
                        LEVEL=info
                        DB_PASSWORD=(hidden)
                        # KEY from secret keys, key k
                        """);
    }

    @Test
    void makesAConfigMapOfTheFilesThatCameWithIt() {
        assertThat(
                        printed(
                                "create configmap web -n shop --from-file=conf/site.conf"
                                        + " --from-file=main=site.conf --dry-run=client -o"
                                        + " jsonpath={.data}",
                                name -> Optional.of("listen 80\n")))
                .isEqualTo("{\"main\":\"listen 80\\n\",\"site.conf\":\"listen 80\\n\"}");
    }

    @Test
    void P9_hidesWhatASecretTakesOutOfAFile() {
        assertThat(
                        printed(
                                "create secret generic web -n shop --from-env-file=web.env"
                                        + " --dry-run=client -o yaml",
                                name -> Optional.of("TOKEN=open-sesame\n")))
                .contains("TOKEN:")
                .doesNotContain("b3Blbi1zZXNhbWU");
    }

    @Test
    void showsWhatWouldComeOutOfAFileWithoutTheCluster() {
        var manifest =
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  template:
                    spec:
                      containers: [{name: app, image: "app:1"}, {name: side, image: "side:1"}]
                """;

        assertThat(
                        printed(
                                "label -f web.yaml -n shop tier=front --local",
                                _ -> Optional.of(manifest)))
                .isEqualTo("deployment.apps/web labeled\n");
        assertThat(
                        printed(
                                "set image -f web.yaml -n shop app=app:2 --local -o yaml",
                                _ -> Optional.of(manifest)))
                .isEqualTo(
                        """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata:
                          name: web
                        spec:
                          strategy: {}
                          template:
                            metadata: {}
                            spec:
                              containers:
                              - image: app:2
                                name: app
                                resources: {}
                              - image: side:1
                                name: side
                                resources: {}
                        status: {}
                        """);
        assertThat(
                        printed(
                                "patch -f web.yaml -n shop --local --type=json -p"
                                    + " '[{\"op\":\"remove\",\"path\":\"/spec/template/spec/containers/0\"}]'"
                                    + " -o jsonpath={.spec.template.spec.containers[*].name}",
                                _ -> Optional.of(manifest)))
                .isEqualTo("side");
        assertThat(cluster.asked())
                .noneMatch(asked -> asked.path().startsWith("/apis/apps/v1/namespaces"));
    }

    @Test
    void knowsNoKindBetterThanTheFileDoes() {
        assertThat(
                        printed(
                                "annotate -f one.yaml -n shop note=a --local",
                                _ ->
                                        Optional.of(
                                                "{apiVersion: x.example.com/v1, kind: Thing,"
                                                        + " metadata: {name: one}}")))
                .isEqualTo("thing.x.example.com/one annotated\n");
    }

    @Test
    void listsLabelsAndChangesNone() {
        cluster.to(
                "GET /apis/apps/v1/namespaces/shop/deployments/web",
                """
                {"kind": "Deployment", "apiVersion": "apps/v1", "metadata": {"name": "web", "namespace": "shop", "labels": {"tier": "front", "app": "web"}}}
                """);
        cluster.to(
                "GET /apis/apps/v1/namespaces/shop/deployments",
                "{\"items\": [{\"metadata\": {\"name\": \"web\", \"labels\": {\"app\":"
                        + " \"web\"}}}]}");

        assertThat(printed("label deployment web -n shop --list"))
                .isEqualTo("app=web\ntier=front\n");
        assertThat(printed("label deployment web -n shop --list owner=ann tier-"))
                .isEqualTo("app=web\nowner=ann\n");
        assertThat(printed("label deployment --all -n shop --list"))
                .isEqualTo("Listing labels for Deployment.apps/web:\n app=web\n");
        assertThat(cluster.asked()).allMatch(asked -> asked.method().equals("GET"));
    }

    @Test
    void asksForTheFileThatIsNotThere() {
        assertThat(read("create configmap web -n shop --from-file=site.conf --dry-run=client"))
                .isEqualTo(
                        new Outcome.Refused(
                                "There is no file called site.conf here. Attach it to the message,"
                                        + " or put it into a code block of that name.",
                                "error: error reading site.conf: no such file or directory\n"));
    }

    @Test
    void P9_doesNotQuoteALineThatHoldsNoVariable() {
        var read =
                readsThrough(cluster.door())
                        .read(
                                command(
                                        "create secret generic web -n shop --from-env-file=web.env"
                                                + " --dry-run=client"),
                                caller("alice", "sre"),
                                _ -> {},
                                _ -> Optional.of("A=b\nopen sesame\n"));

        assertThat(read)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused ->
                                assertThat(refused.sentence())
                                        .isEqualTo(
                                                "Line 2 of web.env does not begin with the name of"
                                                        + " a variable and =, like LEVEL=debug."));
    }

    private String printed(String line, AttachedFiles files) {
        return ((Outcome.Printed)
                        readsThrough(cluster.door())
                                .read(command(line), caller("alice", "sre"), _ -> {}, files))
                .text();
    }

    private String printed(String line) {
        return ((Outcome.Printed) read(line)).text();
    }

    private Outcome read(String line) {
        return readsThrough(cluster.door()).read(command(line), caller("alice", "sre"));
    }
}
