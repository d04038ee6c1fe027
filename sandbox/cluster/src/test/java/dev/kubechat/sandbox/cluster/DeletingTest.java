package dev.kubechat.sandbox.cluster;

import static dev.kubechat.sandbox.cluster.Manifests.DEPLOYMENTS;
import static dev.kubechat.sandbox.cluster.Manifests.PODS;
import static dev.kubechat.sandbox.cluster.Manifests.configMap;
import static dev.kubechat.sandbox.cluster.Manifests.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeletingTest {
    private static final String REPLICA_SETS = "/apis/apps/v1/namespaces/default/replicasets";
    private StageCluster cluster;
    private Client admin;
    private Answer web;

    @BeforeEach
    void startWithADeployment() {
        cluster = StageCluster.start(StageClusterOptions.empty());
        admin = Client.admin(cluster);
        web = admin.post(DEPLOYMENTS, deployment("web", 2));
        cluster.settle();
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void answersWithTheUidOfWhatIsGone() {
        var answer = admin.delete(DEPLOYMENTS + "/web");
        assertThat(answer.code()).isEqualTo(200);
        assertThat(answer.json().path("details").toString())
                .isEqualTo(
                        "{\"name\":\"web\",\"group\":\"apps\",\"kind\":\"deployments\",\"uid\":\"%s\"}"
                                .formatted(web.at("/metadata/uid")));
    }

    @Test
    void takesDependentsAlongInTheBackground() {
        admin.delete(DEPLOYMENTS + "/web", "{\"propagationPolicy\": \"Background\"}");
        cluster.settle();
        assertThat(admin.get(REPLICA_SETS).names()).isEmpty();
        assertThat(admin.get(PODS).names()).isEmpty();
    }

    @Test
    void keepsAnOwnerUntilItsDependentsAreGoneInTheForeground() {
        var answer = admin.delete(DEPLOYMENTS + "/web?propagationPolicy=Foreground&dryRun=All");
        assertThat(answer.at("/metadata/finalizers/0")).isEqualTo("foregroundDeletion");
        admin.delete(DEPLOYMENTS + "/web?propagationPolicy=Foreground");
        cluster.settle();
        assertThat(admin.get(DEPLOYMENTS).names()).isEmpty();
        assertThat(admin.get(PODS).names()).isEmpty();
    }

    @Test
    void leavesDependentsBehindAsOrphans() {
        admin.delete(DEPLOYMENTS + "/web", "{\"propagationPolicy\": \"Orphan\"}");
        cluster.settle();
        assertThat(admin.get(DEPLOYMENTS).names()).isEmpty();
        assertThat(admin.get(PODS).names()).hasSize(2);
        assertThat(admin.get(REPLICA_SETS).json().at("/items/0/metadata/ownerReferences").isEmpty())
                .isTrue();
    }

    @Test
    void refusesAnotherUid() {
        var answer = admin.delete(DEPLOYMENTS + "/web", "{\"preconditions\": {\"uid\": \"nope\"}}");
        assertThat(answer.code()).isEqualTo(409);
        assertThat(answer.message())
                .isEqualTo(
                        "Operation cannot be fulfilled on Deployment.apps \"web\": the UID in the"
                                + " precondition (nope) does not match the UID in record "
                                + "(%s). The object might have been deleted and then recreated"
                                        .formatted(web.at("/metadata/uid")));
    }

    @Test
    void refusesAnotherResourceVersion() {
        var answer =
                admin.delete(
                        DEPLOYMENTS + "/web", "{\"preconditions\": {\"resourceVersion\": \"1\"}}");
        assertThat(answer.code()).isEqualTo(409);
        assertThat(answer.message())
                .contains(
                        "the ResourceVersion in the precondition (1) does not match the"
                                + " ResourceVersion in record");
    }

    @Test
    void deletesNothingInADryRun() {
        assertThat(admin.delete(DEPLOYMENTS + "/web?dryRun=All").at("/status"))
                .isEqualTo("Success");
        assertThat(admin.delete(DEPLOYMENTS + "/web", "{\"dryRun\": [\"All\"]}").at("/status"))
                .isEqualTo("Success");
        assertThat(admin.get(DEPLOYMENTS).names()).containsExactly("web");
    }

    @Test
    void givesAPodTimeToEnd() {
        var pod = admin.get(PODS).names().getFirst();
        var answer = admin.delete(PODS + "/" + pod);
        assertThat(answer.at("/kind")).isEqualTo("Pod");
        assertThat(answer.json().at("/metadata/deletionGracePeriodSeconds").asInt()).isEqualTo(30);
        cluster.settle();
        assertThat(admin.get(PODS).names()).hasSize(2).doesNotContain(pod);
    }

    @Test
    void endsAPodAtOnceWithoutGrace() {
        var pod = admin.get(PODS).names().getFirst();
        assertThat(admin.delete(PODS + "/" + pod, "{\"gracePeriodSeconds\": 0}").at("/status"))
                .isEqualTo("Success");
    }

    @Test
    void deletesACollection() {
        admin.post("/api/v1/namespaces/default/configmaps", configMap("a"));
        var list =
                admin.delete("/api/v1/namespaces/default/configmaps?fieldSelector=metadata.name=a");
        assertThat(list.names()).containsExactly("a");
        assertThat(admin.get("/api/v1/namespaces/default/configmaps/a").code()).isEqualTo(404);
    }

    @Test
    void keepsOfACollectionWhatHasAnotherUid() {
        admin.post("/api/v1/namespaces/default/configmaps", configMap("a"));
        var answer =
                admin.delete(
                        "/api/v1/namespaces/default/configmaps?fieldSelector=metadata.name=a",
                        "{\"preconditions\": {\"uid\": \"another\"}}");
        assertThat(answer.code()).isEqualTo(409);
        assertThat(admin.get("/api/v1/namespaces/default/configmaps/a").code()).isEqualTo(200);
    }

    @Test
    void deletesNothingOfACollectionInADryRun() {
        admin.post("/api/v1/namespaces/default/configmaps", configMap("a"));
        admin.delete("/api/v1/namespaces/default/configmaps?dryRun=All");
        assertThat(admin.get("/api/v1/namespaces/default/configmaps/a").code()).isEqualTo(200);
    }

    @Test
    void emptiesANamespaceBeforeItGoes() {
        admin.post("/api/v1/namespaces", "{\"metadata\": {\"name\": \"old\"}}");
        admin.post("/api/v1/namespaces/old/configmaps", configMap("a"));
        assertThat(admin.delete("/api/v1/namespaces/old").at("/status/phase"))
                .isEqualTo("Terminating");
        cluster.settle();
        assertThat(admin.get("/api/v1/namespaces/old").code()).isEqualTo(404);
        assertThat(admin.get("/api/v1/namespaces/old/configmaps").names()).isEmpty();
    }

    @Test
    void keepsTheNamespacesOfTheSystem() {
        var answer = admin.delete("/api/v1/namespaces/kube-system");
        assertThat(answer.code()).isEqualTo(403);
        assertThat(answer.message())
                .isEqualTo(
                        "namespaces \"kube-system\" is forbidden: this namespace may not be"
                                + " deleted");
    }

    @Test
    void waitsForForeignFinalizers() {
        admin.post(
                "/api/v1/namespaces/default/configmaps",
                "{\"metadata\": {\"name\": \"held\", \"finalizers\": [\"example.org/held\"]}}");
        admin.delete("/api/v1/namespaces/default/configmaps/held");
        assertThat(
                        admin.get("/api/v1/namespaces/default/configmaps/held")
                                .at("/metadata/deletionTimestamp"))
                .isNotEmpty();
        admin.patch(
                "/api/v1/namespaces/default/configmaps/held",
                Client.MERGE,
                "{\"metadata\": {\"finalizers\": null}}");
        assertThat(admin.get("/api/v1/namespaces/default/configmaps/held").code()).isEqualTo(404);
    }

    @Test
    void evictsNoPodThatADisruptionBudgetNeeds() {
        admin.post(
                "/apis/policy/v1/namespaces/default/poddisruptionbudgets",
                "{\"metadata\": {\"name\": \"web\"}, \"spec\": {\"minAvailable\": 2, \"selector\":"
                        + " {\"matchLabels\": {\"app\": \"web\"}}}}");
        cluster.settle();
        var pod = admin.get(PODS).names().getFirst();
        var answer =
                admin.post(
                        PODS + "/" + pod + "/eviction",
                        "{\"metadata\": {\"name\": \"%s\"}}".formatted(pod));
        assertThat(answer.code()).isEqualTo(429);
        assertThat(answer.message())
                .isEqualTo("Cannot evict pod as it would violate the pod's disruption budget.");
        assertThat(answer.at("/details/causes/0/message"))
                .isEqualTo("The disruption budget web needs 2 healthy pods and has 2 currently");
    }
}
