package dev.kubechat.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubectlTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kubectl get pods",
                "kubectl",
                "kubectl gte pods",
                "kub\u200Bectl get pods",
                "KUBECTL get pods",
                "k get pods",
                "k -n shop get pods",
                "get pods",
                "get po,svc -n shop",
                "get all",
                "get deploy/checkout",
                "get kafkatopics.kafka.strimzi.io",
                "describe deployment checkout",
                "delete deployment checkout",
                "delete pod web-0",
                "delete pod",
                "logs web-0",
                "logs checkout-7d9f8b6c5-x2x4z",
                "logs deployment/checkout",
                "logs checkout --tail=5",
                "logs -f checkout",
                "events",
                "events -n shop",
                "scale deployment checkout",
                "scale checkout --replicas=3",
                "scale deployment checkout --replicas=3",
                "rollout restart deployment checkout",
                "rollout status deploy/checkout",
                "set image deployment/checkout app=shop:2",
                "top pods",
                "cordon node-1",
                "drain node-1 --ignore-daemonsets",
                "version",
                "cluster-info",
                "auth can-i get pods",
                "explain pods.spec",
                "exec web-0 -- ls",
                "apply -f shop.yaml",
                "```\nget pods\n```"
            })
    void takesForKubectl(String text) {
        assertThat(KubectlFixture.reader().looksLikeKubectl(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "k",
                "k thanks",
                "help",
                "hello there",
                "scale checkout to 3 in shop",
                "scale the checkout deployment to 3",
                "set checkout to 3 replicas",
                "show pods in shop",
                "get me the pods in shop",
                "get pods in shop",
                "get all pods",
                "get pods?",
                "get logs of checkout",
                "describe checkout",
                "describe checkout in shop",
                "describe the pod web-0",
                "delete the deployment cart in shop",
                "delete checkout",
                "logs of checkout",
                "logs checkout",
                "logs checkout-v2",
                "logs for cart please",
                "events in shop",
                "restart checkout",
                "rollout restart checkout",
                "run the tests",
                "create a deployment",
                "explain why checkout is down",
                "wait for checkout",
                "set everything up",
                "top 5 pods by memory",
                "what is running in payments?",
                "is kubectl installed?",
                "drain the swamp please"
            })
    void takesForPlainWords(String text) {
        assertThat(KubectlFixture.reader().looksLikeKubectl(text)).isFalse();
    }
}
