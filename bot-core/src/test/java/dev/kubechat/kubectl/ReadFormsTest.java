package dev.kubechat.kubectl;

import static dev.kubechat.kubectl.KubectlFixture.command;
import static dev.kubechat.kubectl.KubectlFixture.in;
import static dev.kubechat.kubectl.KubectlFixture.object;
import static dev.kubechat.kubectl.KubectlFixture.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadFormsTest {

    private static final Scope UNSAID = new Scope.Unsaid();

    @Test
    void readsWhatNodesAreAskedFor() {
        assertThat(command("kubectl top no node-0 --sort-by=cpu --show-capacity"))
                .isEqualTo(new TopCommand.TopNode("node-0", null, "cpu", false, true, false));
    }

    @Test
    void readsWhatPodsAreAskedFor() {
        assertThat(command("kubectl top po -A -l app=web --containers --sum --no-headers"))
                .isEqualTo(
                        new TopCommand.TopPod(
                                null,
                                new Scope.Everywhere(),
                                "app=web",
                                null,
                                "",
                                true,
                                true,
                                true,
                                false));
    }

    @Test
    void readsAnExplanation() {
        assertThat(command("kubectl explain deploy.spec --recursive --api-version=apps/v1"))
                .isEqualTo(new ReadCommand.Explain("deploy.spec", "apps/v1", true));
    }

    @Test
    void tellsNoGroupFromTheCoreGroup() {
        assertThat(command("kubectl api-resources --api-group= --namespaced=false"))
                .isEqualTo(
                        new ReadCommand.ApiResources(
                                "", false, List.of(), List.of(), "", false, ""));
        assertThat(command("kubectl api-resources"))
                .isEqualTo(
                        new ReadCommand.ApiResources(
                                null, null, List.of(), List.of(), "", false, ""));
    }

    @Test
    void readsAQuestionForRights() {
        assertThat(command("kubectl auth can-i get pods/web-0 --subresource=log -q -n shop"))
                .isEqualTo(new AuthCommand.CanI("get", "pods/web-0", "log", in("shop"), true));
        assertThat(command("kubectl auth can-i --list"))
                .isEqualTo(new AuthCommand.CanIList(UNSAID, false));
    }

    @Test
    void readsARolloutsStatusAndHistory() {
        assertThat(command("kubectl rollout status deploy/web -w=false --timeout=90s"))
                .isEqualTo(
                        new ReadCommand.RolloutStatus(
                                new Selection.Named(List.of(object("deployments/web"))),
                                UNSAID,
                                false,
                                0,
                                Duration.ofSeconds(90)));
        assertThat(command("kubectl rollout history deploy web --revision=3 -o yaml"))
                .isEqualTo(
                        new ReadCommand.RolloutHistory(
                                new Selection.Named(List.of(object("deployments/web"))),
                                UNSAID,
                                3,
                                "yaml"));
    }

    @Test
    void readsWhatToWaitFor() {
        assertThat(
                        command(
                                "kubectl wait pod web-0 --for=create --for=condition=Ready"
                                        + " --timeout=-1s"))
                .isEqualTo(
                        new ReadCommand.Wait(
                                new Selection.Named(List.of(object("pods/web-0"))),
                                UNSAID,
                                List.of("create", "condition=Ready"),
                                Duration.ofSeconds(-1),
                                ""));
    }

    @Test
    void readsWhatToDump() {
        var usual = command("kubectl cluster-info dump");
        var some = command("kubectl cluster-info dump --namespaces shop,bank -o yaml");

        assertThat(usual.in(new Namespace("shop")))
                .isEqualTo(new ReadCommand.Dump(List.of(), in("shop"), "json"));
        assertThat(some.in(new Namespace("other")))
                .isEqualTo(
                        new ReadCommand.Dump(
                                List.of(new Namespace("shop"), new Namespace("bank")),
                                UNSAID,
                                "yaml"));
        assertThat(command(some.canonical())).isEqualTo(some);
        assertThat(command("kubectl cluster-info dump -A --namespaces shop"))
                .isEqualTo(new ReadCommand.Dump(List.of(), new Scope.Everywhere(), "json"));
        assertThat(rejected("kubectl cluster-info dump --namespaces=../nodes").sentence())
                .contains("../nodes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kubectl events -o kyaml",
                "kubectl events -o jsonpath={.items[*].reason}",
                "kubectl events -o go-template={{.kind}} --types=Warning"
            })
    void keepsTheFormatOfEvents(String line) {
        assertThat(command(line)).isInstanceOf(KubectlCommand.Events.class);
        assertThat(command(line).canonical()).contains(line.split(" ")[3]);
        assertThat(command(command(line).canonical())).isEqualTo(command(line));
    }

    @Test
    void takesTheManifestsOfADiffByName() {
        assertThat(command("kubectl diff -f web.yaml -f svc.yaml --server-side -n shop"))
                .isEqualTo(
                        new ReadCommand.Diff(
                                List.of("web.yaml", "svc.yaml"),
                                in("shop"),
                                true,
                                false,
                                "kubectl-client-side-apply"));
    }

    @Test
    void fillsTheNamespaceInWhereItMatters() {
        var shop = new Namespace("shop");

        assertThat(command("kubectl top pods").in(shop).scope()).isEqualTo(in("shop"));
        assertThat(command("kubectl rollout status deploy web").in(shop).scope())
                .isEqualTo(in("shop"));
        assertThat(command("kubectl api-versions").in(shop))
                .isEqualTo(new ReadCommand.ApiVersions());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    kubectl top pod              | kubectl top pod
                    kubectl top pods web-0 -A    | kubectl top pod web-0 --all-namespaces=true
                    kubectl auth can-i get po    | kubectl auth can-i get po
                    kubectl auth can-i -- -x po  | kubectl auth can-i -- -x po
                    kubectl rollout status deploy| kubectl rollout status deployments.apps
                    kubectl wait po --all --for delete --timeout 30s | kubectl wait pods --all=true --for=delete
                    kubectl config view -o yaml  | kubectl config view
                    kubectl get pods --request-timeout=5s | kubectl get pods
                    kubectl get hpa.v1.autoscaling | kubectl get horizontalpodautoscalers.autoscaling
                    kubectl config view -o jsonpath={.users} | kubectl config view --output='jsonpath={.users}'
                    kubectl version --output json| kubectl version --output=json
                    kubectl version --client     | kubectl version --client=true
                    kubectl explain po --output plaintext | kubectl explain po
                    kubectl cluster-info all     | kubectl cluster-info
                    kubectl api-resources --verbs=list --verbs get | kubectl api-resources --verbs=list,get
                    kubectl logs web-0 -f --prefix --limit-bytes 9 --max-log-requests=5 | kubectl logs pods/web-0 --follow=true --limit-bytes=9 --prefix=true
                    """)
    void isWrittenInOneSpelling(String line, String canonical) {
        assertThat(command(line).canonical()).isEqualTo(canonical);
        assertThat(command(canonical)).isEqualTo(command(line));
    }

    @Test
    void keepsATemplateAsItWasTyped() {
        var command = command("kubectl auth whoami -o jsonpath={.status}");

        assertThat(command).isEqualTo(new AuthCommand.WhoAmI("jsonpath={.status}"));
        assertThat(command.canonical())
                .isEqualTo("kubectl auth whoami --output='jsonpath={.status}'");
        assertThat(command(command.canonical())).isEqualTo(command);
    }

    @Test
    void followsTheKubectlWhoseGrammarItHas() {
        assertThat(ReadCommand.Version.FOLLOWED).isEqualTo(GrammarFile.builtIn().version());
    }

    @Test
    void readsAllOfThemAsReads() {
        assertThat(command("kubectl config get-contexts staging").changes()).isFalse();
        assertThat(command("kubectl config get-contexts staging").verb())
                .isEqualTo("config get-contexts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    get -f web.yaml                          | kubectl get --filename=web.yaml
                    describe -f web.yaml -l app=web          | kubectl describe --filename=web.yaml --selector=app=web
                    wait -f web.yaml --for=delete -R=false   | kubectl wait --filename=web.yaml --for=delete
                    rollout status -f a.yaml -f b.yaml       | kubectl rollout status --filename=a.yaml,b.yaml
                    rollout history -f web.yaml --revision=2 | kubectl rollout history --filename=web.yaml --revision=2
                    apply view-last-applied -f web.yaml      | kubectl apply view-last-applied --filename=web.yaml
                    """)
    void looksAtWhatManifestsHold(String line, String canonical) {
        assertThat(command("kubectl " + line)).isNotInstanceOf(KubectlCommand.NotYet.class);
        assertThat(command("kubectl " + line).attachments()).isNotEmpty();
        assertThat(command("kubectl " + line).canonical()).isEqualTo(canonical);
        assertThat(command(canonical)).isEqualTo(command("kubectl " + line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"get pods", "describe deployment web", "rollout status deployment/web"})
    void doesNotTakeNamesBesideManifests(String line) {
        assertThat(new KubectlReader().read("kubectl " + line + " -f web.yaml"))
                .isInstanceOf(Reading.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kubectl config view --raw",
                "kubectl diff -f web.yaml --prune",
                "kubectl wait pod web-0 --for=delete -o custom-columns=A:.a",
                "kubectl explain pods -o plaintext-openapiv2",
                "kubectl cluster-info dump --output-directory=here",
                "kubectl events -o wide"
            })
    void understandsMoreThanIsRun(String line) {
        assertThat(command(line)).isInstanceOf(KubectlCommand.NotYet.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    kubectl top pod a b              | top pod takes one name, or none: choose several with -l.
                    kubectl api-versions now         | api-versions takes no words, so "now" does not belong there.
                    kubectl version -o wide          | version prints -o yaml or -o json, and not "wide".
                    kubectl auth can-i get           | auth can-i needs a verb and a type: kubectl auth can-i create deployments
                    kubectl auth can-i --list pods   | --list shows everything you may do in one namespace, and takes no words and no -A, -q or --subresource.
                    kubectl rollout history deploy a --revision=-1 | --revision is the number of a revision, 1 or more.
                    kubectl wait pod web-0           | wait needs a condition: --for=condition=Ready, --for=delete, --for=create or --for=jsonpath='{.status.phase}'=Running.
                    kubectl events --for pods        | --for is TYPE/NAME, like --for=pod/web-0, and not "pods".
                    kubectl logs web-0 --since=1h --since-time=2026-01-31T09:30:00Z | --since and --since-time say the same: leave one of them out.
                    kubectl logs web-0 --since-time=yesterday | --since-time is a moment like 2026-01-31T09:30:00Z, and not "yesterday".
                    kubectl logs web-0 --limit-bytes=-1 | --limit-bytes is a number of bytes, 1 or more.
                    """)
    void saysWhatIsWrong(String line, String sentence) {
        assertThat(rejected(line).sentence()).isEqualTo(sentence);
    }
}
