package dev.kubechat.execute.change;

import static dev.kubechat.execute.change.ExecuteFixture.command;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.cluster.Caller;
import dev.kubechat.cluster.ClusterDoor;
import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.Discovery;
import dev.kubechat.execute.api.Fate;
import dev.kubechat.execute.api.ObjectKey;
import dev.kubechat.execute.api.Outcome;
import dev.kubechat.execute.api.Pods;
import dev.kubechat.execute.api.Refusals;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.ResourceType;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What this package relies on in an API server. There is a deployment "checkout" with a service of the same name and pods that
 * run and have written logs; each test leaves them there, if not the same.
 */
public interface ClusterContract {

    /** Where the contract is held. */
    Ground ground();

    /**
     * @param operator may do everything in the namespace
     * @param viewer may look at it, save for secrets, and change nothing
     * @param stranger nobody the bot may impersonate
     */
    record Ground(
            ClusterDoor door, String namespace, Caller operator, Caller viewer, Caller stranger) {

        Sight sight(Caller caller) {
            return new Sight(api(caller), new Discovery(door, Clock.systemUTC()), caller);
        }

        Api api(Caller caller) {
            return new Api(caller.cluster(), door.forPerson(caller));
        }

        public KubectlCommand inNamespace(String line) {
            return command(line + " -n " + namespace);
        }

        JsonNode checkout() {
            return api(operator).get(deployment("checkout")).json();
        }

        /** Whether the pods of checkout are as many as wanted and none comes or goes. */
        boolean isQuiet() {
            var checkout = checkout();
            var pods = new Pods(sight(operator)).selected(namespace, Pods.selector(checkout));
            return checkout.path("status").path("observedGeneration").asInt()
                            == checkout.path("metadata").path("generation").asInt()
                    && pods.size() == checkout.path("spec").path("replicas").asInt()
                    && pods.stream()
                            .allMatch(
                                    pod -> !Pods.isGoing(pod) && Pods.phase(pod).equals("Running"));
        }

        int replicas() {
            return checkout().path("spec").path("replicas").asInt();
        }

        ApiPath deployment(String name) {
            return ApiPath.collection("apps", "v1", "deployments", namespace).at(name);
        }

        Preview preview(String line) {
            return ExecuteFixture.changesThrough(door).preview(inNamespace(line), operator);
        }

        Step planned(String line) {
            var preview = preview(line);
            assertThat(preview).isInstanceOf(Preview.Planned.class);
            return ((Preview.Planned) preview).steps().getFirst();
        }

        StepResult perform(Step step) {
            return ExecuteFixture.changesThrough(door).perform(step, operator, Instant.MAX);
        }

        String printed(String line) {
            var outcome = ExecuteFixture.readsThrough(door).read(inNamespace(line), operator);
            assertThat(outcome).isInstanceOf(Outcome.Printed.class);
            return ((Outcome.Printed) outcome).text();
        }
    }

    /** The tests before have left controllers with work to do. */
    @BeforeEach
    default void letThePodsSettle() {
        for (var look = 0; look < 3_000 && !ground().isQuiet(); look++) {
            Thread.onSpinWait();
        }
    }

    @Test
    default void listsItsResources() {
        var discovery = new Discovery(ground().door(), Clock.systemUTC());

        var deployments = discovery.find(ground().operator().cluster(), ResourceType.of("deploy"));

        assertThat(deployments)
                .hasValueSatisfying(found -> {
                    assertThat(found.apiVersion()).isEqualTo("apps/v1");
                    assertThat(found.kind()).isEqualTo("Deployment");
                    assertThat(found.namespaced()).isTrue();
                    assertThat(found.shortNames()).contains("deploy");
                    assertThat(found.subresources()).contains("scale");
                });
        assertThat(discovery.find(ground().operator().cluster(), ResourceType.of("foos")))
                .isEmpty();
    }

    @Test
    default void makesTables() {
        assertThat(ground().printed("get deployments").lines())
                .first()
                .asString()
                .matches("NAME +READY +UP-TO-DATE +AVAILABLE +AGE");
        assertThat(ground().printed("get pods -o wide --show-labels").lines())
                .first()
                .asString()
                .matches(
                        "NAME +READY +STATUS +RESTARTS +AGE +IP +NODE +NOMINATED NODE +READINESS"
                                + " GATES +LABELS");
        assertThat(ground().printed("get deployment checkout").lines()).hasSize(2);
    }

    @Test
    default void selectsByLabelAndField() {
        var pod =
                ground().printed("get pods -l app=checkout -o name")
                        .lines()
                        .findFirst()
                        .orElseThrow();

        assertThat(
                        ground().printed(
                                        "get pods --field-selector metadata.name=%s -o name"
                                                .formatted(pod.substring(4))))
                .isEqualTo(pod + "\n");
        assertThat(ground().printed("get pods -l app=nothing -o name")).isEmpty();
    }

    @Test
    default void saysThatAnObjectIsNotThere() {
        var reply = ground().api(ground().operator()).get(ground().deployment("nope"));

        assertThat(reply.code()).isEqualTo(404);
        assertThat(reply.reason()).isEqualTo("NotFound");
        assertThat(reply.message()).isEqualTo("deployments.apps \"nope\" not found");
    }

    @Test
    default void saysThatThePersonMayNot() {
        var fate =
                ground().api(ground().viewer())
                        .call(
                                DeleteVerb.call(ground().planned("delete deployment checkout"))
                                        .dry());

        assertThat(fate)
                .isInstanceOfSatisfying(
                        Fate.Answered.class,
                        answered -> {
                            assertThat(answered.reply().code()).isEqualTo(403);
                            assertThat(answered.reply().message())
                                    .isEqualTo(
                                            "deployments.apps \"checkout\" is forbidden: User \"%s\" cannot delete resource \"deployments\" in API"
                                                            .formatted(
                                                                    ground().viewer().who().user())
                                                    + " group \"apps\" in the namespace \"%s\""
                                                            .formatted(ground().namespace()));
                        });
    }

    @Test
    default void saysThatTheBotMayNotActAsAStranger() {
        var reply = ground().api(ground().stranger()).get(ground().deployment("checkout"));

        assertThat(reply.code()).isEqualTo(403);
        assertThat(Refusals.forbidden(reply, ground().stranger()))
                .startsWith(
                        "KubeChat may not act as \"%s\" (users) in cluster"
                                .formatted(ground().stranger().who().user()));
    }

    @Test
    default void P3_knowsForWhomAndForWhichRequestItIsCalled() {
        var caller = ground().operator();
        var review = "{\"apiVersion\":\"authentication.k8s.io/v1\",\"kind\":\"SelfSubjectReview\"}";

        var reply =
                ground().api(caller)
                        .post(
                                new ApiPath("/apis/authentication.k8s.io/v1/selfsubjectreviews"),
                                review);

        var user = reply.json().path("status").path("userInfo");
        assertThat(user.path("username").asString()).isEqualTo(caller.who().user());
        assertThat(user.path("groups").valueStream().map(JsonNode::asString))
                .containsAll(caller.who().groups());
        assertThat(user.path("extra").path("kubechat.dev/request").path(0).asString())
                .isEqualTo(caller.request().toString());
    }

    @Test
    default void answersReviews() {
        var access = ExecuteFixture.accessThrough(ground().door());
        var scale = ground().inNamespace("scale deployment checkout --replicas=9");

        assertThat(access.ask(scale, ground().operator())).isEqualTo(new Permission.Granted());
        assertThat(access.ask(scale, ground().viewer()))
                .isInstanceOfSatisfying(
                        Permission.Denied.class,
                        denied ->
                                assertThat(denied.sentence())
                                        .startsWith(
                                                "You may not patch deployments.apps/scale in"
                                                        + " namespace "
                                                        + ground().namespace()));
        assertThat(access.ask(scale, ground().stranger())).isInstanceOf(Permission.Denied.class);
    }

    @Test
    default void P14_scalesOnlyFromTheNumberThatWasSeen() {
        var before = ground().replicas();
        var step = ground().planned("scale deployment checkout --replicas=" + (before + 1));

        assertThat(ground().perform(step))
                .isEqualTo(new StepResult.Done("deployment.apps/checkout scaled"));
        assertThat(ground().perform(step))
                .isInstanceOfSatisfying(
                        StepResult.Failed.class,
                        failed ->
                                assertThat(failed.sentence())
                                        .startsWith(
                                                "deployment.apps/checkout changed since it was"
                                                        + " looked at."));
        assertThat(ground().replicas()).isEqualTo(before + 1);
    }

    @Test
    default void P14_scalesToNothingAndBack() {
        var before = ground().replicas();

        assertThat(ground().perform(ground().planned("scale deployment checkout --replicas=0")))
                .isInstanceOf(StepResult.Done.class);
        assertThat(ground().replicas()).isZero();
        assertThat(
                        ground().perform(
                                        ground().planned(
                                                        "scale deployment checkout --replicas="
                                                                + before)))
                .isInstanceOf(StepResult.Done.class);
        assertThat(ground().replicas()).isEqualTo(before);
    }

    @Test
    default void P14_restartsOnlyFromTheMarkThatWasSeen() {
        var step = ground().planned("rollout restart deployment checkout");
        var stale =
                new Step(
                        step.action(),
                        step.object(),
                        step.resourceVersion(),
                        List.of(new FieldChange(RestartVerb.AMONG, "long ago", "now")));

        assertThat(ground().perform(stale)).isInstanceOf(StepResult.Failed.class);
        assertThat(ground().perform(step))
                .isEqualTo(new StepResult.Done("deployment.apps/checkout restarted"));
        assertThat(ground().checkout().at("/spec/template/metadata/annotations").toString())
                .contains("restartedAt");
    }

    @Test
    default void P14_changesNoOtherObjectOfTheSameName() {
        for (var line :
                List.of(
                        "delete deployment checkout",
                        "rollout restart deployment checkout",
                        "scale deployment checkout --replicas=7")) {
            var step = ground().planned(line);
            var key = step.object();
            var other =
                    new ObjectKey(
                            key.group(),
                            key.version(),
                            key.plural(),
                            key.kind(),
                            key.namespace(),
                            key.name(),
                            "0-0");

            assertThat(
                            ground().perform(
                                            new Step(
                                                    step.action(),
                                                    other,
                                                    step.resourceVersion(),
                                                    step.changes())))
                    .as(line)
                    .isInstanceOfSatisfying(
                            StepResult.Failed.class,
                            failed ->
                                    assertThat(failed.sentence())
                                            .startsWith(
                                                    "deployment.apps/checkout changed since it was"
                                                            + " looked at."));
        }
        assertThat(ground().checkout().path("metadata").has("deletionTimestamp")).isFalse();
    }

    @Test
    default void P14_labelsOnlyOverTheValueThatWasSeen() {
        var first = ground().planned("label deployment checkout team=payments");
        var second = ground().planned("label deployment checkout team=orders");

        assertThat(first.changes())
                .containsExactly(new FieldChange("metadata.labels.team", null, "payments"));
        assertThat(ground().perform(first))
                .isEqualTo(new StepResult.Done("deployment.apps/checkout labeled"));
        assertThat(ground().perform(second)).isInstanceOf(StepResult.Failed.class);
        assertThat(ground().checkout().at("/metadata/labels/team").asString())
                .isEqualTo("payments");
        assertThat(ground().preview("label deployment checkout team=payments"))
                .isEqualTo(
                        new Preview.Unchanged(
                                "deployment.apps/checkout is so already. Nothing would be changed.",
                                List.of("deployment.apps/checkout not labeled")));
        assertThat(ground().preview("label deployment checkout team=orders"))
                .isInstanceOfSatisfying(
                        Preview.Impossible.class,
                        no ->
                                assertThat(no.errors())
                                        .isEqualTo(
                                                "error: 'team' already has a value (payments), and"
                                                        + " --overwrite is false\n"));
        assertThat(ground().perform(ground().planned("label deployment checkout team-")))
                .isEqualTo(new StepResult.Done("deployment.apps/checkout unlabeled"));
    }

    @Test
    default void P14_aSelectorIsResolvedIntoObjects() {
        // pods come and go by themselves
        var names = List.of("chosen-1", "chosen-2");
        for (var name : names) {
            ground().perform(ground().planned("create configmap %s".formatted(name)));
            ground().perform(ground().planned("label configmap %s chosen=yes".formatted(name)));
        }
        ground().perform(ground().planned("create configmap chosen-not"));

        assertThat(ground().preview("delete configmaps -l chosen=yes"))
                .isInstanceOfSatisfying(
                        Preview.Planned.class,
                        planned ->
                                assertThat(planned.steps())
                                        .extracting(step -> step.object().name())
                                        .containsExactlyInAnyOrderElementsOf(names));
        assertThat(ground().preview("delete configmaps -l chosen=nothing"))
                .isInstanceOf(Preview.Unchanged.class);
    }

    @Test
    default void deletesAPod() {
        var pod =
                ground().printed("get pods -l app=checkout -o name")
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .substring(4);
        var step = ground().planned("delete pod " + pod);

        // whether it goes at once is up to its grace period, and to whether it runs yet
        assertThat(
                        switch (ground().perform(step)) {
                            case StepResult.Done(String line, _) -> line;
                            case StepResult.Going(String line, _) -> line;
                            case StepResult other -> other.toString();
                        })
                .isEqualTo(
                        "pod \"%s\" deleted from %s namespace"
                                .formatted(pod, ground().namespace()));
    }

    @Test
    default void previewsWithoutATrace() {
        var before = ground().checkout();

        for (var line :
                List.of(
                        "delete deployment checkout",
                        "rollout restart deployment checkout",
                        "scale deployment checkout --replicas=7")) {
            ground().planned(line);
        }

        var after = ground().checkout();
        assertThat(after.at("/metadata/uid")).isEqualTo(before.at("/metadata/uid"));
        assertThat(after.at("/metadata/generation")).isEqualTo(before.at("/metadata/generation"));
        assertThat(after.path("spec")).isEqualTo(before.path("spec"));
    }

    @Test
    default void givesLogs() {
        assertThat(ground().printed("logs deployment/checkout --tail=1").lines()).hasSize(1);
    }

    @Test
    default void givesEvents() {
        assertThat(ground().printed("events --for deployment/checkout").lines())
                .first()
                .asString()
                .matches("LAST SEEN +TYPE +REASON +OBJECT +MESSAGE");
    }

    @Test
    default void describes() {
        assertThat(ground().printed("describe deployment checkout"))
                .matches("(?s)Name: +checkout\n.*Conditions:\n.*Events:\n.*");
    }

    @Test
    default void tellsWatchersOfChanges() throws Exception {
        var seen = new CompletableFuture<Integer>();
        var wanted = ground().replicas() + 1;
        var client = ground().door().forPerson(ground().operator());

        try (var _ =
                client.apps()
                        .deployments()
                        .inNamespace(ground().namespace())
                        .withName("checkout")
                        .watch(untilReplicas(wanted, seen))) {
            ground().perform(ground().planned("scale deployment checkout --replicas=" + wanted));
            assertThat(seen.get(20, TimeUnit.SECONDS)).isEqualTo(wanted);
        }
    }

    private static Watcher<Deployment> untilReplicas(int wanted, CompletableFuture<Integer> seen) {
        return new Watcher<>() {
            @Override
            public void eventReceived(Action action, Deployment deployment) {
                if (deployment.getSpec().getReplicas() == wanted) {
                    seen.complete(wanted);
                }
            }

            @Override
            public void onClose(WatcherException cause) {
                seen.completeExceptionally(cause);
            }
        };
    }
}
