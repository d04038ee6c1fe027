package dev.kubechat.kubectl;

import static dev.kubechat.kubectl.KubectlFixture.command;
import static dev.kubechat.kubectl.KubectlFixture.in;
import static dev.kubechat.kubectl.KubectlFixture.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.kubectl.KubectlCommand.Delete;
import dev.kubechat.kubectl.KubectlCommand.Describe;
import dev.kubechat.kubectl.KubectlCommand.Events;
import dev.kubechat.kubectl.KubectlCommand.Get;
import dev.kubechat.kubectl.KubectlCommand.Logs;
import dev.kubechat.kubectl.KubectlCommand.NotYet;
import dev.kubechat.kubectl.KubectlCommand.RolloutRestart;
import dev.kubechat.kubectl.KubectlCommand.Scale;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KubectlReaderTest {

    private static final Scope UNSAID = new Scope.Unsaid();

    private static Selection named(String... objects) {
        return new Selection.Named(List.of(objects).stream().map(KubectlFixture::object).toList());
    }

    private static Selection every(String... types) {
        return new Selection.Matching(
                List.of(types).stream().map(ResourceType::of).toList(), null, null, false);
    }

    @Test
    void readsAListOfATypeInANamespace() {
        assertThat(command("kubectl get pods -n shop"))
                .isEqualTo(
                        new Get(
                                every("pods"),
                                in("shop"),
                                Format.of(Format.Kind.TABLE),
                                TableStyle.USUAL,
                                Lookup.USUAL));
    }

    @Test
    void readsSeveralTypesAndSelectors() {
        var pods =
                new Selection.Matching(
                        List.of(ResourceType.of("pods"), ResourceType.of("services")),
                        "app=web",
                        "spec.nodeName=n1",
                        false);
        assertThat(
                        command(
                                "kubectl get po,svc -lapp=web --field-selector spec.nodeName=n1 -A"
                                        + " -owide --show-labels -L tier,zone"))
                .isEqualTo(
                        new Get(
                                pods,
                                new Scope.Everywhere(),
                                Format.of(Format.Kind.WIDE),
                                new TableStyle(
                                        true, false, true, List.of("tier", "zone"), null, true),
                                Lookup.USUAL));
    }

    @Test
    void readsADescriptionByTypeAndName() {
        assertThat(command("kubectl describe deploy checkout"))
                .isEqualTo(new Describe(named("deployments/checkout"), UNSAID, null, true));
        assertThat(command("kubectl describe deploy/checkout --show-events=false"))
                .isEqualTo(new Describe(named("deployments/checkout"), UNSAID, false, false));
    }

    @Test
    void readsTheLogsOfAPod() {
        var options = new LogOptions("app", false, true, true, 50L, Duration.ofMinutes(90));
        assertThat(
                        command(
                                "kubectl logs web-0 -c app -p --tail=50 --since 1h30m --timestamps"
                                        + " -nshop"))
                .isEqualTo(new Logs(named("pods/web-0"), in("shop"), options));
    }

    @Test
    void readsTheLogsOfADeploymentsPods() {
        assertThat(command("kubectl logs deployment/checkout"))
                .isEqualTo(new Logs(named("deployments/checkout"), UNSAID, LogOptions.usual()));
    }

    @Test
    void readsTheContainerBehindThePod() {
        var options = new LogOptions("sidecar", false, false, false, null, null);
        assertThat(command("kubectl logs web-0 sidecar"))
                .isEqualTo(new Logs(named("pods/web-0"), UNSAID, options));
    }

    @Test
    void readsTheEventsOfAnObject() {
        assertThat(command("kubectl events --for pod/web-0 --types=Warning -n shop"))
                .isEqualTo(
                        new Events(
                                in("shop"),
                                object("pods/web-0"),
                                List.of("Warning"),
                                Format.of(Format.Kind.TABLE),
                                false));
    }

    @Test
    void readsAScaling() {
        assertThat(
                        command(
                                "kubectl scale deployment checkout cart --replicas 3"
                                        + " --current-replicas=2 -n shop"))
                .isEqualTo(
                        new Scale(
                                named("deployments/checkout", "deployments/cart"),
                                in("shop"),
                                3,
                                2,
                                null));
    }

    @Test
    void readsARestart() {
        assertThat(command("kubectl rollout restart sts/db -n shop"))
                .isEqualTo(new RolloutRestart(named("statefulsets/db"), in("shop")));
    }

    @Test
    void readsADeletion() {
        var options = new DeleteOptions(Cascade.FOREGROUND, 0, true, false, true, false);
        assertThat(
                        command(
                                "kubectl delete pod web-0 --cascade=foreground --force"
                                        + " --grace-period=0 --ignore-not-found --wait=false"))
                .isEqualTo(new Delete(named("pods/web-0"), UNSAID, options));
    }

    @Test
    void leavesOutThatADeletionAsksOnATerminalSinceTheCardAsks() {
        assertThat(command("kubectl delete pods --all -i"))
                .isEqualTo(command("kubectl delete pods --all"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kubectl get pods -w", "kubectl scale --help"})
    void understandsWhatItDoesNotRunYet(String line) {
        assertThat(command(line)).isInstanceOf(NotYet.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kubectl get pods",
                "k get po",
                "get pods",
                "Kubectl get pods",
                "$ kubectl get pods",
                "  kubectl\tget   pods ",
                "`kubectl get pods`",
                "```\nkubectl get pods\n```",
                "```bash\n$ kubectl get pods\n```",
                "kubectl get \\\n  pods",
                "kubectl\u00A0get pods",
                "kubectl get “pods”",
                "kubectl get 'po'ds",
                "kubectl get pods --watch=false",
                "kubectl get pods --chunk-size=0 --request-timeout=5s",
                "kubectl get pod.v1. --namespace=",
                "kubectl --namespace '' get Pod"
            })
    void readsTheSameHoweverItIsTyped(String line) {
        assertThat(command(line).canonical().replace("pods.v1.", "pods"))
                .isEqualTo("kubectl get pods");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    k get po,deploy -o yaml -nshop | kubectl get pods,deployments.apps --namespace=shop --output=yaml
                    kubectl get all | kubectl get all
                    kubectl get cm,all,po -A | kubectl get configmaps,all --all-namespaces=true
                    kubectl get po,all | kubectl get all
                    kubectl get svc,all | kubectl get services,pods,replicationcontrollers,daemonsets.apps,deployments.apps,replicasets.apps,statefulsets.apps,horizontalpodautoscalers.autoscaling,cronjobs.batch,jobs.batch
                    kubectl get po -o go-template --template='{{.kind}} {{"a"}}' | kubectl get pods --output='go-template={{.kind}} {{"a"}}'
                    kubectl get po --template={{.kind}} --no-headers | kubectl get pods --no-headers=true --output='go-template={{.kind}}'
                    kubectl get po -o jsonpath={.items[*].metadata.name} --allow-missing-template-keys=false | kubectl get pods --allow-missing-template-keys=false --output='jsonpath={.items[*].metadata.name}'
                    kubectl get po -o custom-columns=N:.metadata.name --sort-by .metadata.name | kubectl get pods --output=custom-columns=N:.metadata.name --sort-by=.metadata.name
                    kubectl get po -o JSON --show-managed-fields | kubectl get pods --output=json --show-managed-fields=true
                    kubectl get deploy web --subresource=scale --ignore-not-found | kubectl get deployments.apps/web --ignore-not-found=true --subresource=scale
                    kubectl get po --show-kind --server-print=false -L a,b | kubectl get pods --label-columns=a,b --server-print=false --show-kind=true
                    kubectl get node n1 -A | kubectl get nodes/n1 --all-namespaces=true
                    kubectl get --raw /readyz/ping | kubectl get --raw=/readyz/ping
                    kubectl get --raw='/readyz?verbose' | kubectl get --raw='/readyz?verbose'
                    kubectl get --raw '/livez?exclude=etcd&verbose' | kubectl get --raw='/livez?exclude=etcd&verbose'
                    kubectl scale --replicas 0x3 deploy checkout -nshop | kubectl scale deployments.apps/checkout --namespace=shop --replicas=3
                    kubectl delete deployments.v1.apps/cart --cascade | kubectl delete deployments.v1.apps/cart
                    kubectl delete pod web-0 --grace-period -1 --now | kubectl delete pods/web-0 --now=true
                    kubectl get widgets.example.com -l 'a in (b, c)' | kubectl get widgets.example.com --selector='a in (b, c)'
                    kubectl logs -l app=web --tail=5 | kubectl logs --selector=app=web --tail=5
                    kubectl logs web-0 --since 90s | kubectl logs pods/web-0 --since=1m30s
                    kubectl exec -n shop web-0 -- sh -c 'echo "it''s"' | kubectl exec pods/web-0 --namespace=shop -- sh -c 'echo "its"'
                    kubectl label pod web-0 a=b --overwrite | kubectl label pods/web-0 a=b --overwrite=true
                    kubectl help get | kubectl help get
                    kubectl get -h | kubectl help get
                    """)
    void writesOneSpelling(String line, String canonical) {
        assertThat(command(line).canonical()).isEqualTo(canonical);
        assertThat(command(canonical)).isEqualTo(command(line));
    }

    @Test
    void fillsInTheThreadsNamespaceWhereNoneWasSaid() {
        var shop = new Namespace("shop");
        assertThat(command("get pods").in(shop).scope()).isEqualTo(in("shop"));
        assertThat(command("get pods -n cart").in(shop).scope()).isEqualTo(in("cart"));
        assertThat(command("get pods -A").in(shop).scope()).isEqualTo(new Scope.Everywhere());
        assertThat(command("get nodes").in(shop).scope()).isEqualTo(UNSAID);
        assertThat(command("kubectl help get").in(shop)).isEqualTo(command("kubectl help get"));
        assertThat(command("label pod web-0 a=b").in(shop).canonical())
                .isEqualTo("kubectl label pods/web-0 a=b --namespace=shop");
    }

    @ParameterizedTest
    @CsvSource({
        "get pods,false",
        "logs web-0,false",
        "scale deploy web --replicas=1,true",
        "label pod web-0 a=b,true",
        "label pod web-0 a=b --dry-run=client,false",
        "label pod web-0 a=b --dry-run=none,true",
        "label pod web-0 a=b --dry-run=false,true",
        "exec web-0 -- rm -rf /data --dry-run,true",
        "set env deploy/web --list,false",
        "set env deploy/web A=b,true",
        "auth can-i delete pods,false",
        "auth reconcile -f rbac.yaml,true"
    })
    void tellsReadsFromChanges(String line, boolean changes) {
        assertThat(command("kubectl " + line).changes()).isEqualTo(changes);
    }
}
