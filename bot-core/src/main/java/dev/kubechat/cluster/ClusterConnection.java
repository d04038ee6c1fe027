package dev.kubechat.cluster;

import dev.kubechat.cluster.ClusterProperties.Registered;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.RequestConfig;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fabric8.kubernetes.client.vertx5.Vertx5HttpClientFactory;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** One cluster's one HTTP client with its pool of connections, and the views of it that are handed out. */
final class ClusterConnection implements AutoCloseable {

    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    private final Registered registered;
    private final Clock clock;
    private final Kubeconfig kubeconfig;
    private final HttpClient shared;
    private final Turnstile turnstile;
    private final KubernetesClient itself;

    /** @throws KubeconfigRefused with a sentence; nothing has been called by then */
    ClusterConnection(Registered registered, Clock clock) {
        this.clock = clock;
        this.registered = registered;
        this.kubeconfig =
                new KubeconfigReader(registered.id())
                        .read(registered.kubeconfig(), registered.context());
        this.turnstile =
                new Turnstile(
                        registered.id(),
                        registered.callsAtOnce(),
                        registered.connectTimeout(),
                        new Circuit(registered.id(), clock));
        this.shared = open();
        this.itself =
                client(
                        new DoorHttpClient(
                                shared,
                                new Turnstile(
                                        registered.id(),
                                        Integer.MAX_VALUE,
                                        Duration.ZERO,
                                        Circuit.alwaysClosed(registered.id(), clock)),
                                registered.requestTimeout()));
    }

    private HttpClient open() {
        var builder = new Vertx5HttpClientFactory().newBuilder();
        builder.connectTimeout(registered.connectTimeout().toMillis(), TimeUnit.MILLISECONDS);
        trust(builder);
        builder.tag(requestConfig());
        builder.addOrReplaceInterceptor("credential", credential());
        builder.addOrReplaceInterceptor("impersonation", new Impersonating());
        builder.addOrReplaceInterceptor("doorkeeper", new Doorkeeper(kubeconfig.server(), clock));
        return builder.build();
    }

    private void trust(HttpClient.Builder builder) {
        try {
            builder.sslContext(SSLUtils.keyManagers(config()), SSLUtils.trustManagers(config()));
        } catch (GeneralSecurityException | IOException | RuntimeException unusable) {
            throw new KubeconfigRefused(
                    "The kubeconfig of cluster %s has a certificate or key that cannot be read. Write it anew, for example by: kubectl config view --minify --flatten --raw."
                            .formatted(registered.id()));
        }
    }

    private Config config() {
        var builder =
                new ConfigBuilder(Config.empty())
                        .withMasterUrl(kubeconfig.server().toString())
                        .withNamespace(registered.defaultNamespace().value())
                        .withCaCertData(kubeconfig.authorityData())
                        .withTrustCerts(false)
                        .withConnectionTimeout(millis(registered.connectTimeout()))
                        .withRequestTimeout(millis(registered.requestTimeout()))
                        .withRequestRetryBackoffLimit(0);
        if (kubeconfig.credential() instanceof Kubeconfig.Credential.Certificate certificate) {
            builder =
                    builder.withClientCertData(certificate.certificateData())
                            .withClientKeyData(certificate.keyData());
        }
        return builder.build();
    }

    private RequestConfig requestConfig() {
        return new RequestConfigBuilder()
                .withRequestRetryBackoffLimit(0)
                .withRequestTimeout(millis(registered.requestTimeout()))
                .build();
    }

    private static int millis(Duration time) {
        return Math.toIntExact(time.toMillis());
    }

    private Interceptor credential() {
        return new Interceptor() {
            @Override
            public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
                if (kubeconfig.credential() instanceof Kubeconfig.Credential.Token token) {
                    builder.setHeader("Authorization", "Bearer " + token.value());
                }
                builder.setHeader("User-Agent", "kubechat");
            }
        };
    }

    private KubernetesClient client(HttpClient http) {
        return new KubernetesClientBuilder()
                .withConfig(config())
                .withHttpClientFactory(new DoorClientFactory(http))
                .withKubernetesSerialization(SERIALIZATION)
                .build();
    }

    KubernetesClient forPerson(Caller caller) {
        return client(through(shared.newBuilder().tag(caller).build()));
    }

    KubernetesClient forPerson(Caller caller, Instant notAfter) {
        var until = new Doorkeeper.Deadline(notAfter);
        return client(through(shared.newBuilder().tag(caller).tag(until).build()));
    }

    private HttpClient through(HttpClient http) {
        return new DoorHttpClient(http, turnstile, registered.requestTimeout());
    }

    ClusterDoor.Known known() {
        return new ClusterDoor.Known(
                registered.id(), kubeconfig.server().toString(), registered.defaultNamespace());
    }

    KubernetesClient itself() {
        return itself;
    }

    @Override
    public void close() {
        itself.close();
        shared.close();
    }

    /** Puts the caller's headers on a request of a client that was made for one. */
    private static final class Impersonating implements Interceptor {
        @Override
        public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
            var caller = tags.getTag(Caller.class);
            if (caller != null) {
                Impersonation.headers(caller)
                        .forEach((name, values) ->
                                values.forEach(value -> builder.header(name, value)));
            }
        }
    }
}
