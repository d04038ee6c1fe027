package dev.kubechat.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.kubectl.KubectlFixture;
import dev.kubechat.kubectl.Namespace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarPlannerTest {

    private static final Set<String> NAMESPACES = Set.of("shop", "payments", "platform", "prod");
    private static final PlanContext SHOP =
            new PlanContext(new Namespace("shop"), "staging", NAMESPACES);

    private final Planner planner = new GrammarPlanner(KubectlFixture.reader());

    private Optional<Plan> plan(String words) {
        return planner.plan(new Ask(words, SHOP));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    scale checkout to 3 in shop | kubectl scale deployments.apps/checkout --namespace=shop --replicas=3
                    scale checkout to 3 | kubectl scale deployments.apps/checkout --namespace=shop --replicas=3
                    set checkout to 3 replicas | kubectl scale deployments.apps/checkout --namespace=shop --replicas=3
                    Could you please scale the checkout deployment up to three replicas in payments? | kubectl scale deployments.apps/checkout --namespace=payments --replicas=3
                    scale statefulset db down to zero | kubectl scale statefulsets.apps/db --namespace=shop --replicas=0
                    scale stateful set db to 2 | kubectl scale statefulsets.apps/db --namespace=shop --replicas=2
                    scale checkout and cart to 2 | kubectl scale deployments.apps/checkout deployments.apps/cart --namespace=shop --replicas=2
                    set the number of replicas of checkout to 4 | kubectl scale deployments.apps/checkout --namespace=shop --replicas=4
                    run 5 copies of checkout | kubectl scale deployments.apps/checkout --namespace=shop --replicas=5
                    give checkout 2 instances | kubectl scale deployments.apps/checkout --namespace=shop --replicas=2
                    cart needs three replicas in payments | kubectl scale deployments.apps/cart --namespace=payments --replicas=3
                    logs of agent-x7k2p in platform | kubectl logs pods/agent-x7k2p --namespace=platform
                    logs of cart-v2 | kubectl logs deployments.apps/cart-v2 --namespace=shop
                    restart checkout | kubectl rollout restart deployments.apps/checkout --namespace=shop
                    please bounce the cart deployment in the payments namespace | kubectl rollout restart deployments.apps/cart --namespace=payments
                    rollout restart checkout | kubectl rollout restart deployments.apps/checkout --namespace=shop
                    delete the deployment cart in shop | kubectl delete deployments.apps/cart --namespace=shop
                    remove pod web-0 | kubectl delete pods/web-0 --namespace=shop
                    get rid of the config map settings | kubectl delete configmaps/settings --namespace=shop
                    logs of checkout | kubectl logs deployments.apps/checkout --namespace=shop
                    logs checkout | kubectl logs deployments.apps/checkout --namespace=shop
                    show me the logs for checkout-7d9f8b6c5-x2x4z | kubectl logs pods/checkout-7d9f8b6c5-x2x4z --namespace=shop
                    last 50 lines of cart logs | kubectl logs deployments.apps/cart --namespace=shop --tail=50
                    last 20 lines of the logs of cart in payments | kubectl logs deployments.apps/cart --namespace=payments --tail=20
                    checkout logs from the last 10 minutes | kubectl logs deployments.apps/checkout --namespace=shop --since=10m0s
                    previous logs of web-0 | kubectl logs pods/web-0 --namespace=shop --previous=true
                    tail checkout | kubectl logs deployments.apps/checkout --namespace=shop
                    describe checkout in shop | kubectl describe deployments.apps/checkout --namespace=shop
                    describe the pod web-0 | kubectl describe pods/web-0 --namespace=shop
                    tell me about the ingress web | kubectl describe ingresses.networking.k8s.io/web --namespace=shop
                    what happened in shop? | kubectl events --namespace=shop
                    what's going on in payments? | kubectl events --namespace=payments
                    what went wrong in payments | kubectl events --namespace=payments --types=Warning
                    events of checkout | kubectl events --for=deployments.apps/checkout --namespace=shop
                    any warnings in prod? | kubectl events --namespace=prod --types=Warning
                    why is checkout broken? | kubectl describe deployments.apps/checkout --namespace=shop
                    show pods in shop | kubectl get pods --namespace=shop
                    list pods everywhere | kubectl get pods --all-namespaces=true
                    list all deployments in all namespaces | kubectl get deployments.apps --all-namespaces=true
                    get me the pods in ns payments | kubectl get pods --namespace=payments
                    which pods are running in payments? | kubectl get pods --namespace=payments
                    what's running in payments? | kubectl get pods --namespace=payments
                    show nodes | kubectl get nodes
                    show the deployment checkout | kubectl get deployments.apps/checkout --namespace=shop
                    services in shop | kubectl get services --namespace=shop
                    status of checkout | kubectl get deployments.apps/checkout --namespace=shop
                    is the checkout up? | kubectl get deployments.apps/checkout --namespace=shop
                    """)
    void proposes(String words, String line) {
        assertThat(plan(words))
                .hasValueSatisfying(plan ->
                        assertThat(plan)
                                .isInstanceOfSatisfying(
                                        Plan.Proposal.class,
                                        proposal ->
                                                assertThat(proposal.command().canonical())
                                                        .isEqualTo(line)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    scale checkout | To how many replicas is checkout to be scaled? | scale checkout to 1
                    scale up checkout in payments | To how many replicas is checkout to be scaled? | scale checkout to 1 in payments
                    scale checkout by 2 | To how many replicas is checkout to be scaled? | scale checkout to 1
                    delete cart | What is cart: a deployment, a pod, or something else? | delete deployment cart
                    delete cart in payments | What is cart: a deployment, a pod, or something else? | delete deployment cart in payments
                    show pods in shpo | Cluster staging has no namespace shpo. Which one is meant? | show pods in payments
                    """)
    void asksBack(String words, String question, String firstSuggestion) {
        assertThat(plan(words))
                .hasValueSatisfying(plan ->
                        assertThat(plan)
                                .isInstanceOfSatisfying(
                                        Plan.Question.class,
                                        asked -> {
                                            assertThat(asked.text()).isEqualTo(question);
                                            assertThat(asked.suggestions())
                                                    .startsWith(firstSuggestion);
                                        }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "restart the deployment",
                "delete the pod",
                "logs of the pod",
                "logs of checkout and cart",
                "delete pod web-0 everywhere",
                "restart checkout in nowhere"
            })
    void asksBackRatherThanGuess(String words) {
        assertThat(plan(words))
                .hasValueSatisfying(plan -> assertThat(plan).isInstanceOf(Plan.Question.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "do not delete the deployment cart",
                "don't restart checkout",
                "never scale checkout to 0",
                "restart checkout in 5 minutes",
                "restart checkout unless it is healthy",
                "restart everything except cart",
                "delete all pods",
                "show me the logs",
                "get logs",
                "scale checkout to 3 and delete the deployment cart",
                "delete pod web-0 and restart cart",
                "delete pod --all",
                "delete pod web-0 --force",
                "restart checkout; delete pod web-0",
                "scale checkout to 99999999999",
                "delete pod web-0 or web-1",
                "checkout"
            })
    void leavesToOthersWhatItDoesNotFullyUnderstand(String words) {
        assertThat(plan(words)).isEmpty();
    }

    @Test
    void tellsWhatCanBeAsked() {
        assertThat(plan("Help!"))
                .hasValueSatisfying(plan -> assertThat(plan).isInstanceOf(Plan.Answer.class));
    }

    @Test
    void takesNamespacesLiterallyWhereNoneAreKnown() {
        var unknown = new PlanContext(new Namespace("shop"), "staging", Set.of());
        assertThat(planner.plan(new Ask("show pods in nowhere", unknown)))
                .hasValueSatisfying(plan -> assertThat(plan).isInstanceOf(Plan.Proposal.class));
    }

    @Test
    void namesNoNamespaceWhereThereIsNoThread() {
        var nowhere = new PlanContext(null, "staging", Set.of());
        assertThat(planner.plan(new Ask("scale checkout to 3", nowhere)))
                .hasValueSatisfying(plan ->
                        assertThat(plan)
                                .isInstanceOfSatisfying(
                                        Plan.Proposal.class,
                                        proposal ->
                                                assertThat(proposal.command().canonical())
                                                        .isEqualTo(
                                                                "kubectl scale"
                                                                    + " deployments.apps/checkout"
                                                                    + " --replicas=3")));
    }

    @Test
    void suggestsOnlyWhatItUnderstandsItself() {
        for (String suggestion :
                List.of("show pods in shop", "logs of checkout", "scale checkout to 3")) {
            assertThat(plan(suggestion)).isPresent();
        }
    }
}
