package dev.kubechat.app.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandMeaningTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    kubectl get po -n a | kubectl -n=a get pods
                    kubectl get Pods -na | kubectl get pod --namespace a
                    kubectl get deployments.v1.apps/x | kubectl get deploy x
                    kubectl get x.example.com | kubectl get x.example.com --dry-run=none
                    kubectl get policies | kubectl get policy
                    kubectl get boxes | kubectl get box
                    kubectl get po,svc a b | kubectl get svc,po b a
                    kubectl get pods -A -n a | kubectl get pods --all-namespaces=1
                    kubectl get pods -l 'a in (z,b),c==d' | kubectl get pods --selector=c=d,'a in ( b , z )'
                    kubectl get pods -l 'a notin (b)' | kubectl get pods -l a!=b
                    kubectl get ev --sort-by='{.a}' | kubectl get events --sort-by=a
                    kubectl logs a --since=2h | kubectl logs pod/a --since 120m
                    kubectl logs a --since=1.5h | kubectl logs a --since=5400s
                    kubectl logs a --since=0 | kubectl logs a
                    kubectl logs a b | kubectl logs a -c b
                    kubectl logs -fp a | kubectl logs a --previous --follow
                    kubectl exec -it a -- sh -c "x y" | kubectl exec a -ti -- sh -c 'x y'
                    kubectl exec a date | kubectl exec a -- date
                    kubectl port-forward svc/a 80 443 | kubectl port-forward services/a 443:443 80:80
                    kubectl cp a/b:/c ./c | kubectl cp b:/c ./c -n a
                    kubectl top po | kubectl top pods
                    kubectl cordon node/a | kubectl cordon a
                    kubectl drain a --delete-local-data | kubectl drain a --delete-emptydir-data=true
                    kubectl label po a x=1 y- | kubectl label pods/a y- x=1
                    kubectl taint no a k=v:NoSchedule | kubectl taint nodes a k=v:NoSchedule
                    kubectl set sa deploy a b | kubectl set serviceaccount deployment/a b
                    kubectl create cm a --from-literal=x=1 --from-literal y=2 | kubectl create configmap a --from-literal=y=2 --from-literal=x=1
                    kubectl create svc clusterip a | kubectl create service ClusterIP a
                    kubectl create role a --verb=get --verb=list --resource=po | kubectl create role a --resource=po --verb=list,get
                    kubectl wait pod/a --for=condition=Ready=true --timeout=60s | kubectl wait pods/a --for condition=ready --timeout 1m
                    kubectl autoscale deploy a --max=2 --cpu-percent=50 | kubectl autoscale deployment/a --cpu=50% --max 2
                    kubectl explain deploy.spec | kubectl explain deployments.spec
                    kubectl auth can-i get deploy/a | kubectl auth can-i get deployments/a
                    kubectl config use a | kubectl config use-context a
                    kubectl patch svc a -p '{"b": 1, "a": [null, true]}' | kubectl patch service/a --patch='{"a":[null,true],"b":1}'
                    kubectl delete pod a --now | kubectl delete pod a --grace-period=1
                    kubectl events --for po/a --types=warning,NORMAL | kubectl events --types Normal --types Warning --for=pods/a
                    kubectl apply -f ./a.yaml,b/ | kubectl apply --filename b --filename=a.yaml
                    kubectl run a --image=b -- c | kubectl run a --image b c
                    kubectl get pods --show_labels | kubectl get pods --show-labels=true
                    kubectl certificate approve b a | kubectl certificate approve a b
                    kubectl scale --replicas=-1 deploy a | kubectl scale deploy a --replicas -1
                    """)
    void isTheSameInOtherSpellings(String one, String other) {
        assertThat(CommandMeaning.of(one, null)).isEqualTo(CommandMeaning.of(other, null));
        assertThat(CommandMeaning.matches(one, List.of(other), null, false)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    kubectl get pods | kubectl get pods -A
                    kubectl get pods -n a | kubectl get pods -n b
                    kubectl get pod a | kubectl get deploy a
                    kubectl get pods -o wide | kubectl get pods -o yaml
                    kubectl get pods -l a=b | kubectl get pods -l a!=b
                    kubectl get foo.a.example | kubectl get foo.b.example
                    kubectl scale deploy a --replicas=1 | kubectl scale deploy a --replicas=10
                    kubectl delete pod a | kubectl delete pod a --force
                    kubectl delete pod a | kubectl delete pod --all
                    kubectl delete pod a | kubectl delete pod a --dry-run=client
                    kubectl exec a -- b c | kubectl exec a -- c b
                    kubectl exec a | kubectl exec a --
                    kubectl cp a:/b ./c | kubectl cp ./c a:/b
                    kubectl port-forward svc/a 1:2 | kubectl port-forward svc/a 2:1
                    kubectl label pod a x=1 | kubectl label pod a x-
                    kubectl api-resources | kubectl api-resources --namespaced=false
                    kubectl patch svc a -p '{"a": 1}' | kubectl patch svc a -p '{"a": 1.0}'
                    kubectl logs a --since=1h | kubectl logs a --since=1s
                    kubectl rollout undo deploy/a | kubectl rollout undo deploy/a --to-revision=3
                    kubectl get pods; kubectl get svc | kubectl get pods
                    """)
    void isAnotherWhereSomethingElseWouldHappen(String one, String other) {
        assertThat(CommandMeaning.of(one, null)).isNotEqualTo(CommandMeaning.of(other, null));
        assertThat(CommandMeaning.matches(one, List.of(other), null, true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ls",
                "get pods",
                "kubectl",
                "kubectl -n a",
                "kubectl get 'pods",
                "kubectl get pods\nkubectl get svc",
                "kubectl get pods \\",
                "kubectl get pods -n",
                "kubectl get pods --=x",
                "kubectl get pods -y"
            })
    void isNoneOfWhatIsNoPlainCommand(String line) {
        assertThatThrownBy(() -> CommandMeaning.of(line, null)).isInstanceOf(NotPlain.class);
        assertThat(CommandMeaning.matches(line, List.of(line), null, true)).isFalse();
    }

    @Test
    void takesALineBrokenByABackslashForOne() {
        assertThat(CommandMeaning.of("kubectl get \\\r\n pods", null))
                .isEqualTo(CommandMeaning.of("kubectl get pods", null));
    }

    @Test
    void readsTheContextsNamespaceIntoALineThatNamesNone() {
        assertThat(
                        CommandMeaning.matches(
                                "kubectl get po", List.of("kubectl get po -n a"), "a", false))
                .isTrue();
        assertThat(
                        CommandMeaning.matches(
                                "kubectl get po", List.of("kubectl get po -n b"), "a", false))
                .isFalse();
        assertThat(
                        CommandMeaning.matches(
                                "kubectl get po -A", List.of("kubectl get po"), "a", false))
                .isFalse();
        assertThat(CommandMeaning.matches("kubectl get po", List.of("kubectl get po"), "", false))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    kubectl logs a --tail=9 | kubectl logs a | true
                    kubectl get pods -o wide --show-labels | kubectl get pods | true
                    kubectl logs a | kubectl logs a --tail=9 | false
                    kubectl get pods -o yaml | kubectl get pods | false
                    kubectl get pods -A | kubectl get pods | false
                    kubectl delete pod a --ignore-not-found | kubectl delete pod a | false
                    """)
    void mayShowMoreWhereThatIsLetPass(String command, String accepted, boolean right) {
        assertThat(CommandMeaning.matches(command, List.of(accepted), null, true)).isEqualTo(right);
        assertThat(CommandMeaning.matches(command, List.of(accepted), null, false)).isFalse();
    }

    @Test
    void isRightIfOneOfTheAcceptedIs() {
        assertThat(
                        CommandMeaning.matches(
                                "kubectl get po",
                                List.of("nonsense", "kubectl get svc", "kubectl get pods"),
                                null,
                                false))
                .isTrue();
        assertThat(CommandMeaning.matches("kubectl get po", List.of(), null, false)).isFalse();
    }
}
