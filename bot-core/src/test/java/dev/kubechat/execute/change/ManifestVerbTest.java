package dev.kubechat.execute.change;

import static dev.kubechat.cluster.ClusterFixture.caller;
import static dev.kubechat.cluster.ClusterFixture.doorTo;
import static dev.kubechat.cluster.FakeApiServer.answering;
import static dev.kubechat.execute.change.ExecuteFixture.changesThrough;
import static dev.kubechat.execute.change.ExecuteFixture.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.sun.net.httpserver.HttpExchange;
import dev.kubechat.cluster.ClusterDoor;
import dev.kubechat.cluster.FakeApiServer;
import dev.kubechat.execute.api.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ManifestVerbTest {

    private static final String SHOP =
            """
            {"kind": "Namespace", "apiVersion": "v1", "metadata": {"name": "shop"}}
            ---
            {"kind": "ConfigMap", "apiVersion": "v1", "metadata": {"name": "settings"}, "data": {"a": "1"}}
            """;
    private static final String APPLIED =
            """
            {"kind": "ConfigMap", "apiVersion": "v1",
             "metadata": {"name": "%1$s", "namespace": "shop", "uid": "uid-%1$s", "resourceVersion": "7",
                          "annotations": {"kubectl.kubernetes.io/last-applied-configuration": "{}"}},
             "data": {"a": "9"}}
            """;

    private record Answer(int code, String body, List<String> warnings) {}

    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final FakeApiServer server = new FakeApiServer(this::answer);
    private final ClusterDoor door = doorTo(server.kubeconfig());
    private final Map<String, String> files = new LinkedHashMap<>();

    ManifestVerbTest() {
        answers("GET /api", 200, "{\"versions\": [\"v1\"]}");
        answers("GET /apis", 200, "{\"groups\": []}");
        answers(
                "GET /api/v1",
                200,
                """
                {"resources": [{"name": "configmaps", "singularName": "configmap", "kind": "ConfigMap", "namespaced": true, "verbs": ["get"]},
                               {"name": "namespaces", "singularName": "namespace", "kind": "Namespace", "namespaced": false, "verbs": ["get"]}]}
                """);
        answers("POST /api/v1/namespaces", 201, "{\"kind\": \"Namespace\"}");
    }

    private void answers(String asked, int code, String body, String... warnings) {
        answers.put(asked, new Answer(code, body, List.of(warnings)));
    }

    private void answer(HttpExchange exchange) throws IOException {
        var asked = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        var answer =
                answers.getOrDefault(
                        asked, new Answer(404, "{\"kind\": \"Status\", \"code\": 404}", List.of()));
        answer.warnings()
                .forEach(warning ->
                        exchange.getResponseHeaders()
                                .add("Warning", "299 - \"%s\"".formatted(warning)));
        answering(answer.code(), answer.body()).answer(exchange);
    }

    @AfterEach
    void close() {
        door.close();
        server.close();
    }

    private Preview preview(String line) {
        return changesThrough(door)
                .preview(
                        command(line),
                        caller("alice", "sre"),
                        name -> Optional.ofNullable(files.get(name)));
    }

    private Preview.Planned planned(String line) {
        var preview = preview(line);
        assertThat(preview).isInstanceOf(Preview.Planned.class);
        return (Preview.Planned) preview;
    }

    private List<String> tried() {
        return server.asked().stream()
                .filter(asked -> !asked.method().equals("GET"))
                .map(asked -> asked.method() + " " + asked.path())
                .toList();
    }

    private static String request(Step step) {
        return Objects.requireNonNull(step.request()).method() + " " + step.object().name();
    }

    @Test
    void plansWhatGoesIntoANamespaceThatTheManifestMakes() {
        files.put("shop.yaml", SHOP);

        var planned = planned("apply -f shop.yaml -n shop");

        assertThat(planned.steps())
                .extracting(ManifestVerbTest::request)
                .containsExactly("POST shop", "POST settings");
        assertThat(planned.consequences())
                .contains(
                        "Not tried by the server, as step 1 only makes their namespace shop:"
                                + " ConfigMap settings.");
        assertThat(tried())
                .singleElement()
                .asString()
                .startsWith("POST /api/v1/namespaces?")
                .contains("dryRun=All");
    }

    @Test
    void letsTheServerTryWhatGoesIntoANamespaceThatIsThere() {
        files.put("shop.yaml", SHOP);
        answers(
                "GET /api/v1/namespaces/shop",
                200,
                "{\"kind\": \"Namespace\", \"apiVersion\": \"v1\", \"metadata\": {\"name\":"
                        + " \"shop\", \"uid\": \"uid-1\"}}");
        answers(
                "PATCH /api/v1/namespaces/shop",
                200,
                "{\"kind\": \"Namespace\", \"apiVersion\": \"v1\", \"metadata\": {\"name\":"
                        + " \"shop\", \"uid\": \"uid-1\"}}");
        answers("POST /api/v1/namespaces/shop/configmaps", 201, "{\"kind\": \"ConfigMap\"}");

        planned("apply -f shop.yaml -n shop");

        assertThat(tried())
                .anyMatch(asked -> asked.startsWith("POST /api/v1/namespaces/shop/configmaps?"));
    }

    @Test
    void prunesWhatWasAppliedAndIsNamedNoMore() {
        left("stays", "goes");
        files.put("left.yaml", manifest("stays", "9"));

        var planned =
                planned(
                        "apply -f left.yaml -n shop --prune -l app=left"
                                + " --prune-allowlist=core/v1/ConfigMap --grace-period=0");

        var last = planned.steps().getLast();
        assertThat(last.action()).isEqualTo(Step.Action.DELETE);
        assertThat(last.object().name()).isEqualTo("goes");
        assertThat(last.object().uid()).isEqualTo("uid-goes");
        assertThat(Verdicts.line(last)).isEqualTo("configmap/goes pruned");
        assertThat(DeleteVerb.call(last).body())
                .contains("\"gracePeriodSeconds\":0", "\"uid\":\"uid-goes\"");
        assertThat(planned.steps())
                .filteredOn(step -> step.action() == Step.Action.DELETE)
                .hasSize(1);
    }

    private void left(String... names) {
        var items = new ArrayList<String>();
        for (var name : names) {
            items.add(APPLIED.formatted(name));
        }
        items.add("{\"metadata\": {\"name\": \"made\", \"uid\": \"uid-made\"}}");
        answers(
                "GET /api/v1/namespaces/shop/configmaps",
                200,
                "{\"items\": [%s]}".formatted(String.join(",", items)));
        answers("GET /api/v1/namespaces/shop/configmaps/stays", 200, APPLIED.formatted("stays"));
        answers("PATCH /api/v1/namespaces/shop/configmaps/stays", 200, APPLIED.formatted("stays"));
    }

    private static String manifest(String name, String value) {
        return "{\"kind\": \"ConfigMap\", \"apiVersion\": \"v1\", \"metadata\": {\"name\": \"%s\", \"labels\": {\"app\": \"left\"}}, \"data\": {\"a\": \"%s\"}}"
                .formatted(name, value);
    }

    @Test
    void prunesNoNamespace() {
        left("stays");
        files.put("left.yaml", manifest("stays", "9"));
        answers(
                "GET /api/v1/namespaces",
                200,
                "{\"items\": [{\"metadata\": {\"name\": \"old\", \"uid\": \"1\", \"annotations\":"
                        + " {\"kubectl.kubernetes.io/last-applied-configuration\": \"{}\"}}}]}");

        assertThat(
                        preview(
                                "apply -f left.yaml -n shop --prune --all"
                                        + " --prune-allowlist=core/v1/Namespace"))
                .asInstanceOf(type(Preview.Impossible.class))
                .extracting(Preview.Impossible::sentence)
                .asString()
                .startsWith("Namespace old, with all that is in it, would be deleted by this");
    }

    @Test
    void refusesToPruneWhatNobodyKnows() {
        files.put("left.yaml", manifest("stays", "9"));

        assertThat(
                        preview(
                                "apply -f left.yaml -n shop --prune --all"
                                        + " --prune-allowlist=core/v1/Nothing"))
                .asInstanceOf(type(Preview.Impossible.class))
                .extracting(Preview.Impossible::errors)
                .isEqualTo("error: no matches for kind \"Nothing\" in version \"v1\"\n");
    }

    @Test
    void replacesByForceWhatTheServerDoesNotChange() {
        left("stays");
        files.put("left.yaml", manifest("stays", "2"));
        answers(
                "PATCH /api/v1/namespaces/shop/configmaps/stays",
                422,
                "{\"kind\": \"Status\", \"reason\": \"Invalid\", \"message\": \"field is"
                        + " immutable\", \"code\": 422}");
        answers("POST /api/v1/namespaces/shop/configmaps", 201, manifest("stays", "2"));

        var planned = planned("apply -f left.yaml -n shop --force --cascade=orphan");

        assertThat(planned.steps())
                .extracting(Step::action)
                .containsExactly(Step.Action.DELETE, Step.Action.CREATE);
        assertThat(planned.steps())
                .extracting(Verdicts::line)
                .containsExactly("", "configmap/stays configured");
        assertThat(DeleteVerb.call(planned.steps().getFirst()).body())
                .contains("\"propagationPolicy\":\"Orphan\"");
        assertThat(planned.consequences())
                .anyMatch(told ->
                        told.startsWith(
                                "The server does not change ConfigMap stays like that (field is"
                                    + " immutable), so by --force it is deleted and made anew."));
    }

    @Test
    void doesNotDeleteByForceWhatCouldNotBeMadeAnew() {
        left("stays");
        files.put("left.yaml", manifest("stays", "2"));
        answers("PATCH /api/v1/namespaces/shop/configmaps/stays", 422, "{\"code\": 422}");
        answers(
                "POST /api/v1/namespaces/shop/configmaps",
                422,
                """
                {"kind": "Status", "reason": "Invalid", "code": 422, "message": "ConfigMap \\"made-anew-x7k2p\\" is invalid",
                 "details": {"kind": "ConfigMap", "name": "made-anew-x7k2p"}}
                """);

        assertThat(preview("apply -f left.yaml -n shop --force"))
                .asInstanceOf(type(Preview.Impossible.class))
                .extracting(Preview.Impossible::errors)
                .isEqualTo("The ConfigMap \"stays\" is invalid\n");
    }

    @Test
    void overwritesNothingThatOthersHaveSetWhereThatIsAskedFor() {
        left("stays");
        files.put("left.yaml", manifest("stays", "2"));
        answers(
                "GET /openapi/v3/api/v1",
                200,
                """
                {"components": {"schemas": {"ConfigMap": {"x-kubernetes-group-version-kind": [{"group": "", "kind": "ConfigMap", "version": "v1"}]}}}}
                """);

        assertThat(preview("apply -f left.yaml -n shop --overwrite=false"))
                .asInstanceOf(type(Preview.Impossible.class))
                .extracting(Preview.Impossible::sentence)
                .asString()
                .startsWith("ConfigMap stays is not what was applied last");
        assertThat(tried()).isEmpty();
    }

    @Test
    void tellsTheWarningsOfServerAndKubectlOnce() {
        left("stays");
        files.put("left.yaml", manifest("stays", "2"));
        var live =
                "{\"kind\": \"ConfigMap\", \"apiVersion\": \"v1\", \"metadata\": {\"name\":"
                    + " \"stays\", \"namespace\": \"shop\", \"uid\": \"uid-1\"}, \"data\": {\"a\":"
                    + " \"%s\"}}";
        var going = live.replace("\"uid-1\"", "\"uid-1\", \"deletionTimestamp\": \"2026\"");
        answers(
                "GET /api/v1/namespaces/shop/configmaps/stays",
                200,
                live.formatted("1"),
                "this version goes away");
        answers(
                "PATCH /api/v1/namespaces/shop/configmaps/stays",
                200,
                going.formatted("2"),
                "this version goes away",
                "mind the gap");

        var planned = planned("apply -f left.yaml -n shop");

        assertThat(planned.warnings())
                .containsExactly(
                        "this version goes away",
                        "resource configmaps/stays is missing the"
                            + " kubectl.kubernetes.io/last-applied-configuration annotation which"
                            + " is required by kubectl apply. kubectl apply should only be used on"
                            + " resources created declaratively by either kubectl create"
                            + " --save-config or kubectl apply. The missing annotation will be"
                            + " patched automatically.",
                        "mind the gap",
                        "Detected changes to resource stays which is currently being deleted.");
        assertThat(planned.consequences()).contains("Warning: mind the gap");
    }

    @Test
    void saysThatAManifestDefinesItsOwnKind() {
        files.put(
                "things.yaml",
                """
                {"kind": "CustomResourceDefinition", "apiVersion": "apiextensions.k8s.io/v1", "metadata": {"name": "things.example.org"},
                 "spec": {"group": "example.org", "names": {"kind": "Thing"}}}
                ---
                {"kind": "Thing", "apiVersion": "example.org/v1", "metadata": {"name": "one"}}
                """);
        answers(
                "GET /apis",
                200,
                "{\"groups\": [{\"name\": \"apiextensions.k8s.io\", \"versions\": [{\"version\":"
                        + " \"v1\"}], \"preferredVersion\": {\"groupVersion\":"
                        + " \"apiextensions.k8s.io/v1\"}}]}");
        answers(
                "GET /apis/apiextensions.k8s.io/v1",
                200,
                "{\"resources\": [{\"name\": \"customresourcedefinitions\", \"singularName\":"
                        + " \"customresourcedefinition\", \"kind\": \"CustomResourceDefinition\","
                        + " \"namespaced\": false, \"verbs\": [\"get\"]}]}");

        assertThat(preview("apply -f things.yaml -n shop"))
                .asInstanceOf(type(Preview.Impossible.class))
                .extracting(Preview.Impossible::sentence)
                .asString()
                .contains("The manifest itself defines it");
    }

    @Test
    void saysWhatToDoWithAKustomization() {
        assertThat(preview("apply -k overlays/live -n shop"))
                .asInstanceOf(type(Preview.Impossible.class))
                .extracting(Preview.Impossible::sentence)
                .isEqualTo(
                        "A kustomization is not built here. Attach what kubectl kustomize prints of"
                                + " it, and name that with -f.");
    }

    @Test
    void triesOneObjectAfterTheOtherWhateverBecomesOfEach() {
        files.put("shop.yaml", SHOP);
        answers(
                "POST /api/v1/namespaces",
                201,
                "{\"kind\": \"Namespace\", \"apiVersion\": \"v1\", \"metadata\": {\"name\":"
                        + " \"shop\"}}");

        var printed =
                (Outcome.Printed)
                        ExecuteFixture.readsThrough(door)
                                .read(
                                        command("apply -f shop.yaml -n shop --dry-run=server"),
                                        caller("alice", "sre"),
                                        _ -> {},
                                        name -> Optional.ofNullable(files.get(name)));

        assertThat(printed.text()).isEqualTo("namespace/shop created (server dry run)\n");
        assertThat(printed.exit()).isEqualTo(1);
        assertThat(printed.errors()).startsWith("Error from server").contains("shop.yaml");
    }
}
