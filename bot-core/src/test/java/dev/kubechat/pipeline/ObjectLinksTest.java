package dev.kubechat.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.chat.Link;
import dev.kubechat.cluster.Cluster;
import dev.kubechat.cluster.ClusterId;
import dev.kubechat.cluster.Console;
import dev.kubechat.execute.read.Reads;
import dev.kubechat.kubectl.KubectlReader;
import dev.kubechat.kubectl.Namespace;
import dev.kubechat.kubectl.Reading;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectLinksTest {

    private static final Namespace SHOP = new Namespace("shop");
    private static final Console CONSOLE =
            new Console("https://console.example.com/{cluster}/{namespace}/{kind}/{name}");

    private static List<Link> links(String line, @Nullable Console console) {
        var read = (Reading.Command) new KubectlReader().read(line);
        return ObjectLinks.of(
                read.command().in(SHOP),
                new Cluster(new ClusterId("staging"), false, SHOP, Set.of(), console),
                type ->
                        type.plural().equals("bakery")
                                ? Optional.of(new Reads.Kind("Bakery", true))
                                : Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    kubectl get deploy web            | deployment web in the console of staging | staging/shop/Deployment/web
                    kubectl describe po/web-0 -n data | pod web-0 in the console of staging      | staging/data/Pod/web-0
                    kubectl logs web-0                | pod web-0 in the console of staging      | staging/shop/Pod/web-0
                    kubectl get no node-1 -o yaml     | node node-1 in the console of staging    | staging//Node/node-1
                    kubectl get bakery corner     | bakery corner in the console of staging  | staging/shop/Bakery/corner
                    kubectl get role system:a@b       | role system:a@b in the console of staging | staging/shop/Role/system%3Aa%40b
                    """)
    void leadToTheOneObject(String line, String label, String path) {
        assertThat(links(line, CONSOLE))
                .containsExactly(new Link(label, "https://console.example.com/" + path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kubectl get pods",
                "kubectl get pods web-0 web-1",
                "kubectl get pods -l app=web",
                "kubectl get brewery corner",
                "kubectl logs -l app=web",
                "kubectl top pod web-0"
            })
    void areNoneOfAnythingElse(String line) {
        assertThat(links(line, CONSOLE)).isEmpty();
    }

    @Test
    void areNoneWithoutAConsole() {
        assertThat(links("kubectl get deploy web", null)).isEmpty();
    }
}
