package dev.kubechat.execute.read;

import static dev.kubechat.cluster.ClusterFixture.caller;
import static dev.kubechat.cluster.ClusterFixture.doorTo;
import static dev.kubechat.cluster.FakeApiServer.answering;
import static dev.kubechat.execute.change.ExecuteFixture.command;
import static dev.kubechat.execute.change.ExecuteFixture.readsThrough;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.cluster.ClusterDoor;
import dev.kubechat.cluster.FakeApiServer;
import dev.kubechat.execute.api.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DescribeVerbTest {

    private static final String SHOP = "/api/v1/namespaces/shop/";
    private static final String NO_EVENTS =
            """
            {"kind": "Status", "reason": "Forbidden", "message": "events is forbidden: User \\"alice\\" cannot list resource \\"events\\"\
             in API group \\"\\" in the namespace \\"shop\\""}
            """;

    private final Map<String, String> answers = new LinkedHashMap<>();
    private final Map<String, String> refusals = new LinkedHashMap<>();
    private final FakeApiServer server =
            new FakeApiServer(exchange -> {
                var uri = exchange.getRequestURI().toString();
                var path = uri.replaceAll("\\?.*", "");
                if (refusals.containsKey(path)) {
                    answering(403, refusals.get(path)).answer(exchange);
                } else if (answers.containsKey(uri) || answers.containsKey(path)) {
                    answering(200, answers.getOrDefault(uri, answers.getOrDefault(path, "")))
                            .answer(exchange);
                } else {
                    answering(404, missing(path)).answer(exchange);
                }
            });
    private final ClusterDoor door = doorTo(server.kubeconfig());

    private static String missing(String path) {
        return """
        {"kind": "Status", "reason": "NotFound", "message": "pods \\"%s\\" not found"}
        """
                .formatted(path.substring(path.lastIndexOf('/') + 1));
    }

    @BeforeEach
    void prepare() {
        answers.put(
                "/api/v1",
                """
                {"resources": [{"name": "pods", "kind": "Pod", "namespaced": true, "shortNames": ["po"]},
                               {"name": "secrets", "kind": "Secret", "namespaced": true}]}
                """);
        answers.put(SHOP + "events", "{\"items\": []}");
        answers.put(SHOP + "pods/web-0", pod("web-0"));
        answers.put(SHOP + "pods/web-1", pod("web-1"));
        answers.put(
                SHOP + "pods",
                "{\"items\": [%s, %s, %s]}".formatted(pod("web-0"), pod("web-1"), pod("db-0")));
    }

    @AfterEach
    void close() {
        door.close();
        server.close();
    }

    private static String pod(String name) {
        return """
        {"metadata": {"name": "%s", "namespace": "shop", "uid": "u-%s"}, "spec": {"containers": [{"name": "app",
         "env": [{"name": "DB_PASSWORD", "value": "hunter2"}, {"name": "MODE", "value": "fast"}]}]}}
        """
                .formatted(name, name);
    }

    @Test
    void showsTheEventsOfOneObject() {
        assertThat(printed("describe pod web-0 -n shop").text())
                .endsWith("Events:             <none>\n");
        assertThat(printed("describe pod/web-0 -n shop --show-events=false").text())
                .doesNotContain("Events:");
    }

    @Test
    void separatesSeveralAndSparesTheirEvents() {
        var both = printed("describe pods web-0 web-1 -n shop");

        assertThat(both.text())
                .contains("Tolerations:        <none>\n\n\nName:         web-1\n")
                .doesNotContain("Events:");
        assertThat(printed("describe pods -n shop").text())
                .contains("db-0")
                .doesNotContain("Events:");
        assertThat(server.asked()).noneMatch(asked -> asked.path().contains("/events"));
        assertThat(printed("describe pods -n shop --show-events").text()).contains("Events:");
    }

    @Test
    void takesANameThatIsMissingForABeginning() {
        var web = printed("describe pod web -n shop");

        assertThat(web.text())
                .contains("web-0", "web-1")
                .doesNotContain("db-0", "Events:")
                .endsWith("\n\n");
        assertThat(web.exit()).isZero();
        assertThat(read("describe pod/web -n shop")).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void saysThatThereIsNone() {
        assertThat(read("describe pod nope -n shop"))
                .isEqualTo(
                        new Outcome.Refused(
                                "There is no pod \"nope\" in namespace shop of cluster staging. See"
                                        + " what there is: kubectl get pods -n shop",
                                "Error from server (NotFound): pods \"nope\" not found\n"));
        answers.put(SHOP + "pods", "{\"items\": []}");
        assertThat(read("describe pods -n shop"))
                .isEqualTo(new Outcome.Printed("", "No resources found in shop namespace."));
    }

    @Test
    void describesWhatIsThereBesideWhatIsNot() {
        var outcome = printed("describe pods nope web-0 gone -n shop");

        assertThat(outcome.text()).startsWith("Name:         web-0\n").doesNotContain("Events:");
        assertThat(outcome.errors())
                .isEqualTo(
                        """
                        Error from server (NotFound): pods "nope" not found
                        Error from server (NotFound): pods "gone" not found
                        """);
        assertThat(outcome.exit()).isEqualTo(1);
    }

    @Test
    void followsThePagesOfAList() {
        answers.put(
                SHOP + "pods?limit=500",
                "{\"metadata\": {\"continue\": \"next\"}, \"items\": [%s]}"
                        .formatted(pod("web-0")));
        answers.put(
                SHOP + "pods?limit=500&continue=next",
                "{\"metadata\": {}, \"items\": [%s]}".formatted(pod("web-9")));

        assertThat(printed("describe pods -n shop").text()).contains("web-0", "web-9");
    }

    @Test
    void notesWhatWasNotShown() {
        refusals.put(SHOP + "events", NO_EVENTS);

        var outcome = printed("describe pod web-0 -n shop");

        assertThat(outcome.text()).endsWith("Events:             <none>\n");
        assertThat(outcome.note())
                .startsWith("You may not list events in namespace shop (Kubernetes user alice).");
        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.exit()).isZero();
    }

    @Test
    void saysOnceThatAListIsRefused() {
        refusals.put(SHOP + "pods", NO_EVENTS.replace("events", "pods"));

        assertThat(read("describe pods -n shop"))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> {
                            assertThat(refused.sentence())
                                    .startsWith("You may not list pods in namespace shop");
                            assertThat(refused.errors())
                                    .startsWith("Error from server (Forbidden): pods is forbidden");
                        });
    }

    @Test
    void P9_showsNoCredentialInTheEnvironment() {
        assertThat(printed("describe pod web-0 -n shop").text())
                .contains("DB_PASSWORD:  (hidden)", "MODE:         fast")
                .doesNotContain("hunter2");
    }

    private Outcome.Printed printed(String line) {
        return (Outcome.Printed) read(line);
    }

    private Outcome read(String line) {
        return readsThrough(door).read(command(line), caller("alice"));
    }
}
