package dev.kubechat.pipeline;

import static dev.kubechat.pipeline.PipelineWorld.ALICE;
import static dev.kubechat.pipeline.PipelineWorld.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kubechat.chat.ChatThread;
import dev.kubechat.chat.Person;
import dev.kubechat.execute.change.FaultProxy.Fault;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can come between a question and its answer on a real cluster, and what the thread is told then. */
class ScenesIT {

    private static final String CONFIRM = "Yes, run it";
    private static final String APPROVE = "Approve";

    private static @Nullable RealTown town;

    @TempDir private Path folder;

    @BeforeAll
    static void start() {
        var kubeconfig = System.getenv("KUBECHAT_TEST_KUBECONFIG");
        if (kubeconfig == null) {
            System.out.println("ScenesIT is skipped: KUBECHAT_TEST_KUBECONFIG names no cluster.");
        }
        assumeTrue(kubeconfig != null, "KUBECHAT_TEST_KUBECONFIG names no cluster");
        town = new RealTown(Objects.requireNonNull(kubeconfig));
    }

    @AfterAll
    static void stop() {
        if (town != null) {
            town.close();
        }
    }

    private static RealTown town() {
        return Objects.requireNonNull(town);
    }

    private static PipelineWorld world() {
        return town().world;
    }

    private static ChatThread asked(Person person, String line, String firstWords) {
        var thread = world().ask(person, line);
        assertThat(all(thread)).contains(firstWords);
        return thread;
    }

    /** What the thread shows, from the top. */
    private static String all(ChatThread thread) {
        return String.join("\n", world().posts(thread).stream().map(post -> post.text()).toList());
    }

    private static String last(ChatThread thread) {
        return world().posts(thread).getLast().text();
    }

    private static void otherWriter(String shop, String mergePatch) {
        town().admin
                .apps()
                .deployments()
                .inNamespace(town().namespace())
                .withName(shop)
                .patch(PatchContext.of(PatchType.JSON_MERGE), mergePatch);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "scaled|kubectl scale deployment SHOP"
                        + " --replicas=5|{\"spec\":{\"replicas\":4}}|spec.replicas is 4"
                        + " now|spec.replicas: 4 → 5",
                "labeled|kubectl label deployment SHOP"
                        + " team=a|{\"metadata\":{\"labels\":{\"team\":\"b\"}}}|already has a value"
                        + " (b)|",
                "painted|kubectl set image deployment SHOP"
                    + " shop=shop:2|{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"shop\",\"image\":\"shop:9\"}]}}}}|image"
                    + " is shop:9 now|shop:9 → shop:2",
                "patched|kubectl patch deployment SHOP -p"
                    + " '{\"spec\":{\"minReadySeconds\":3}}'|{\"spec\":{\"minReadySeconds\":7}}|spec.minReadySeconds"
                    + " is 7 now|spec.minReadySeconds: 7 → 3"
            })
    void whatAnotherWriterChangedInBetweenIsAskedAgain(
            String shop, String line, String change, String told, @Nullable String again) {
        town().open(shop);
        var thread = asked(ALICE, line.replace("SHOP", shop), "do you want this?");
        otherWriter(shop, change);
        var writes = town().proxy().writes();

        world().press(ALICE, thread, CONFIRM);

        assertThat(all(thread)).contains(told).doesNotContain("Done");
        assertThat(town().proxy().writes()).isEqualTo(writes);
        if (again != null) {
            assertThat(last(thread)).contains(again);
            world().press(ALICE, thread, CONFIRM);
            assertThat(last(thread)).contains("Done, as Alice");
            assertThat(town().proxy().writes()).isEqualTo(writes + 1);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "twin-scaled|kubectl scale deployment SHOP --replicas=5|Yes, run it",
                "twin-labeled|kubectl label deployment SHOP team=a|Yes, run it",
                "twin-deleted|kubectl delete deployment SHOP|Approve"
            })
    void whatWasMadeAgainUnderTheSameNameIsAnotherObject(String shop, String line, String yes) {
        town().open(shop);
        var thread = world().ask(ALICE, line.replace("SHOP", shop));
        var before = town().shop(shop).getMetadata().getUid();
        town().admin.apps().deployments().inNamespace(town().namespace()).withName(shop).delete();
        town().admin
                .apps()
                .deployments()
                .inNamespace(town().namespace())
                .withName(shop)
                .waitUntilCondition(Objects::isNull, 1, TimeUnit.MINUTES);
        town().open(shop);
        var writes = town().proxy().writes();

        world().press(yes.equals(APPROVE) ? BOB : ALICE, thread, yes);

        assertThat(all(thread))
                .contains(
                        "deployment %s is another object of the same name".formatted(shop),
                        "Nothing was changed; it is asked again below");
        assertThat(town().proxy().writes()).isEqualTo(writes);
        assertThat(town().shop(shop).getMetadata().getUid()).isNotEqualTo(before);
    }

    @Test
    void whatIsGoneIsSaidToBeGone() {
        town().open("gone");
        var thread = asked(ALICE, "kubectl label deployment gone team=a", "do you want this?");
        town().admin.apps().deployments().inNamespace(town().namespace()).withName("gone").delete();

        world().press(ALICE, thread, CONFIRM);

        assertThat(last(thread)).contains("There is no deployment \"gone\"");
    }

    @Test
    void anAutoscalerThatMovedTheCountIsSeen() {
        town().open("elastic");
        var thread =
                asked(
                        ALICE,
                        "kubectl scale deployment elastic --replicas=1",
                        "spec.replicas: 2 → 1");
        town().make(
                        """
                        apiVersion: autoscaling/v2
                        kind: HorizontalPodAutoscaler
                        metadata: {name: elastic, namespace: NAME}
                        spec:
                          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: elastic}
                          minReplicas: 3
                          maxReplicas: 5
                        """);
        town().admin
                .apps()
                .deployments()
                .inNamespace(town().namespace())
                .withName("elastic")
                .waitUntilCondition(now -> now.getSpec().getReplicas() == 3, 90, TimeUnit.SECONDS);

        world().press(ALICE, thread, CONFIRM);

        assertThat(all(thread)).contains("spec.replicas is 3 now");
        assertThat(last(thread))
                .contains("spec.replicas: 3 → 1", "elastic", "HorizontalPodAutoscaler");
    }

    @Test
    void aWebhookThatDeniesIsQuoted() throws Exception {
        town().open("guarded");
        var thread = asked(ALICE, "kubectl label deployment guarded team=a", "do you want this?");
        try (var webhook = new DenyingWebhook(folder, "deployments are frozen until Monday")) {
            var configuration = town().namespace() + "-frozen";
            town().make(webhook.manifest(configuration, "apps", "deployments", null));
            world().press(ALICE, thread, CONFIRM);
            assertThat(last(thread))
                    .contains("no.kubechat.dev", "deployments are frozen until Monday");
            assertThat(town().shop("guarded").getMetadata().getLabels())
                    .isEqualTo(Map.of("app", "guarded"));
            // before anybody is asked
            assertThat(last(world().ask(ALICE, "kubectl delete deployment guarded")))
                    .contains("Nothing was changed", "deployments are frozen until Monday");
        } finally {
            town().admin
                    .admissionRegistration()
                    .v1()
                    .validatingWebhookConfigurations()
                    .withName(town().namespace() + "-frozen")
                    .delete();
        }
    }

    @Test
    void aWebhookThatCannotBeAskedChangesNothing() throws Exception {
        try (var webhook = new DenyingWebhook(folder, "")) {
            town().make(webhook.manifest(town().namespace() + "-away", "", "configmaps", 1));
            var thread = world().ask(ALICE, "kubectl create configmap away --from-literal=a=b");
            assertThat(last(thread)).contains("Nothing was changed", "no.kubechat.dev");
        } finally {
            town().admin
                    .admissionRegistration()
                    .v1()
                    .validatingWebhookConfigurations()
                    .withName(town().namespace() + "-away")
                    .delete();
        }
    }

    @Test
    void aQuotaThatIsFullIsQuoted() {
        var thread = asked(ALICE, "kubectl create serviceaccount robot", "do you want this?");
        town().make(
                        """
                        apiVersion: v1
                        kind: ResourceQuota
                        metadata: {name: few, namespace: NAME}
                        spec: {hard: {count/serviceaccounts: "1"}}
                        """);
        town().admin
                .resourceQuotas()
                .inNamespace(town().namespace())
                .withName("few")
                .waitUntilCondition(
                        now ->
                                now.getStatus() != null
                                        && now.getStatus().getUsed() != null
                                        && now.getStatus()
                                                .getUsed()
                                                .containsKey("count/serviceaccounts"),
                        1,
                        TimeUnit.MINUTES);
        world().press(ALICE, thread, CONFIRM);
        assertThat(last(thread)).contains("exceeded quota: few", "count/serviceaccounts");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "DROP_BEFORE_THE_ANSWER|kubectl label deployment SHOP lost=a",
                "DROP_BEFORE_THE_SERVER_SAW_IT|kubectl label deployment SHOP lost=a",
                "DROP_BEFORE_THE_ANSWER|kubectl create configmap SHOP --from-literal=a=b",
                "DROP_BEFORE_THE_SERVER_SAW_IT|kubectl create configmap SHOP --from-literal=a=b",
                "DROP_BEFORE_THE_ANSWER|kubectl set image deployment SHOP shop=shop:2",
                "DROP_BEFORE_THE_SERVER_SAW_IT|kubectl delete deployment SHOP"
            })
    void p8AConnectionThatDropsIsToldAsUnknownAndNothingIsSentTwice(Fault fault, String line) {
        var shop = "lost-" + Integer.toHexString(List.of(fault.name(), line).hashCode());
        town().open(shop);
        var thread = world().ask(ALICE, line.replace("SHOP", shop));
        var writes = town().proxy().writes();
        town().proxy().setFault(fault);
        try {
            var own = world().posts(thread).getLast().buttons().contains(CONFIRM);
            world().press(own ? ALICE : BOB, thread, own ? CONFIRM : APPROVE);
        } finally {
            town().proxy().setFault(Fault.NONE);
        }
        assertThat(last(thread))
                .contains(
                        "It is UNKNOWN whether this happened on staging",
                        "not sent again by itself",
                        "look first, with kubectl get");
        assertThat(town().proxy().writes()).isEqualTo(writes + 1);
        world().settle();
        assertThat(town().proxy().writes()).isEqualTo(writes + 1);
        // so that the door does not leave the cluster alone
        world().ask(ALICE, "kubectl get pods");
    }

    @Test
    void twoPeopleWhoChangeDifferentFieldsDoNotDisturbEachOther() {
        town().open("shared");
        var alices = asked(ALICE, "kubectl label deployment shared team=a", "do you want this?");
        var bobs = asked(BOB, "kubectl annotate deployment shared note=b", "do you want this?");
        world().press(ALICE, alices, CONFIRM);
        world().press(BOB, bobs, CONFIRM);
        assertThat(last(alices)).contains("Done, as Alice", "deployment.apps/shared labeled");
        assertThat(last(bobs)).contains("Done, as Bob", "deployment.apps/shared annotated");
        assertThat(town().shop("shared").getMetadata())
                .satisfies(now -> assertThat(now.getLabels()).containsEntry("team", "a"))
                .satisfies(now -> assertThat(now.getAnnotations()).containsEntry("note", "b"));
    }

    @Test
    void ofTwoPeopleWhoChangeTheSameFieldTheSecondIsAskedAgain() {
        town().open("fought");
        var alices = asked(ALICE, "kubectl scale deployment fought --replicas=4", "2 → 4");
        var bobs = asked(BOB, "kubectl scale deployment fought --replicas=6", "2 → 6");
        world().press(ALICE, alices, CONFIRM);
        world().press(BOB, bobs, CONFIRM);
        assertThat(last(alices)).contains("Done, as Alice");
        assertThat(all(bobs)).contains("spec.replicas is 4 now").doesNotContain("Done");
        assertThat(last(bobs)).contains("Bob, do you want this?", "spec.replicas: 4 → 6");
        assertThat(town().shop("fought").getSpec().getReplicas()).isEqualTo(4);
    }

    @Test
    void ofTwoPeopleWhoMakeTheSameObjectTheSecondIsToldThatItIsThere() {
        var alices = asked(ALICE, "kubectl create configmap same --from-literal=a=1", "do you");
        var bobs = asked(BOB, "kubectl create configmap same --from-literal=a=2", "do you");
        world().press(ALICE, alices, CONFIRM);
        world().press(BOB, bobs, CONFIRM);
        assertThat(last(alices)).contains("configmap/same created");
        assertThat(last(bobs)).contains("already exists").doesNotContain("Done");
        assertThat(
                        town().admin
                                .configMaps()
                                .inNamespace(town().namespace())
                                .withName("same")
                                .require()
                                .getData())
                .containsEntry("a", "1");
    }
}
