package dev.kubechat.execute.hang;

import static dev.kubechat.execute.hang.Neighbourhood.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.execute.hang.Surroundings.Resource;
import dev.kubechat.execute.hang.Touch.Doing;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

class HangingTest {

    private static final JsonNode NONE = MissingNode.getInstance();
    private static final String WEB = pod("web-0", "web");

    private final Neighbourhood around = new Neighbourhood();

    @Test
    void namesTheServiceThatAllPodsOfADeletionLeaveTogether() {
        around.with("pods", WEB, pod("web-1", "web"))
                .with(
                        "services",
                        """
                        {"metadata": {"name": "shop"}, "spec": {"selector": {"app": "web"}}}
                        """);

        assertThat(said(deleting("pods", "Pod", WEB)))
                .containsExactly("Pod web-0 stops; nothing starts it again.");
        assertThat(said(deleting("pods", "Pod", WEB), deleting("pods", "Pod", pod("web-1", "web"))))
                .contains("Service shop is left without endpoints.");
    }

    @Test
    void saysWhichEvictionABudgetRefuses() {
        around.with(
                "poddisruptionbudgets",
                """
                {"metadata": {"name": "web"}, "spec": {"selector": {"matchLabels": {"app": "web"}}}, "status": {"disruptionsAllowed": 0}}
                """);

        assertThat(said(touch(Doing.EVICT, "", "pods", "Pod", json(WEB), NONE)))
                .containsExactly(
                        "PodDisruptionBudget web allows no disruption now: the eviction of web-0 is"
                                + " refused.");
        assertThat(said(deleting("pods", "Pod", WEB)))
                .contains(
                        "PodDisruptionBudget web allows no disruption now; this stops 1 pod under"
                                + " it all the same.");
    }

    @Test
    void saysNothingOfABudgetThatAllowsIt() {
        around.with(
                "poddisruptionbudgets",
                """
                {"metadata": {"name": "web"}, "spec": {"selector": {"matchLabels": {"app": "web"}}}, "status": {"disruptionsAllowed": 1}}
                """);

        assertThat(said(touch(Doing.EVICT, "", "pods", "Pod", json(WEB), NONE))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Delete, 'The data of claim data is deleted with volume pv-1, as its reclaim policy is"
                + " Delete.'",
        "Retain, 'The data of claim data stays on volume pv-1, as its reclaim policy is Retain.'"
    })
    void saysWhetherTheDataOfAClaimGoesAndWhoMountsIt(String policy, String sentence) {
        around.with(
                        "persistentvolumes",
                        """
                        {"metadata": {"name": "pv-1"}, "spec": {"persistentVolumeReclaimPolicy": "%s"}}
                        """
                                .formatted(policy))
                .with(
                        "pods",
                        """
                        {"metadata": {"name": "db-0"}, "spec": {"volumes": [{"persistentVolumeClaim": {"claimName": "data"}}]}}
                        """,
                        WEB);

        assertThat(
                        said(
                                deleting(
                                        "persistentvolumeclaims",
                                        "PersistentVolumeClaim",
                                        """
                                        {"metadata": {"name": "data"}, "spec": {"volumeName": "pv-1"}}
                                        """)))
                .containsExactly(
                        sentence, "Pods of db-0 mount it: it goes only when they are gone.");
    }

    @Test
    void doesNotPretendToKnowAVolumeThatCannotBeSeen() {
        assertThat(
                        said(
                                deleting(
                                        "persistentvolumeclaims",
                                        "PersistentVolumeClaim",
                                        """
                                        {"metadata": {"name": "data"}, "spec": {"volumeName": "pv-1"}}
                                        """)))
                .containsExactly("The data on data may be lost for good.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ConfigMap | {\"volumes\": [{\"configMap\": {\"name\": \"it\"}}]}",
                "ConfigMap | {\"containers\": [{\"envFrom\": [{\"configMapRef\": {\"name\":"
                        + " \"it\"}}]}]}",
                "Secret | {\"volumes\": [{\"projected\": {\"sources\": [{\"secret\": {\"name\":"
                        + " \"it\"}}]}}]}",
                "Secret | {\"imagePullSecrets\": [{\"name\": \"it\"}]}",
                "Secret | {\"initContainers\": [{\"env\": [{\"valueFrom\": {\"secretKeyRef\":"
                        + " {\"name\": \"it\"}}}]}]}"
            })
    void namesTheWorkloadsWhosePodsUseIt(String kind, String spec) {
        around.with(
                "pods",
                """
                {"metadata": {"name": "web-5d9-x", "labels": {"pod-template-hash": "5d9"},
                              "ownerReferences": [{"controller": true, "kind": "ReplicaSet", "name": "web-5d9"}]},
                 "spec": %s}
                """
                        .formatted(spec),
                WEB);
        var it = "{\"metadata\": {\"name\": \"it\"}}";
        var plural = kind.toLowerCase(java.util.Locale.ROOT) + "s";

        assertThat(said(deleting(plural, kind, it)))
                .containsExactly(
                        "Pods of web use it: they go on for now, and fail when they start anew.");
        around.with("pods", WEB);
        assertThat(said(deleting(plural, kind, it)))
                .containsExactly("No pod that runs now uses %s it.".formatted(kind));
    }

    @Test
    void saysWhatATemplateChangeReplaces() {
        var before =
                """
                {"metadata": {"name": "web"}, "spec": {"replicas": 3, "strategy": {"type": "%s"},
                  "template": {"spec": {"containers": [{"name": "web", "image": "web:1"}]}}}}
                """;
        var image = "spec.template.spec.containers.0.image";

        assertThat(said(changing("apps", "deployments", "Deployment", before.formatted(""), image)))
                .containsExactly(
                        "3 pods of web are replaced. They are replaced step by step, as the rollout"
                                + " strategy says.");
        assertThat(
                        said(
                                changing(
                                        "apps",
                                        "deployments",
                                        "Deployment",
                                        before.formatted("Recreate"),
                                        image)))
                .containsExactly(
                        "3 pods of web are replaced. All of them stop before new ones start.");
    }

    @Test
    void namesServicesOfAPodThatLosesItsLabel() {
        around.with("pods", WEB)
                .with(
                        "services",
                        """
                        {"metadata": {"name": "shop"}, "spec": {"selector": {"app": "web"}}}
                        """)
                .with(
                        "replicasets",
                        """
                        {"metadata": {"name": "web-5d9"}, "spec": {"selector": {"matchLabels": {"app": "web"}}}}
                        """);
        var before = json(WEB.replace("\"labels\"", OWNED + ", \"labels\""));
        var after = json(pod("web-0", "other"));
        var touch = touch(Doing.CHANGE, "", "pods", "Pod", before, after, "metadata.labels.app");

        assertThat(said(touch))
                .containsExactly(
                        "ReplicaSet web-5d9 lets pod web-0 go and makes another in its place.",
                        "Service shop is left without endpoints.");
    }

    @Test
    void saysThatAServicesNewSelectorFitsNothing() {
        around.with("pods", WEB);
        var before =
                """
                {"metadata": {"name": "shop"}, "spec": {"selector": {"app": "web"}}}
                """;
        var touch =
                touch(
                        Doing.CHANGE,
                        "",
                        "services",
                        "Service",
                        json(before),
                        json(before.replace("\"web\"", "\"wbe\"")),
                        "spec.selector.app");

        assertThat(said(touch)).containsExactly("Service shop is left without endpoints.");
    }

    @Test
    void countsThePodsThatATaintSendsAway() {
        around.with(
                "pods",
                WEB,
                """
                {"metadata": {"name": "agent"}, "spec": {"tolerations": [{"operator": "Exists"}]}}
                """);
        var touch =
                touch(
                        Doing.CHANGE,
                        "",
                        "nodes",
                        "Node",
                        json("{\"metadata\": {\"name\": \"node-1\"}}"),
                        json(
                                """
                                {"metadata": {"name": "node-1"}, "spec": {"taints": [{"key": "broken", "effect": "NoExecute"}]}}
                                """),
                        "spec.taints");

        assertThat(said(touch))
                .containsExactly(
                        "1 pod has to leave node node-1 at once, of web-0; disruption budgets do"
                                + " not hold this back.");
    }

    @Test
    void saysThatTheLastNodeIsCordoned() {
        around.with(
                "nodes",
                "{\"metadata\": {\"name\": \"node-1\"}}",
                "{\"metadata\": {\"name\": \"node-2\"}, \"spec\": {\"unschedulable\": true}}");
        var touch =
                touch(
                        Doing.CHANGE,
                        "",
                        "nodes",
                        "Node",
                        json("{\"metadata\": {\"name\": \"node-1\"}}"),
                        json(
                                "{\"metadata\": {\"name\": \"node-1\"}, \"spec\":"
                                        + " {\"unschedulable\": true}}"),
                        "spec.unschedulable");

        assertThat(said(touch))
                .containsExactly(
                        "Node node-1 takes no new pods.",
                        "No other node takes pods: what stops now starts nowhere.");
    }

    @Test
    void saysWhoLosesAndWhoGetsRights() {
        var binding =
                """
                {"metadata": {"name": "edit"}, "roleRef": {"kind": "ClusterRole", "name": "edit"},
                 "subjects": [{"kind": "Group", "name": "%s"}]}
                """;
        var group = "rbac.authorization.k8s.io";
        var changed =
                touch(
                        Doing.CHANGE,
                        group,
                        "rolebindings",
                        "RoleBinding",
                        json(binding.formatted("sre")),
                        json(binding.formatted("dev")),
                        "subjects.0.name");
        around.with("rolebindings", binding.formatted("sre")).with("clusterrolebindings");

        assertThat(said(changed))
                .containsExactly(
                        "Group sre loses the rights of ClusterRole edit in namespace shop.",
                        "Group dev gets the rights of ClusterRole edit in namespace shop.");
        assertThat(
                        said(
                                touch(
                                        Doing.DELETE,
                                        group,
                                        "clusterroles",
                                        "ClusterRole",
                                        json("{\"metadata\": {\"name\": \"edit\"}}"),
                                        NONE)))
                .containsExactly("The rights of ClusterRole edit are taken from group sre.");
    }

    @Test
    void countsWhatANamespaceHolds() {
        around.with("pods", WEB, WEB).with("services", WEB).with("secrets");

        assertThat(
                        said(
                                deleting(
                                        "namespaces",
                                        "Namespace",
                                        "{\"metadata\": {\"name\": \"shop\"}}")))
                .containsExactly(
                        "Everything in namespace shop is deleted with it.",
                        "In it are, among other things, 2 pods, 1 service.");
    }

    @Test
    void saysForHowManyPodsAQuotaHasRoom() {
        around.with(
                "resourcequotas",
                """
                {"metadata": {"name": "compute"}, "status": {"hard": {"requests.cpu": "2"}, "used": {"requests.cpu": "500m"}}}
                """);
        var before =
                """
                {"metadata": {"name": "web"}, "spec": {"replicas": %d, "template": {"spec": {"containers": [
                  {"resources": {"requests": {"cpu": "500m"}}}, {"resources": {"requests": {"cpu": "250m"}}}]}}}}
                """;

        assertThat(said(scaling(before.formatted(1), before.formatted(4))))
                .contains(
                        "ResourceQuota compute in namespace shop has room for 2 of these 3 pods"
                                + " (500m of 2 requests.cpu used); the server refuses the rest"
                                + " later.");
        assertThat(said(scaling(before.formatted(1), before.formatted(3))))
                .containsExactly("2 pods are added to web (1 → 3).");
    }

    @Test
    void keepsACardReadable() {
        var deletions =
                IntStream.range(0, 40)
                        .mapToObj(i -> deleting("pods", "Pod", pod("web-" + i, "web")))
                        .toArray(Touch[]::new);

        var told = said(deletions);

        assertThat(told).hasSize(13).last().isEqualTo("And 28 more.");
    }

    @Test
    void saysSomethingOfEachSortWhenThereIsTooMuch() {
        around.with("pods").cut();
        var known = IntStream.range(0, 40).mapToObj(i -> "Known %d.".formatted(i)).toList();

        var told =
                new Hanging(around)
                        .of(List.of(deleting("pods", "Pod", pod("web-0", "web"))), known);

        assertThat(told)
                .hasSize(13)
                .contains("Known 0.", "Pod web-0 stops; nothing starts it again.")
                .endsWith(
                        "Not all that hangs on it was looked at; it is too much, or the cluster is"
                                + " too slow.",
                        "And 30 more.");
    }

    private List<String> said(Touch... touches) {
        return new Hanging(around).of(List.of(touches), List.of());
    }

    private static final String OWNED =
            "\"ownerReferences\": [{\"controller\": true, \"kind\": \"ReplicaSet\", \"name\":"
                    + " \"web-5d9\"}]";

    private static String pod(String name, String app) {
        return """
        {"metadata": {"name": "%s", "namespace": "shop", "labels": {"app": "%s"}}}
        """
                .formatted(name, app);
    }

    private static Touch scaling(String before, String after) {
        return touch(
                Doing.CHANGE,
                "apps",
                "deployments",
                "Deployment",
                json(before),
                json(after),
                "spec.replicas");
    }

    private static Touch changing(
            String group, String plural, String kind, String object, String field) {
        return touch(Doing.CHANGE, group, plural, kind, json(object), json(object), field);
    }

    private static Touch deleting(String plural, String kind, String object) {
        return touch(Doing.DELETE, "", plural, kind, json(object), NONE);
    }

    private static Touch touch(
            Doing doing,
            String group,
            String plural,
            String kind,
            JsonNode before,
            JsonNode after,
            String... fields) {
        return new Touch(
                doing,
                new Resource(group, "v1", plural),
                "",
                kind,
                namespace(plural),
                Pods.name(before),
                before,
                after,
                Stream.of(fields).map(field -> List.of(field.split("\\."))).toList(),
                "",
                "");
    }

    private static @Nullable String namespace(String plural) {
        return List.of("nodes", "namespaces", "clusterroles").contains(plural) ? null : "shop";
    }
}
