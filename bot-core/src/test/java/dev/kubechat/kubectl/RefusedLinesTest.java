package dev.kubechat.kubectl;

import static dev.kubechat.kubectl.KubectlFixture.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedLinesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    scale deployment checkout | scale needs --replicas, the count wanted: kubectl scale deployment checkout --replicas=3
                    kubectl get | get needs a resource type: kubectl get pods
                    kubectl get pods --selectr=a=b | kubectl get has no flag --selectr; did you mean --selector?
                    kubectl gte pods | kubectl has no command "gte"; did you mean get?
                    kubectl get pods -o yml | -o yml is no output format: wide, name, yaml, json, jsonpath=…, go-template=… and custom-columns=… are; did you mean yaml?
                    kubectl scale deploy web --replicas=many | --replicas wants a whole number, and not "many".
                    kubectl scale deploy web --replicas | --replicas stands at the end and needs a value behind it.
                    kubectl scale deploy web --replicas=-1 | --replicas is a count, 0 or more, and not -1.
                    kubectl delete pod | delete needs a type and a name, a selector (-l) or --all: kubectl delete pod NAME
                    kubectl delete pod web-* | "web-*" holds a wildcard, and Kubernetes knows none in names: select by label instead, like -l app=checkout.
                    kubectl get pod web-0 -A | A name means one object in one namespace, so it does not go with -A: name the namespace with -n.
                    kubectl rollout restart pod web-0 | A pod cannot be restarted: only deployments, daemon sets and stateful sets can. They make new pods then.
                    kubectl logs deployment checkout | logs wants the type and the name with a slash between them: kubectl logs deployment/checkout
                    kubectl get pods -n Shop | "Shop" cannot be a namespace: its name has up to 63 small letters, digits and hyphens, like shop or team-a.
                    kubectl rollout app | rollout knows no "app": history, pause, restart, resume, status, undo.
                    kubectl get pods <pod-name> | <pod-name> stands for something: write it out.
                    kubectl get pods --show-labels -o json | --show-labels adds a column to a table, so it does not go with -o json.
                    kubectl get pods --subresource=status | --subresource goes with an object's name, like deployment checkout.
                    kubectl get pod web-0 --subresource=a/b | "a/b" is no subresource, like status or scale.
                    kubectl get pods -o jsonpath= | -o jsonpath needs a template behind it, like -o jsonpath='{.items[*].metadata.name}'.
                    kubectl get pods -o jsonpath={.kind} --template={{.kind}} | The template stands twice, in -o and in --template: leave one of them out.
                    kubectl get pods --raw=/readyz | --raw names the whole path, so no types go with it.
                    helm list | "helm" is no command of kubectl, and only kubectl is understood here.
                    kubectl neat | kubectl has no command "neat", and its plugins do not run here.
                    kubectl alpha x | alpha knows no "x".
                    KUBECONFIG=x kubectl get pods | "KUBECONFIG=x" sets a variable of a shell, and there is none here. Leave it out.
                    kubectl config use-context prod | A kubeconfig belongs to a kubectl program, and there is none here. An admin registers clusters with KubeChat; name one with --context, like --context=staging, and a namespace with -n.
                    """)
    void saysWhatIsWrong(String line, String sentence) {
        assertThat(rejected(line).sentence()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    scale deployment checkout; kubectl scale deployment checkout --replicas=3
                    kubectl get pods | grep web; kubectl get pods
                    kubectl get pods > out.txt; kubectl get pods
                    sudo kubectl get pods; kubectl get pods
                    kubectl get pods # all of them; kubectl get pods
                    kubectl delete pod web-0 —grace-period=0; kubectl delete pod web-0 --grace-period=0
                    kubectl delete pod web‑0 –force; kubectl delete pod web-0 --force
                    KUBECONFIG=x kubectl get pods; kubectl get pods
                    kubectl get pods --namespce shop; kubectl get pods --namespace shop
                    kubectl attach web-0 -it; kubectl logs web-0
                    """)
    void saysWhatToTypeInstead(String line, String instead) {
        assertThat(rejected(line).instead()).isEqualTo(instead);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kubectl get pods; kubectl delete ns shop",
                "kubectl get pods && kubectl delete ns shop",
                "kubectl get pods\nkubectl delete ns shop",
                "kubectl get pods\r\nkubectl delete ns shop",
                "kubectl get pods -n $(whoami)",
                "kubectl get pods -n \"$(whoami)\"",
                "kubectl get pods -n `whoami`",
                "kubectl get pods -n $NAMESPACE",
                "kubectl get pods -n ${NAMESPACE}",
                "kubectl get pods $'\\x2d'A",
                "kubectl get pods &",
                "kubectl get pods < names.txt",
                "kubectl get (pods)",
                "kubectl delete pod web-{0..9}",
                "kubectl delete pod web-{a,b}",
                "kubectl get pods 'open",
                "kubectl get pods \\",
                "kubectl exec web-0 -- sh -c 'a\nb'"
            })
    void hasNoShell(String line) {
        rejected(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kubectl del\u200Bete ns shop",
                "kubectl get pods \u202Epohs sn eteled",
                "kubectl get pods \u2066x\u2069",
                "kubectl g\u0435t pods",
                "kubectl get \u0440ods",
                "kubectl get \uFF50ods",
                "kubectl get pods\u0000",
                "kubectl get pods \u001b[2K",
                "kubectl get pods -n sh\u00ADop",
                "kubectl get pods -n '\u0441art'",
                "kubectl get pods '\u3164'",
                "kubectl get pods -l 'a=\u202Eb'",
                "kubectl get pods \uD83D",
                "\uFEFFkubectl get pods"
            })
    void letsNothingThroughThatIsNotSeen(String line) {
        rejected(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kubectl get pods --as=root",
                "kubectl get pods --as-group=system:masters",
                "kubectl --token=abc get pods",
                "kubectl get pods -s https://elsewhere",
                "kubectl get pods --server=https://elsewhere",
                "kubectl get pods --kubeconfig=/etc/kubeconfig",
                "kubectl get pods --cluster=prod",
                "kubectl get pods --context='a b'",
                "kubectl get pods --insecure-skip-tls-verify",
                "kubectl get pods --username=me --password=secret",
                "kubectl get pods --cache_dir=/tmp",
                "kubectl get pods --profile=cpu",
                "kubectl edit deployment web",
                "kubectl proxy --port=0",
                "kubectl port-forward pod/web-0 8080:80",
                "kubectl attach web-0 -it",
                "kubectl completion bash",
                "kubectl plugin list",
                "kubectl config use-context prod",
                "kubectl config set-credentials me --token=abc",
                "kubectl neat get pods",
                "kubectl-evil get pods",
                "./kubectl get pods",
                "/usr/bin/kubectl get pods",
                "A=b kubectl get pods",
                "kubectl apply -f https://elsewhere/pod.yaml",
                "kubectl apply -f /etc/pod.yaml",
                "kubectl apply -f ../pod.yaml",
                "kubectl apply -f -",
                "kubectl apply -f good.yaml,/etc/pod.yaml",
                "kubectl create secret generic s --from-file=key=/etc/passwd",
                "kubectl get pods -o go-template-file=/etc/passwd",
                "kubectl cluster-info dump --output-directory=/tmp/dump",
                "kubectl kustomize https://elsewhere/repo",
                "kubectl cp /etc/passwd web-0:/tmp/x",
                "kubectl get --raw /api/v1/namespaces/shop/services/web/proxy/",
                "kubectl get --raw /readyz/../api/v1/secrets",
                "kubectl get --raw '/readyz?verbose#/api'",
                "kubectl get --raw '/readyz?path=/api'",
                "kubectl get --raw '/readyz?verbose&exclude=../api'",
                "kubectl get --raw '/readyz?'",
                "kubectl get --raw '/api?verbose'",
                "kubectl delete --raw /api/v1/namespaces/shop"
            })
    void neverRunsFromAChat(String line) {
        rejected(line);
    }

    @Test
    void refusesALineOfMoreThanFourKibibytes() {
        assertThat(rejected("kubectl get pods " + "a".repeat(4096)).sentence())
                .startsWith("The line is longer than 4 KiB.");
    }

    @Test
    void refusesMoreObjectsThanAnybodyWouldLookAt() {
        assertThat(rejected("kubectl delete po,svc" + " web".repeat(60)).sentence())
                .isEqualTo("These are more than 100 objects at once. Send them in smaller groups.");
    }

    @Test
    void refusesWhatIsTooLongWhenWrittenOut() {
        String names =
                IntStream.range(0, 95)
                        .mapToObj(i -> " checkout-service-" + i)
                        .collect(Collectors.joining());
        assertThat(rejected("kubectl get horizontalpodautoscalers" + names).sentence())
                .isEqualTo(
                        "Written out in full, this is longer than 4 KiB. Send it in smaller"
                                + " parts.");
    }

    @Test
    void showsAPersonsWordsShortAndHarmless() {
        assertThat(rejected("kubectl " + "x".repeat(200)).sentence())
                .contains("\"" + "x".repeat(40) + "…\"");
    }
}
