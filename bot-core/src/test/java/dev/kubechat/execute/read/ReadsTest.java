package dev.kubechat.execute.read;

import static dev.kubechat.cluster.ClusterFixture.caller;
import static dev.kubechat.cluster.ClusterFixture.doorTo;
import static dev.kubechat.cluster.ClusterFixture.kubeconfigOf;
import static dev.kubechat.cluster.FakeApiServer.answering;
import static dev.kubechat.cluster.FakeApiServer.breakingOff;
import static dev.kubechat.execute.change.ExecuteFixture.command;
import static dev.kubechat.execute.change.ExecuteFixture.readsThrough;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kubechat.cluster.ClusterDoor;
import dev.kubechat.cluster.ClusterUnavailable;
import dev.kubechat.cluster.FakeApiServer;
import dev.kubechat.execute.api.Outcome;
import dev.kubechat.execute.api.SecretValues;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadsTest {

    private static final String SHOP = "/api/v1/namespaces/shop/";

    private final Map<String, String> answers = new LinkedHashMap<>();
    private final FakeApiServer server =
            new FakeApiServer(exchange -> {
                var uri = exchange.getRequestURI().toString();
                var found =
                        answers.entrySet().stream()
                                .filter(answer -> fits(uri, answer.getKey()))
                                .max(Comparator.comparingInt(answer -> answer.getKey().length()));
                answering(
                                found.isPresent() ? 200 : 404,
                                found.map(Map.Entry::getValue)
                                        .orElse("{\"message\":\"not found\"}"))
                        .answer(exchange);
            });
    private final ClusterDoor door = doorTo(server.kubeconfig());

    @BeforeEach
    void discovery() {
        answers.put(
                "/apis/shop.example/v1",
                """
                {"resources": [{"name": "carts", "singularName": "cart", "kind": "Cart", "namespaced": true, "shortNames": ["ct"]}]}
                """);
    }

    @AfterEach
    void close() {
        door.close();
        server.close();
    }

    @Test
    void P9_showsNoValueOfASecret() {
        answers.put(
                SHOP + "secrets/db",
                """
                {"kind": "Secret", "apiVersion": "v1", "type": "Opaque", "data": {"password": "aHVudGVyMg=="},
                 "metadata": {"name": "db", "namespace": "shop", "managedFields": [{"manager": "kubectl"}]}}
                """);
        resources("secrets", "Secret");

        assertThat(read("get secret db -n shop -o yaml"))
                .isEqualTo(
                        new Outcome.Printed(
                                """
                                apiVersion: v1
                                data:
                                  password: (hidden)
                                kind: Secret
                                metadata:
                                  name: db
                                  namespace: shop
                                type: Opaque
                                """,
                                ""));
        assertThat(printed("describe secret db -n shop"))
                .contains("password:  7 bytes")
                .doesNotContain("aHVudGVyMg");
    }

    @Test
    void P9_showsTheKeyOfASecretOnlyWhereItIsNamedAndAllowed() {
        answers.put(
                SHOP + "secrets/db",
                """
                {"kind": "Secret", "apiVersion": "v1", "data": {"password": "aHVudGVyMg=="},
                 "metadata": {"name": "db", "annotations": {"token": "hunter2hunter2"}}}
                """);
        answers.put(
                SHOP + "secrets?",
                """
                {"kind": "SecretList", "items": [{"metadata": {"name": "db"}, "data": {"password": "aHVudGVyMg=="}}]}
                """);
        resources("secrets", "Secret");
        var path = "-o jsonpath={.data.password}{.metadata.annotations.token}";

        assertThat(revealed("get secret db -n shop " + path)).isEqualTo("aHVudGVyMg==(hidden)");
        assertThat(
                        revealed(
                                "get secret db -n shop -o go-template='{{base64decode"
                                        + " .data.password}}'"))
                .isEqualTo("hunter2");
        assertThat(printed("get secret db -n shop " + path)).isEqualTo("(hidden)(hidden)");
        assertThat(revealed("get secret db -n shop -o yaml")).doesNotContain("aHVudGVyMg");
        assertThat(revealed("get secrets -n shop -o jsonpath={.items[*].data}"))
                .isEqualTo("{\"password\":\"(hidden)\"}");
    }

    @Test
    void P9_sortsBySecretsWithoutSeeingTheirValues() {
        resources("secrets", "Secret");
        answers.put(
                SHOP + "secrets?",
                """
                {"kind": "Table", "columnDefinitions": [{"name": "Name", "type": "string", "format": "name"}], "rows": [
                 {"cells": ["b"], "object": {"metadata": {"name": "b"}, "data": {"k": "eg=="}}},
                 {"cells": ["a"], "object": {"metadata": {"name": "a"}, "data": {"k": "YQ=="}}}]}
                """);

        assertThat(printed("get secrets -n shop --sort-by=.data.k --no-headers"))
                .isEqualTo("b\na\n");
        assertThat(printed("get secrets -n shop --sort-by=.metadata.name --no-headers"))
                .isEqualTo("a\nb\n");
    }

    @Test
    void followsPagesAndTellsWarnings() {
        resources("pods", "Pod");
        answers.put(
                SHOP + "pods?limit=500",
                """
                {"kind": "PodList", "apiVersion": "v1", "metadata": {"continue": "more"}, "items": [{"metadata": {"name": "a"}}]}
                """);
        answers.put(
                SHOP + "pods?limit=500&continue=more",
                """
                {"kind": "PodList", "apiVersion": "v1", "metadata": {}, "items": [{"metadata": {"name": "b"}}]}
                """);

        assertThat(printed("get pods -n shop -o name --chunk-size=2")).isEqualTo("pod/a\npod/b\n");
    }

    @Test
    void addsWhatElseBelongsToACategory() {
        discovery();
        groups();
        answers.put(
                "/apis/shop.example/v1",
                """
                {"resources": [{"name": "carts", "singularName": "cart", "kind": "Cart", "namespaced": true, "categories": ["all", "toys"]}]}
                """);
        answers.put(
                "/apis/shop.example/v1/namespaces/shop/carts?",
                """
                {"kind": "CartList", "apiVersion": "shop.example/v1", "items": [{"metadata": {"name": "c1"}}]}
                """);

        assertThat(printed("get toys -n shop -o name")).isEqualTo("cart.shop.example/c1\n");
    }

    @Test
    void printsWhatAServerSaysOfItsHealth() {
        answers.put("/readyz", "ok");

        assertThat(read("get --raw=/readyz")).isEqualTo(new Outcome.Printed("ok", ""));
    }

    @Test
    void printsAnEmptyListBesideWhatWentWrong() {
        resources("pods", "Pod");

        assertThat(read("get pods -n shop -l app=x -o json"))
                .isInstanceOfSatisfying(
                        Outcome.Printed.class,
                        printed -> {
                            assertThat(printed.text()).contains("\"items\": []");
                            assertThat(printed.errors())
                                    .isEqualTo(
                                            "Error from server: Unable to find \"/v1,"
                                                + " Resource=pods\" that match label selector"
                                                + " \"app=x\", field selector \"\": not found\n");
                            assertThat(printed.exit()).isEqualTo(1);
                        });
    }

    @Test
    void P9_showsNoValueOfSecretsInAList() {
        resources("secrets", "Secret");
        answers.put(
                SHOP + "secrets?",
                """
                {"kind": "SecretList", "metadata": {}, "items": [{"metadata": {"name": "db"}, "data": {"x": "aHVudGVyMg=="}}]}
                """);

        assertThat(printed("get secrets -n shop -o json")).contains("\"x\": \"(hidden)\"");
        assertThat(printed("describe secrets -n shop")).doesNotContain("aHVudGVyMg");
    }

    @Test
    void P9_showsNoCredentialInALog() {
        pod("checkout", "app");
        answers.put(SHOP + "pods/checkout/log", "connecting with password=hunter2hunter2\n");

        assertThat(printed("logs checkout -n shop"))
                .isEqualTo("connecting with password=(hidden)\n");
    }

    @Test
    void saysThatNothingWasFound() {
        resources("pods", "Pod");
        answers.put(
                SHOP + "pods?",
                "{\"kind\": \"Table\", \"metadata\": {}, \"columnDefinitions\": [], \"rows\": []}");

        assertThat(read("get pods -n shop"))
                .isEqualTo(new Outcome.Printed("", "No resources found in shop namespace."));
    }

    @Test
    void showsWhatIsThereWhenSomethingElseIsNot() {
        pod("checkout", "app");

        assertThat(read("get pods checkout nope -n shop -o name"))
                .isEqualTo(
                        new Outcome.Printed(
                                "pod/checkout\n",
                                "There is no pod \"nope\" in namespace shop of cluster staging. See"
                                        + " what there is: kubectl get pods -n shop",
                                "Error from server: not found\n",
                                1));
    }

    @Test
    void showsCustomResourcesInTheServersColumns() {
        answers.put(
                "/apis/shop.example/v1/namespaces/shop/carts?",
                """
                {"kind": "Table", "metadata": {}, "columnDefinitions": [{"name": "Name", "format": "name", "priority": 0},
                 {"name": "Items", "priority": 0}, {"name": "Owner", "priority": 1}],
                 "rows": [{"cells": ["c1", 3, "alice"], "object": {"metadata": {"namespace": "shop", "labels": {"b": "2", "a": "1"}}}}]}
                """);
        discovery();
        groups();

        assertThat(printed("get ct -n shop --show-labels"))
                .isEqualTo(
                        """
                        NAME   ITEMS   LABELS
                        c1     3       a=1,b=2
                        """);
        assertThat(printed("get carts.shop.example -n shop -o wide"))
                .isEqualTo(
                        """
                        NAME   ITEMS   OWNER
                        c1     3       alice
                        """);
    }

    @Test
    void saysThatThereIsNoSuchType() {
        groups();

        assertThat(read("get foos -n shop"))
                .isEqualTo(
                        new Outcome.Refused(
                                "Cluster staging has no resource type \"foos\". Check the spelling,"
                                        + " or see its types: kubectl api-resources",
                                "error: the server doesn't have a resource type \"foos\"\n"));
    }

    @Test
    void saysWhichContainerItTook() {
        pod("checkout", "app", "proxy");
        answers.put(SHOP + "pods/checkout/log?container=app", "hello\n");

        assertThat(read("logs checkout -n shop"))
                .isEqualTo(
                        new Outcome.Printed(
                                "hello\n",
                                "Defaulted container \"app\" out of: app, proxy. Choose another"
                                        + " with -c.",
                                "Defaulted container \"app\" out of: app, proxy\n",
                                0));
        assertThat(read("logs checkout -n shop -c nope"))
                .isEqualTo(
                        new Outcome.Refused(
                                "Pod checkout has no container \"nope\". It has: app, proxy.",
                                "error: container nope is not valid for pod checkout out of: app,"
                                        + " proxy\n"));
    }

    @Test
    void asksForThatPartOfALogWhichIsWanted() {
        pod("checkout", "app");
        answers.put(SHOP + "pods/checkout/log", "hello\n");

        assertThat(printed("logs checkout -n shop --since=90s --previous --timestamps --tail=7"))
                .isEqualTo("hello\n");
        assertThat(server.asked().getLast().path())
                .isEqualTo(
                        SHOP
                                + "pods/checkout/log?container=app&previous=true&timestamps=true"
                                + "&tailLines=7&sinceSeconds=90&limitBytes=4194304");
    }

    @Test
    void tellsPodAndContainerInFrontOfEachLine() {
        pod("checkout", "app", "proxy");
        answers.put(SHOP + "pods/checkout/log?container=app", "one\ntwo");
        answers.put(SHOP + "pods/checkout/log?container=proxy", "three\n");

        assertThat(printed("logs checkout -n shop --all-containers --prefix"))
                .isEqualTo(
                        "[pod/checkout/app] one\n[pod/checkout/app] two[pod/checkout/proxy]"
                                + " three\n");
    }

    @Test
    void tellsWhatIsPrintedWhileALogIsFollowed() {
        pod("checkout", "app");
        answers.put(SHOP + "pods/checkout/log", "one\ntoken=hunter2hunter2\n");
        var printed = new StringBuilder();

        var outcome =
                readsThrough(door)
                        .read(
                                command("logs checkout -f -n shop"),
                                caller("alice"),
                                printed::append);

        assertThat(printed).hasToString("one\ntoken=(hidden)\n");
        assertThat(outcome).isEqualTo(new Outcome.Printed(printed.toString(), "", "", 0));
    }

    @Test
    void cutsOutputAtAMebibyte() {
        pod("checkout", "app");
        answers.put(SHOP + "pods/checkout/log", "x".repeat(999).concat("\n").repeat(1200));

        assertThat(read("logs checkout -n shop --tail=5000"))
                .isInstanceOfSatisfying(
                        Outcome.Printed.class,
                        printed -> {
                            assertThat(printed.text()).hasSize(1_048_000);
                            assertThat(printed.note())
                                    .endsWith("The output is longer than 1 MiB and was cut.");
                        });
    }

    @Test
    void takesNoAnswerWithoutEnd() {
        resources("pods", "Pod");
        answers.put(SHOP + "pods?", "x".repeat(17 * 1024 * 1024));

        assertThatThrownBy(() -> read("get pods -n shop"))
                .isInstanceOf(ClusterUnavailable.class)
                .hasMessage(
                        "Cluster staging answered more than 16 MiB. Ask for less, by name or with"
                                + " -l.");
    }

    @Test
    void P12_saysThatAClusterDoesNotAnswer() {
        server.now(breakingOff());

        assertThatThrownBy(() -> read("get pods.v1. -n shop"))
                .isInstanceOf(ClusterUnavailable.class)
                .hasMessage("Cluster staging broke off before it answered.");
    }

    @Test
    void P12_saysThatAClusterCannotBeReached() {
        try (var nowhere = doorTo(kubeconfigOf("http://127.0.0.1:1"))) {
            assertThatThrownBy(() ->
                            readsThrough(nowhere)
                                    .read(command("get pods -n shop"), caller("alice")))
                    .isInstanceOf(ClusterUnavailable.class)
                    .hasMessage("Cluster staging cannot be reached.");
        }
    }

    // a whole path, or one that a query follows
    private static boolean fits(String uri, String path) {
        return uri.equals(path) || uri.startsWith(path.contains("?") ? path : path + "?");
    }

    private void groups() {
        answers.put("/api/v1", "{\"resources\": []}");
        answers.put(
                "/apis",
                """
                {"groups": [{"name": "shop.example", "preferredVersion": {"groupVersion": "shop.example/v1"}}]}
                """);
    }

    private void resources(String plural, String kind) {
        answers.put(SHOP + "events", "{\"items\": []}");
        answers.put(
                "/api/v1",
                """
                {"resources": [{"name": "%s", "singularName": "", "kind": "%s", "namespaced": true}]}
                """
                        .formatted(plural, kind));
    }

    private void pod(String name, String... containers) {
        resources("pods", "Pod");
        answers.put(
                SHOP + "pods/" + name,
                """
                {"kind": "Pod", "metadata": {"name": "%s", "namespace": "shop"}, "spec": {"containers": [%s]}}
                """
                        .formatted(
                                name,
                                Stream.of(containers)
                                        .map("{\"name\": \"%s\"}"::formatted)
                                        .collect(Collectors.joining(", "))));
    }

    private Outcome read(String line) {
        return readsThrough(door).read(command(line), caller("alice"));
    }

    private String revealed(String line) {
        var outcome =
                readsThrough(door).read(command(line), caller("alice"), SecretValues.AS_NAMED);
        return ((Outcome.Printed) outcome).text();
    }

    private String printed(String line) {
        return ((Outcome.Printed) read(line)).text();
    }
}
