package dev.kubechat.execute.hang;

import static dev.kubechat.execute.hang.Neighbourhood.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.execute.hang.Surroundings.Resource;
import dev.kubechat.execute.hang.Touch.Doing;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnersTest {

    private static final String REPLICAS = "spec.replicas";
    private static final String IMAGE = "spec.template.spec.containers.0.image";
    private static final String FLUX =
            """
            "labels": {"kustomize.toolkit.fluxcd.io/name": "apps", "kustomize.toolkit.fluxcd.io/namespace": "shop"}
            """;
    private static final String ARGO =
            """
            "annotations": {"argocd.argoproj.io/tracking-id": "checkout:apps/Deployment:shop/web"}
            """;
    private static final String HELM =
            """
            "labels": {"app.kubernetes.io/managed-by": "Helm"}, "annotations": {"meta.helm.sh/release-name": "web"}
            """;

    private final Neighbourhood around = new Neighbourhood();

    @Test
    void saysWhatFluxWillSetAgain() {
        assertThat(said(deployment(FLUX, "kustomize-controller", "Apply"), REPLICAS))
                .containsExactly(
                        "Flux (kustomization shop/apps) manages Deployment web and will set"
                                + " replicas to 5 again.");
    }

    @Test
    void saysWhatArgoWillSetAgain() {
        assertThat(said(deployment(ARGO, "argocd-controller", "Apply"), IMAGE))
                .containsExactly(
                        "Argo CD (application checkout) manages Deployment web and will set image"
                                + " of container web to web:1 again when it syncs.");
    }

    @Test
    void saysWhatHelmWillSetAgain() {
        assertThat(said(deployment(HELM, "helm", "Update"), REPLICAS, IMAGE))
                .containsExactly(
                        "Helm (release web) manages Deployment web and will set replicas to 5 and"
                                + " image of container web to web:1 again at its next upgrade.");
    }

    @Test
    void leavesTheFieldsToOthersThatAreNotInTheRepository() {
        assertThat(
                        said(
                                deployment(FLUX, "kustomize-controller", "Apply"),
                                "spec.revisionHistoryLimit"))
                .containsExactly(
                        "Flux (kustomization shop/apps) manages Deployment web: change it there if"
                                + " this is to stay.");
    }

    @ParameterizedTest
    @CsvSource({"Apply, will set 5 again", "Update, may set 5 again"})
    void namesAnyOtherProgramThatSetTheField(String operation, String again) {
        assertThat(said(deployment("\"labels\": {}", "scaler", operation), REPLICAS))
                .containsExactly(
                        "\"scaler\" also sets replicas of Deployment web, and %s."
                                .formatted(again));
    }

    @ParameterizedTest
    @CsvSource({"kubectl-edit", "kubectl-client-side-apply", "kube-controller-manager", "kubelet"})
    void doesNotNamePeopleAndTheServersOwn(String manager) {
        assertThat(said(deployment("\"labels\": {}", manager, "Update"), REPLICAS)).isEmpty();
    }

    @Test
    void saysNothingOfAFieldThatNobodyElseSet() {
        assertThat(said(deployment("\"labels\": {}", "scaler", "Update"), "spec.minReadySeconds"))
                .isEmpty();
    }

    @Test
    void findsNoArgoInALabelThatEveryChartSets() {
        var labelled = "\"labels\": {\"app.kubernetes.io/instance\": \"web\"}";

        assertThat(said(deployment(labelled, "kubectl", "Update"), REPLICAS)).isEmpty();
        assertThat(said(deployment(labelled, "argocd-controller", "Update"), REPLICAS))
                .containsExactly(
                        "Argo CD (application web) manages Deployment web and will set replicas to"
                                + " 5 again when it syncs.");
    }

    @Test
    void saysThatADeletedObjectIsMadeAgain() {
        var touch =
                new Touch(
                        Doing.DELETE,
                        Resource.apps("deployments"),
                        "",
                        "Deployment",
                        "shop",
                        "web",
                        json(deployment(FLUX, "kustomize-controller", "Apply")),
                        json("{}"),
                        List.of(),
                        "",
                        "");

        assertThat(new Owners(around).of(touch))
                .containsExactly(
                        "Flux (kustomization shop/apps) manages Deployment web and will make it"
                                + " again.");
    }

    @Test
    void leadsFromAReplicaSetToItsDeployment() {
        var owned =
                """
                "ownerReferences": [{"controller": true, "kind": "Deployment", "name": "web"}]
                """;
        var touch =
                new Touch(
                        Doing.CHANGE,
                        Resource.apps("replicasets"),
                        "",
                        "ReplicaSet",
                        "shop",
                        "web-5d9",
                        json(deployment(owned, "kubectl", "Update")),
                        json("{}"),
                        paths(REPLICAS),
                        "",
                        "");

        assertThat(new Owners(around).of(touch))
                .containsExactly(
                        "ReplicaSet web-5d9 belongs to Deployment web, which will set replicas to 5"
                                + " again: change it there.");
    }

    private List<String> said(String object, String... fields) {
        return new Owners(around)
                .of(
                        new Touch(
                                Doing.CHANGE,
                                Resource.apps("deployments"),
                                "",
                                "Deployment",
                                "shop",
                                "web",
                                json(object),
                                json(object),
                                paths(fields),
                                "",
                                ""));
    }

    private static List<List<String>> paths(String... fields) {
        return Stream.of(fields).map(field -> List.of(field.split("\\."))).toList();
    }

    private static String deployment(String metadata, String manager, String operation) {
        return """
        {"metadata": {"name": "web", %s, "managedFields": [
           {"manager": "%s", "operation": "%s", "fieldsV1": {"f:spec": {"f:replicas": {},
             "f:template": {"f:spec": {"f:containers": {"k:{\\"name\\":\\"web\\"}": {".": {}, "f:image": {}}}}}}}},
           {"manager": "sidecar", "operation": "Update", "fieldsV1": {"f:spec":
             {"f:template": {"f:spec": {"f:containers": {"k:{\\"name\\":\\"proxy\\"}": {"f:image": {}}}}}}}},
           {"manager": "watcher", "operation": "Update", "subresource": "status", "fieldsV1": {"f:spec": {"f:replicas": {}}}}]},
         "spec": {"replicas": 5, "template": {"spec": {"containers": [{"name": "web", "image": "web:1"}, {"name": "proxy", "image": "p:1"}]}}}}
        """
                .formatted(metadata, manager, operation);
    }
}
