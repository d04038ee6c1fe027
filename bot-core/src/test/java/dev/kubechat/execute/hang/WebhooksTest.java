package dev.kubechat.execute.hang;

import static dev.kubechat.execute.hang.Neighbourhood.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.execute.hang.Surroundings.Resource;
import dev.kubechat.execute.hang.Touch.Doing;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.MissingNode;

class WebhooksTest {

    private static final String ASKED =
            "Before it is done, the cluster asks webhook guard.example, which may change or refuse"
                    + " it.";

    private final Neighbourhood around =
            new Neighbourhood()
                    .with(
                            "namespaces",
                            """
                            {"metadata": {"name": "shop", "labels": {"stage": "live"}}}
                            """);

    @ParameterizedTest
    @CsvSource({
        "UPDATE, apps, deployments/scale, true",
        "UPDATE, apps, deployments, false",
        "UPDATE, apps, deployments/*, true",
        "UPDATE, apps, '*', false",
        "UPDATE, '*', */*, true",
        "'*', apps, */scale, true",
        "CREATE, apps, deployments/scale, false",
        "UPDATE, '', deployments/scale, false"
    })
    void goesByTheRules(String operation, String group, String resource, boolean asked) {
        guard(operation, group, resource, "{}");

        assertThat(new Webhooks(around).of(List.of(scaling())).equals(List.of(ASKED)))
                .isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"matchLabels\": {\"stage\": \"live\"}} | true",
                "{\"matchLabels\": {\"stage\": \"test\"}} | false",
                "{\"matchExpressions\": [{\"key\": \"stage\", \"operator\": \"NotIn\", \"values\":"
                        + " [\"live\"]}]} | false",
                "{\"matchExpressions\": [{\"key\": \"guard\", \"operator\": \"DoesNotExist\"}]} |"
                        + " true",
                "{\"matchExpressions\": [{\"key\": \"stage\", \"operator\": \"In\", \"values\":"
                        + " [\"live\"]}]} | true",
                "{\"matchExpressions\": [{\"key\": \"stage\", \"operator\": \"Exists\"}]} | true"
            })
    void goesByTheLabelsOfTheNamespace(String selector, boolean asked) {
        guard("UPDATE", "apps", "deployments/scale", selector);

        assertThat(new Webhooks(around).of(List.of(scaling())).equals(List.of(ASKED)))
                .isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource({"CONNECT, pods/exec, true", "UPDATE, pods/*, false", "'*', pods/exec, true"})
    void knowsAProgramByItsSubresource(String operation, String resource, boolean asked) {
        guard(operation, "", resource, "{}");
        var program =
                new Touch(
                        Doing.CONNECT,
                        Resource.core("pods"),
                        "exec",
                        "Pod",
                        "shop",
                        "web-0",
                        json("{}"),
                        json("{}"),
                        List.of(),
                        "",
                        "");

        assertThat(new Webhooks(around).of(List.of(program)).equals(List.of(ASKED)))
                .isEqualTo(asked);
    }

    @Test
    void knowsAnEvictionByItsSubresource() {
        guard("CREATE", "", "pods/eviction", "{}");
        var eviction =
                new Touch(
                        Doing.EVICT,
                        Resource.core("pods"),
                        "eviction",
                        "Pod",
                        "shop",
                        "web-0",
                        json("{}"),
                        MissingNode.getInstance(),
                        List.of(),
                        "",
                        "");

        assertThat(new Webhooks(around).of(List.of(eviction))).containsExactly(ASKED);
    }

    @Test
    void saysNothingWhereNobodyMayLook() {
        assertThat(new Webhooks(new Neighbourhood()).of(List.of(scaling()))).isEmpty();
    }

    private void guard(String operation, String group, String resource, String namespaces) {
        around.with(
                "validatingwebhookconfigurations",
                """
                {"metadata": {"name": "guard"}, "webhooks": [{"name": "guard.example", "namespaceSelector": %s,
                  "rules": [{"operations": ["%s"], "apiGroups": ["%s"], "apiVersions": ["v1"], "resources": ["%s"], "scope": "*"}]}]}
                """
                        .formatted(namespaces, operation, group, resource));
    }

    private static Touch scaling() {
        return new Touch(
                Doing.CHANGE,
                Resource.apps("deployments"),
                "scale",
                "Deployment",
                "shop",
                "web",
                json("{}"),
                json("{}"),
                List.of(List.of("spec", "replicas")),
                "",
                "");
    }
}
