package dev.kubechat.pipeline;

import static dev.kubechat.pipeline.PipelineWorld.ALICE;
import static dev.kubechat.pipeline.PipelineWorld.BOB;
import static dev.kubechat.pipeline.PipelineWorld.DAVE;
import static dev.kubechat.pipeline.PipelineWorld.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.chat.ChatThread;
import dev.kubechat.chat.Mark;
import dev.kubechat.chat.Shown;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The story of a message from a chat to a cluster and back, step by step, on a real database and an API server. */
class PipelineIT {

    private static final String CONFIRM = "Yes, run it";
    private static final String APPROVE = "Approve";

    private static PipelineWorld world;

    @BeforeAll
    static void start() {
        world = PipelineWorld.ofTheShop();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static String last(ChatThread thread) {
        return world.posts(thread).getLast().text();
    }

    private static Shown card(ChatThread thread) {
        return world.posts(thread).getFirst();
    }

    @Test
    void aReadIsAnsweredOnceAsThePersonWhoAsked() {
        var before = world.calls().size();
        var thread = world.ask(ALICE, "kubectl get deployments -n shop");
        assertThat(world.posts(thread)).hasSize(1);
        assertThat(last(thread)).contains("on staging, as Alice", "checkout");
        assertThat(world.calls().subList(before, world.calls().size()))
                .anySatisfy(call -> {
                    assertThat(call.path()).contains("/namespaces/shop/deployments");
                    assertThat(call.user()).isEqualTo("alice");
                    assertThat(call.extra()).containsKey("kubechat.dev/request");
                });
    }

    @Test
    void P13_completesNamesForWhoeverMayListThem() {
        var thread = world.ask(ALICE, "kubectl get deployments -n shop");
        assertThat(world.names(ALICE, null, "check")).contains("checkout").isSorted();
        assertThat(world.names(ALICE, thread, "check"))
                .allSatisfy(name -> assertThat(name).startsWith("check"));
        assertThat(world.names(DAVE, null, "check")).isEmpty();
        assertThat(world.names(STRANGER, thread, "check")).isEmpty();
        assertThat(world.names(ALICE, null, "c")).isEmpty();
        assertThat(world.names(ALICE, null, "check*")).isEmpty();
    }

    @Test
    void aLineNamesAnotherClusterForItself() {
        assertThat(last(world.ask(ALICE, "kubectl get deployments --context=spare")))
                .contains("--namespace=shop` on spare, as Alice", "checkout");
        assertThat(last(world.ask(ALICE, "kubectl get deployments --context=nowhere")).strip())
                .isEqualTo(
                        "I know no cluster called nowhere. Nothing was run. Registered here:"
                                + " staging, spare.");
    }

    @Test
    void aFileThatTheCommandNeedsIsAskedFor() {
        assertThat(last(world.ask(ALICE, "kubectl apply -f shop.yaml")))
                .contains("needs shop.yaml. Nothing was run. Attach the file to your message");
        assertThat(last(world.ask(ALICE, "kubectl apply -f -\n```yaml\nkind: Nothing\n```")))
                .contains("knows no kind \"Nothing\"");
    }

    @Test
    void aManifestInACodeBlockIsShownFieldByFieldApprovedAndApplied() {
        var thread = world.ask(ALICE, "kubectl apply -n shop -f -\n" + colors("red"));
        assertThat(card(thread).text()).contains("data: not set → {\"color\":\"red\"}");
        world.press(ALICE, thread, CONFIRM);
        assertThat(last(thread)).contains("configmap/colors created");

        var again = world.ask(ALICE, "kubectl apply -n shop -f -\n" + colors("blue"));
        assertThat(card(again).text()).contains("data.color: red → blue");
        world.press(ALICE, again, CONFIRM);
        assertThat(last(again)).contains("configmap/colors configured");
        assertThat(last(world.ask(ALICE, "kubectl apply -n shop -f -\n" + colors("blue"))))
                .contains("configmap/colors is so already. Nothing would be changed.");
    }

    private static String colors(String color) {
        return """
        ```yaml
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: colors}
        data: {color: %s}
        ```\
        """
                .formatted(color);
    }

    @Test
    void aDryRunIsToldAndChangesNothing() {
        var writes = world.writes();
        var thread =
                world.ask(ALICE, "kubectl scale deployment catalog --replicas=5 --dry-run=server");
        assertThat(last(thread)).contains("deployment.apps/catalog scaled (server dry run)");
        assertThat(world.writes()).isEqualTo(writes);
    }

    @Test
    void aWarningWaitsForTheAskersOwnConfirmation() {
        var thread = world.ask(ALICE, "scale catalog to 3 in shop");
        assertThat(card(thread).text())
                .contains("Alice, do you want this?", "spec.replicas: 2 → 3", "Alice alone");
        assertThat(world.writesTo("catalog")).isZero();

        world.press(BOB, thread, CONFIRM);
        assertThat(world.postsFor(BOB, thread).getLast().text()).contains("Only Alice");
        assertThat(world.writesTo("catalog")).isZero();

        world.press(ALICE, thread, CONFIRM);
        assertThat(last(thread)).contains("deployment.apps/catalog scaled");
        assertThat(card(thread).buttons()).containsExactly("Watch the rollout", "Undo");
        assertThat(world.writesTo("catalog")).isOne();
    }

    @Test
    void p6NobodyApprovesTheirOwnDangerousRequest() {
        var thread = world.ask(ALICE, "delete deployment search in shop");
        world.press(ALICE, thread, APPROVE);
        assertThat(last(thread)).contains("You asked for this yourself");
        assertThat(world.writesTo("search")).isZero();

        world.press(BOB, thread, APPROVE);
        assertThat(last(thread)).contains("deployment.apps \"search\" deleted");
        assertThat(card(thread).text()).contains("Decided by: Bob");
        assertThat(world.writesTo("search")).isOne();
    }

    @Test
    void aDeniedRequestChangesNothing() {
        var writes = world.writes();
        var thread = world.ask(ALICE, "delete deployment web in shop");
        world.press(BOB, thread, "Deny");
        assertThat(card(thread).text()).contains("Denied by Bob");
        assertThat(card(thread).buttons()).isEmpty();
        assertThat(world.writes()).isEqualTo(writes);
    }

    @Test
    void aCancelledRequestChangesNothing() {
        var writes = world.writes();
        var thread = world.ask(ALICE, "restart web in shop");
        world.press(ALICE, thread, "Cancel");
        assertThat(card(thread).text()).contains("Cancelled by Alice");
        assertThat(world.writes()).isEqualTo(writes);
    }

    @Test
    void p5WhatChangedAfterTheQuestionIsAskedAgain() {
        var thread = world.ask(ALICE, "scale payments-api to 5 in payments");
        var alices = world.posts(thread).getLast().text();
        assertThat(alices).contains("You may not");

        var shop = world.ask(ALICE, "scale cart to 4 in shop");
        world.someoneElseScales("shop", "cart", 3);
        world.press(ALICE, shop, CONFIRM);
        assertThat(card(shop).text()).contains("changed after it was approved");
        assertThat(world.posts(shop))
                .anySatisfy(post -> {
                    assertThat(post.text()).contains("spec.replicas: 3 → 4");
                    assertThat(post.buttons()).contains(CONFIRM);
                });
        assertThat(world.writesOf("alice", "cart")).isZero();

        world.press(ALICE, shop, CONFIRM);
        assertThat(world.writesOf("alice", "cart")).isOne();
    }

    @Test
    void p8AnIntentWithoutAResultIsToldAsUnknownAndNeverSentAgain() {
        var thread = world.ask(ALICE, "delete deployment recommendations in staging");
        if (card(thread).buttons().isEmpty()) {
            thread = world.ask(ALICE, "delete deployment cart in staging");
        }
        var writes = world.writes();
        world.dieAfterTheIntent(BOB, thread, APPROVE);
        world.settle();
        assertThat(card(thread).text()).contains("UNKNOWN whether this happened");
        assertThat(last(thread)).contains("It is UNKNOWN", "not sent again by itself");
        assertThat(world.writes()).isEqualTo(writes);
    }

    @Test
    void p7TheIntentIsInTheTrailBeforeTheResult() {
        var thread = world.ask(ALICE, "restart checkout in shop");
        world.press(ALICE, thread, CONFIRM);
        assertThat(last(thread)).contains("deployment.apps/checkout restarted");
        assertThat(world.auditTypes())
                .containsSubsequence(
                        "approval.opened",
                        "approval.voted",
                        "execution.begun",
                        "step.intended",
                        "step.ended",
                        "execution.concluded");
    }

    @Test
    void aRedeliveredEventHasNoSecondEffect() {
        var thread = world.ask(ALICE, "get pods in shop");
        world.chat.redeliver();
        world.settle();
        assertThat(world.posts(thread)).hasSize(1);
        assertThat(world.auditTypes()).contains("inbound.redelivered");
    }

    @Test
    void somebodyUnknownIsToldWhatIsMissing() {
        var thread = world.ask(STRANGER, "get pods");
        assertThat(world.postsFor(STRANGER, thread).getLast().text())
                .contains("I do not know who Mallory is in Kubernetes", "Ask an admin");
    }

    @Test
    void whatCannotRunYetIsUnderstoodAndSaidSo() {
        assertThat(last(world.ask(ALICE, "kubectl explain pods -o plaintext-openapiv2")))
                .contains("cannot run `kubectl explain` like that yet", "Nothing was run");
    }

    @Test
    void p9ATokenIsNotHandedOut() {
        assertThat(last(world.ask(ALICE, "kubectl create token default -n shop")))
                .contains("A token is a key to the cluster", "Make it at a terminal");
    }

    @Test
    void nobodyTypesIntoAProgram() {
        assertThat(last(world.ask(ALICE, "kubectl exec -it checkout-0 -n shop -- sh")))
                .contains("Nobody can type into a program here");
    }

    @Test
    void badInputIsAnsweredWithWhatToTypeInstead() {
        assertThat(last(world.ask(ALICE, "kubectl get pods | grep cart")))
                .contains("pipe", "Nothing was run", "Try this: kubectl get pods");
        assertThat(last(world.ask(ALICE, "x".repeat(9000)))).contains("too long: 9000 characters");
        assertThat(last(world.ask(ALICE, "make me a sandwich"))).contains("I did not understand");
    }

    @Test
    void aMissingObjectIsNamed() {
        assertThat(last(world.ask(ALICE, "restart nosuch in shop")))
                .contains("Nothing was changed", "no deployment \"nosuch\"");
    }

    @Test
    void theMarkOnAMessageFollowsItsStory() {
        var thread = world.ask(ALICE, "scale web to 4 in shop");
        assertThat(world.mark(thread)).contains(Mark.WAITING);
        world.press(ALICE, thread, CONFIRM);
        assertThat(world.mark(thread)).contains(Mark.DONE);
    }

    @Test
    void p12AClusterThatIsAwayIsNamedAndNothingIsChanged() {
        try (var _ = world.clusterOutage()) {
            assertThat(last(world.ask(ALICE, "get pods in shop")))
                    .contains("Cluster staging did not answer");
            assertThat(last(world.ask(ALICE, "scale cart to 9 in shop")))
                    .contains("did not answer", "Nothing was changed");
        }
        assertThat(last(world.ask(ALICE, "get pods in shop"))).contains("NAME");
    }

    @Test
    void aResultIsLookedAtInOtherWaysAndNotReadAgain() {
        var thread = world.ask(ALICE, "get deployments in shop");
        var reads = world.readsOf("/shop/deployments");

        world.say(ALICE, thread, "only checkout");
        assertThat(last(thread))
                .contains(
                        "Of `kubectl get deployments.apps --namespace=shop` on staging, what"
                                + " fits \"checkout\"")
                .doesNotContain("catalog");
        world.say(ALICE, thread, "as file");
        assertThat(last(thread)).contains("filtered by checkout");
        assertThat(world.posts(thread).getLast().files()).hasSize(1);
        world.say(ALICE, thread, "only nosuchthing");
        assertThat(last(thread)).contains("Nothing of", "fits \"nosuchthing\"");
        world.say(ALICE, thread, "next");
        assertThat(last(thread)).contains("Nothing of");

        assertThat(world.readsOf("/shop/deployments")).isEqualTo(reads);
    }

    @Test
    void p13AStoredResultIsAuthorisedAgainForEachReader() {
        var thread = world.ask(BOB, "get pods in payments");
        assertThat(last(thread)).contains("payments-api");
        world.say(DAVE, thread, "only payments-api");
        assertThat(last(thread))
                .contains("You may not list pods in namespace payments", "Nothing was shown");
        world.say(BOB, thread, "only payments-api");
        assertThat(last(thread)).contains("payments-api-");
    }

    @Test
    void aResultOfAnotherClusterIsLookedAtFromTheThreadsOwn() {
        var thread = world.ask(ALICE, "kubectl get deployments --context=spare");
        var reads = world.readsOf("/shop/deployments");

        world.say(ALICE, thread, "only checkout");
        assertThat(last(thread))
                .contains("--namespace=shop` on spare, what fits \"checkout\"")
                .doesNotContain("catalog");
        world.say(DAVE, thread, "as file");
        assertThat(last(thread))
                .contains("You may not list deployments", "cluster spare", "Nothing was shown");
        world.say(ALICE, thread, "as file");
        assertThat(last(thread)).contains("on spare, filtered by checkout");
        assertThat(world.readsOf("/shop/deployments")).isEqualTo(reads);

        world.say(ALICE, thread, "get deployments");
        assertThat(last(thread)).contains("on staging, as Alice");
    }

    @Test
    void anAnswerAboutOneObjectLeadsToItsPage() {
        var page = "https://console.example.com/staging/shop/Deployment/checkout";
        assertThat(last(world.ask(ALICE, "describe deployment checkout in shop"))).endsWith(page);
        assertThat(last(world.ask(ALICE, "kubectl get deployments -n shop")))
                .contains("checkout")
                .doesNotContain("https://console");
        assertThat(last(world.ask(ALICE, "kubectl get deployment chekout -n shop")))
                .doesNotContain("https://console");
        assertThat(last(world.ask(DAVE, "kubectl get deployment checkout -n shop")))
                .doesNotContain("https://console");
        assertThat(
                        last(
                                world.ask(
                                        ALICE,
                                        "kubectl get deployment checkout -n shop --context=spare")))
                .contains("on spare, as Alice")
                .doesNotContain("https://console");
    }

    @Test
    void aFilterBelongsToAnswersOnly() {
        assertThat(last(world.ask(ALICE, "kubectl get deployments -n shop --filter checkout")))
                .contains("What fits \"checkout\"")
                .doesNotContain("catalog");
        assertThat(last(world.ask(ALICE, "kubectl delete pods --all -n shop --filter checkout")))
                .contains("does not narrow what a command changes", "Nothing was run");
    }

    @Test
    void p9WhatAChannelShouldNotSeeGoesToTheAskerAlone() {
        world.letTheBotReadSecretsInAnyonesName();
        var thread = world.ask(BOB, "kubectl get secrets -n shop -o yaml");
        assertThat(world.posts(thread)).isEmpty();
        assertThat(world.postsFor(BOB, thread).getLast().text())
                .contains("kind: Secret", "(hidden)");
        world.say(ALICE, thread, "as file");
        assertThat(world.postsFor(ALICE, thread))
                .noneMatch(post -> post.text().contains("kind: Secret"));
    }

    @Test
    void aMissingObjectComesWithTheNearestOnesThatThePersonMaySee() {
        assertThat(last(world.ask(ALICE, "kubectl describe deployment chekout -n shop")))
                .contains("no deployment \"chekout\"", "Did you mean checkout?");
        assertThat(last(world.ask(DAVE, "kubectl describe deployment chekout -n shop")))
                .contains("You may not get")
                .doesNotContain("checkout?");
    }

    @Test
    void aMissingRightComesWithTheRolesThatWouldGrantIt() {
        assertThat(last(world.ask(DAVE, "get pods in shop")))
                .contains("You may not list pods in namespace shop", "cluster role view");
    }

    @Test
    void aCardSaysWhatHangsOnTheChange() {
        var asked =
                card(world.ask(ALICE, "kubectl scale deployment checkout --replicas=0 -n shop"));

        assertThat(asked.text())
                .contains("nothing serves checkout afterwards", "is left without endpoints");
    }

    @Test
    void plainWordsMeanWhatThereIsInTheCluster() {
        assertThat(last(world.ask(ALICE, "restart chekout in shop")))
                .contains("There is no chekout in namespace shop", "restart checkout in shop");
        assertThat(card(world.ask(BOB, "restart postgres in platform")).text())
                .contains("statefulsets.apps/postgres");
        assertThat(last(world.ask(ALICE, "get pods in shpo"))).contains("has no namespace shpo");
    }

    @Test
    void p13NamesOfTheInventoryReachOnlyWhoMayListThem() {
        assertThat(last(world.ask(DAVE, "restart chekout in shop")))
                .doesNotContain("restart checkout");
    }

    @Test
    void aPatchLikeChangeIsShownFieldByFieldAndSentOverWhatWasSeen() {
        var writes = world.writesTo("web");
        var thread = world.ask(ALICE, "kubectl label deployment web team=orders -n shop");
        assertThat(card(thread).text()).contains("metadata.labels.team: not set → orders");
        assertThat(world.writesTo("web")).isEqualTo(writes);

        world.press(ALICE, thread, CONFIRM);
        assertThat(last(thread)).contains("deployment.apps/web labeled");
        assertThat(world.writesTo("web")).isEqualTo(writes + 1);
        assertThat(last(world.ask(ALICE, "kubectl label deployment web team=orders -n shop")))
                .contains("deployment.apps/web is so already. Nothing would be changed.");
    }

    @Test
    void whatIsFollowedIsShownWhileItRunsAndReplacedByTheAnswer() {
        var thread = world.ask(ALICE, "kubectl logs -f job/nightly-report-29401380 -n shop");
        assertThat(last(thread)).contains("as Alice:").doesNotContain("still running");
        assertThat(world.posts(thread)).hasSize(1);
        assertThat(world.contentsOfTheAnswer(thread)).isGreaterThan(1);
    }

    @Test
    void whatWasDoneIsTakenBackThroughTheSameGate() {
        var thread = world.ask(ALICE, "kubectl scale deployment web --replicas=7 -n shop");
        world.press(ALICE, thread, CONFIRM);
        var writes = world.writes();

        world.press(BOB, thread, "Undo");

        assertThat(last(thread))
                .contains(
                        "Bob, do you want this?",
                        "kubectl scale deployments.apps/web --namespace=shop --replicas=",
                        "spec.replicas: 7 → ");
        assertThat(world.writes()).isEqualTo(writes);

        world.press(ALICE, thread, "Undo");
        assertThat(last(thread)).contains("Bob asked for the way back already");

        world.press(BOB, thread, CONFIRM);
        assertThat(last(thread)).contains("deployment.apps/web scaled");
        assertThat(world.writes()).isEqualTo(writes + 1);
    }

    @Test
    void aProgramThatOnlyReadsIsRunWhenTheAskerConfirms() {
        var thread =
                world.ask(ALICE, "kubectl exec deploy/checkout -n shop -- cat /etc/os-release");
        assertThat(card(thread).text())
                .contains("Alice, do you want this?", "it only reads", "cat /etc/os-release")
                .doesNotContain("no way back");

        world.press(ALICE, thread, CONFIRM);

        assertThat(card(thread).text()).contains("Done");
        assertThat(last(thread)).contains("PRETTY_NAME=\"Stage set\"");
    }

    @Test
    void p9WhatAProgramWritesIsShownWithoutCredentials() {
        var thread = world.ask(ALICE, "kubectl exec deploy/cart -n shop -- env");
        world.press(ALICE, thread, CONFIRM);

        assertThat(last(thread)).contains("HOSTNAME=cart-", "REDIS_PASSWORD=(hidden)");
    }

    @Test
    void aProgramThatMayDoAnythingNeedsSomebodyElseAndItsExitStatusIsTold() {
        var thread = world.ask(ALICE, "kubectl exec deploy/checkout -n shop -- sh -c 'exit 3'");
        assertThat(card(thread).text())
                .contains(
                        "somebody else has to approve it",
                        "There is no way back: what a program does in a container stays done.");

        world.press(BOB, thread, "Approve");

        assertThat(last(thread)).contains("It ended with exit status 3.");
    }

    @Test
    void p9TheTokenOfAServiceAccountIsNotLookedAt() {
        var calls = world.readsOf("/exec");
        var thread =
                world.ask(
                        BOB,
                        "kubectl exec deploy/checkout -n shop -- cat"
                                + " /var/run/secrets/kubernetes.io/serviceaccount/token");

        assertThat(last(thread)).contains("Tokens of service accounts are not looked at");
        assertThat(world.readsOf("/exec")).isEqualTo(calls);
    }

    @Test
    void aFileOutOfAPodComesAsAnAttachment() {
        var thread = world.ask(ALICE, "kubectl cp shop/%s:/etc/os-release os".formatted(pod()));
        world.press(ALICE, thread, CONFIRM);

        assertThat(card(thread).text()).contains("Done");
        assertThat(world.posts(thread).getLast().files())
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.name()).isEqualTo("os-release");
                    assertThat(file.text()).contains("ID=stage");
                });
    }

    private static String pod() {
        var listed = last(world.ask(ALICE, "kubectl get pods -n shop -l app=checkout -o name"));
        var pod = Pattern.compile("pod/(checkout-[a-z0-9-]+)").matcher(listed);
        assertThat(pod.find()).as(listed).isTrue();
        return pod.group(1);
    }

    @Test
    void theWayBackGoesOffTheCardWhenItsTimeIsOver() {
        var thread = world.ask(ALICE, "kubectl scale deployment web --replicas=6 -n shop");
        world.press(ALICE, thread, CONFIRM);
        assertThat(card(thread).text()).containsPattern("Undo before: [0-9]+ [A-Z][a-z]{2}, ");

        world.letTheTimeForTheWayBackPass();

        assertThat(card(thread).text()).contains("Done").doesNotContain("Undo before");
        assertThat(card(thread).buttons()).containsExactly("Watch the rollout");
    }

    @Test
    void theCardLeadsToTheObjectsThatItIsAbout() {
        var page = "https://console.example.com/staging/shop/ConfigMap/linked";
        var thread = world.ask(ALICE, "kubectl create configmap linked --from-literal=a=b -n shop");
        assertThat(card(thread).text()).doesNotContain(page);
        world.press(ALICE, thread, CONFIRM);
        assertThat(card(thread).text())
                .contains("configmap linked in the console of staging: " + page);

        var deleted = world.ask(ALICE, "kubectl delete configmap linked -n shop");
        assertThat(card(deleted).text()).contains(page);
        world.press(BOB, deleted, "Approve");
        assertThat(card(deleted).text()).contains("Done").doesNotContain(page);
    }

    @Test
    void p9NoWayBackIsOfferedThatHoldsACredential() {
        var thread = world.ask(ALICE, "kubectl create configmap p9 --from-literal=a=b -n shop");
        world.press(ALICE, thread, CONFIRM);
        assertThat(card(thread).buttons()).containsExactly("Undo");

        var set =
                world.ask(
                        ALICE,
                        "kubectl patch configmap p9 -n shop --type=merge -p"
                                + " '{\"data\":{\"password\":\"aC0rrectHorse\"}}'");
        world.press(ALICE, set, CONFIRM);
        assertThat(card(set).text()).contains("Done");
        assertThat(card(set).buttons()).isEmpty();
    }

    @Test
    void aRolloutIsWatchedWhenSomebodyWantsTo() {
        var thread = world.ask(ALICE, "kubectl rollout restart deployment web -n shop");
        world.press(ALICE, thread, CONFIRM);
        assertThat(card(thread).buttons()).containsExactly("Watch the rollout");

        world.press(BOB, thread, "Watch the rollout");

        assertThat(last(thread)).contains("rollout status", "deployment \"web\"");
    }
}
