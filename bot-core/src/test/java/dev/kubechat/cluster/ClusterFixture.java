package dev.kubechat.cluster;

import dev.kubechat.identity.KubernetesIdentity;
import dev.kubechat.kubectl.Namespace;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.net.ssl.SSLContext;

/** Words for tests that call a cluster. */
public final class ClusterFixture {

    /** The one cluster of a test. */
    public static final ClusterId STAGING = new ClusterId("staging");

    private ClusterFixture() {}

    /** A door to {@link #STAGING}. */
    public static ClusterDoor doorTo(String kubeconfig) {
        return doorTo(kubeconfig, "", Clock.systemUTC());
    }

    /** @param context empty for the current one */
    public static ClusterDoor doorTo(String kubeconfig, String context, Clock clock) {
        return new ClusterDoor(
                List.of(registered(kubeconfig, context, Duration.ofSeconds(10), 32)), clock);
    }

    /** A door whose patience ends soon. */
    public static ClusterDoor impatientDoorTo(String kubeconfig) {
        return new ClusterDoor(
                List.of(registered(kubeconfig, "", Duration.ofMillis(300), 32)), Clock.systemUTC());
    }

    static ClusterDoor narrowDoorTo(String kubeconfig, Duration patience) {
        return new ClusterDoor(List.of(registered(kubeconfig, "", patience, 1)), Clock.systemUTC());
    }

    private static ClusterProperties.Registered registered(
            String kubeconfig, String context, Duration patience, int callsAtOnce) {
        return new ClusterProperties.Registered(
                STAGING,
                kubeconfig,
                context,
                false,
                new Namespace("default"),
                Set.of(new Namespace("kube-system")),
                patience.compareTo(Duration.ofSeconds(5)) > 0 ? Duration.ofSeconds(5) : patience,
                patience,
                callsAtOnce,
                null);
    }

    /** Somebody who asks {@link #STAGING} something, in a request of their own. */
    public static Caller caller(String user, String... groups) {
        return new Caller(
                STAGING,
                new KubernetesIdentity(user, new TreeSet<>(Set.of(groups))),
                new RequestId(UUID.randomUUID()));
    }

    /** A kubeconfig for a server without TLS on this machine. */
    public static String kubeconfigOf(String server) {
        return """
        apiVersion: v1
        kind: Config
        current-context: test
        clusters:
        - name: test
          cluster: {server: '%s'}
        contexts:
        - name: test
          context: {cluster: test, user: kubechat}
        users:
        - name: kubechat
          user: {token: bot-token}
        """
                .formatted(server);
    }

    /** A client without any of the door's rules, for setting a scene as whoever the kubeconfig's current context is. */
    public static KubernetesClient unguardedClient(String kubeconfig) {
        var read = new KubeconfigReader(STAGING).read(kubeconfig, null);
        var config =
                new ConfigBuilder(Config.empty())
                        .withMasterUrl(read.server().toString())
                        .withCaCertData(read.authorityData())
                        .withRequestTimeout(60_000);
        switch (read.credential()) {
            case Kubeconfig.Credential.Token(var token) -> config.withOauthToken(token);
            case Kubeconfig.Credential.Certificate certificate ->
                    config.withClientCertData(certificate.certificateData())
                            .withClientKeyData(certificate.keyData());
        }
        return new KubernetesClientBuilder().withConfig(config.build()).build();
    }

    /** A kubeconfig for the same server and another user. */
    public static String kubeconfigWithToken(String kubeconfig, String token) {
        var read = new KubeconfigReader(STAGING).read(kubeconfig, null);
        return kubeconfigOf(read.server().toString())
                .replace(
                        "server: '",
                        read.authority() == null
                                ? "server: '"
                                : "certificate-authority-data: %s, server: '"
                                        .formatted(read.authorityData()))
                .replace("bot-token", token);
    }

    /** The address of the kubeconfig's server. */
    public static String serverOf(String kubeconfig) {
        return new KubeconfigReader(STAGING).read(kubeconfig, null).server().toString();
    }

    /** Believes the servers that the kubeconfig believes. */
    public static SSLContext trustOf(String kubeconfig) {
        var authority = new KubeconfigReader(STAGING).read(kubeconfig, null).authorityData();
        try {
            return SSLUtils.sslContext(
                    new ConfigBuilder(Config.empty()).withCaCertData(authority).build());
        } catch (GeneralSecurityException | IOException unusable) {
            throw new IllegalStateException(unusable);
        }
    }
}
