package dev.kubechat.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kubechat.kubectl.Namespace;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ClusterPropertiesTest {

    @Test
    void hasDefaults() {
        var cluster = bind(Map.of()).clusters().getFirst();

        assertThat(cluster.context()).isNull();
        assertThat(cluster.cluster().production()).isFalse();
        assertThat(cluster.cluster().defaultNamespace()).isEqualTo(new Namespace("default"));
        assertThat(cluster.cluster().protectedNamespaces())
                .extracting(Namespace::value)
                .containsExactlyInAnyOrder(
                        "kube-system", "kube-public", "kube-node-lease", "default");
        assertThat(cluster.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(cluster.requestTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(cluster.callsAtOnce()).isEqualTo(32);
    }

    @Test
    void takesEveryKey() {
        var cluster =
                bind(Map.of(
                                "context", "admin",
                                "production", "true",
                                "default-namespace", "shop",
                                "protected-namespaces", "payments,kube-system",
                                "connect-timeout", "1s",
                                "request-timeout", "20s",
                                "calls-at-once", "4"))
                        .clusters()
                        .getFirst();

        assertThat(cluster.context()).isEqualTo("admin");
        assertThat(cluster.cluster().production()).isTrue();
        assertThat(cluster.cluster().defaultNamespace()).isEqualTo(new Namespace("shop"));
        assertThat(cluster.cluster().protectedNamespaces())
                .containsExactlyInAnyOrder(new Namespace("payments"), new Namespace("kube-system"));
        assertThat(cluster.connectTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(cluster.requestTimeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(cluster.callsAtOnce()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    id              | Not A Name | "Not A Name" is no cluster name
                    kubeconfig      | ''         | Cluster staging has no kubeconfig.
                    connect-timeout | 0s         | Cluster staging: connect-timeout is PT0S
                    request-timeout | 10m        | Cluster staging: request-timeout is PT10M
                    calls-at-once   | 0          | Cluster staging: calls-at-once is 0, but must be 1 to 1000.
                    console         | javascript:alert(1)//{name} | Cluster staging: console is "javascript:alert(1)//{name}", but it must begin with https://
                    console         | https:/{name}               | it must begin with https:// or http:// and a host
                    console         | https://{name}.example.com/ | the host's name must be written out
                    console         | https://a:b@example.com/    | it must begin with https://
                    console         | https://example.com/{pod}   | {pod} means nothing: there are {cluster}
                    console         | https://example.com/a b     | it is no address
                    """)
    void refusesToStart(String key, String value, String why) {
        assertThatThrownBy(() -> bind(Map.of(key, value))).rootCause().hasMessageContaining(why);
    }

    @Test
    void refusesToStartWithoutACluster() {
        assertThatThrownBy(() -> binder(Map.of()).bindOrCreate("kubechat", ClusterProperties.class))
                .rootCause()
                .hasMessageStartingWith("No cluster is configured. Set kubechat.clusters[0].id");
    }

    @Test
    void refusesToStartWithTwins() {
        assertThatThrownBy(() -> bind(Map.of("[1].id", "staging", "[1].kubeconfig", "/other")))
                .rootCause()
                .hasMessage(
                        "Two clusters are called \"staging\". Give each of kubechat.clusters an id"
                                + " of its own.");
    }

    @Test
    void saysNoCredential() {
        assertThat(bind(Map.of("kubeconfig", "users:\n- token: abc")).toString())
                .doesNotContain("abc");
    }

    private static ClusterProperties bind(Map<String, String> changed) {
        var keys = new HashMap<String, String>();
        keys.put("kubechat.clusters[0].id", "staging");
        keys.put("kubechat.clusters[0].kubeconfig", "/etc/kubechat/staging");
        changed.forEach((key, value) ->
                keys.put(
                        key.startsWith("[")
                                ? "kubechat.clusters" + key
                                : "kubechat.clusters[0]." + key,
                        value));
        return binder(keys).bindOrCreate("kubechat", ClusterProperties.class);
    }

    private static Binder binder(Map<String, String> keys) {
        return new Binder(new MapConfigurationPropertySource(keys));
    }
}
