package dev.kubechat.cluster;

import dev.kubechat.kubectl.InvalidName;
import dev.kubechat.kubectl.Namespace;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.RequestConfig;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An operator's own way to a cluster, from a terminal of theirs and with a kubeconfig of theirs: acts as the kubeconfig's user, or
 * as whom the operator names beside it, as far as the cluster lets them. Nothing that serves people in chats may reach this type
 * (P3); for them there is {@link ClusterDoor} only.
 */
public final class OperatorDoor implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ClusterId cluster;
    private final Kubeconfig kubeconfig;
    private final Namespace namespace;
    private final HttpClient http;

    private OperatorDoor(ClusterId cluster, Kubeconfig kubeconfig, Operator operator) {
        this.cluster = cluster;
        this.kubeconfig = kubeconfig;
        this.namespace = namespace(kubeconfig, operator);
        this.http = open(kubeconfig, operator);
    }

    /** @throws KubeconfigRefused with a sentence that says what to do instead; nothing has been called by then */
    public static OperatorDoor open(Operator operator) {
        var file = operator.kubeconfig();
        var read = KubeconfigReader.ofOperator(file).read(file.toString(), operator.context());
        return new OperatorDoor(named(read.context()), read, operator);
    }

    /** By the context's name, where it is one that a cluster can have. */
    private static ClusterId named(String context) {
        try {
            return new ClusterId(context);
        } catch (IllegalArgumentException odd) {
            return new ClusterId("of-this-terminal");
        }
    }

    public ClusterId cluster() {
        return cluster;
    }

    public URI server() {
        return kubeconfig.server();
    }

    /** What the kubeconfig says, without its credentials. */
    public KnownConfig config() {
        return kubeconfig.known();
    }

    /** The context's; "default" where it has none. */
    public Namespace namespace() {
        return namespace;
    }

    private static Namespace namespace(Kubeconfig kubeconfig, Operator operator) {
        var said = kubeconfig.namespace();
        try {
            return new Namespace(said == null ? "default" : said);
        } catch (InvalidName invalid) {
            throw new KubeconfigRefused(
                    "The kubeconfig %s has a namespace that none is called: %s"
                            .formatted(operator.kubeconfig(), invalid.getMessage()));
        }
    }

    /** Its requests go to {@link #server()} only. Need not be closed. */
    public HttpClient http() {
        return http;
    }

    /** Longest wait for an answer. */
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public void close() {
        http.close();
    }

    private static HttpClient open(Kubeconfig kubeconfig, Operator operator) {
        // starts in a fraction of the time that the servers' client takes
        HttpClient.Builder builder = new JdkHttpClientFactory().newBuilder();
        builder.connectTimeout(CONNECT.toMillis(), TimeUnit.MILLISECONDS);
        try {
            var config = config(kubeconfig);
            builder.sslContext(SSLUtils.keyManagers(config), SSLUtils.trustManagers(config));
        } catch (GeneralSecurityException | IOException | RuntimeException unusable) {
            throw new KubeconfigRefused(
                    "The kubeconfig %s has a certificate or key that cannot be read. Write it anew, for example by: kubectl config view --minify --flatten --raw."
                            .formatted(operator.kubeconfig()));
        }
        builder.preferHttp11();
        builder.tag(new RequestConfigBuilder().withRequestRetryBackoffLimit(0).build());
        builder.addOrReplaceInterceptor("operator", new Signing(kubeconfig, operator));
        return builder.build();
    }

    private static Config config(Kubeconfig kubeconfig) {
        var builder =
                new ConfigBuilder(Config.empty())
                        .withMasterUrl(kubeconfig.server().toString())
                        .withCaCertData(kubeconfig.authorityData())
                        .withTrustCerts(false);
        if (kubeconfig.credential() instanceof Kubeconfig.Credential.Certificate certificate) {
            builder =
                    builder.withClientCertData(certificate.certificateData())
                            .withClientKeyData(certificate.keyData());
        }
        return builder.build();
    }

    /** Lets a request out to the kubeconfig's server only, with the operator's credential and choice of whom to be. */
    private record Signing(Kubeconfig kubeconfig, Operator operator) implements Interceptor {
        @Override
        public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
            if (!Doorkeeper.isOf(kubeconfig.server(), request.uri())) {
                throw new DoorShut(
                        "%s is not the cluster's server %s."
                                .formatted(request.uri().getAuthority(), kubeconfig.server()));
            }
            Doorkeeper.refuseRetries(tags.getTag(RequestConfig.class));
            if (kubeconfig.credential() instanceof Kubeconfig.Credential.Token token) {
                builder.setHeader("Authorization", "Bearer " + token.value());
            }
            builder.setHeader("User-Agent", "kubechat");
            var as = operator.as();
            if (as != null) {
                builder.setHeader("Impersonate-User", Impersonation.plain(as));
                operator.asGroups()
                        .forEach(group ->
                                builder.header("Impersonate-Group", Impersonation.plain(group)));
            }
        }
    }

    /**
     * Where an operator wants to go, and as whom.
     *
     * @param context null for the kubeconfig's current one
     * @param as whom to impersonate, system users too, for the cluster decides whether they may; null for nobody
     * @param asGroups empty without {@code as}
     */
    public record Operator(
            Path kubeconfig, @Nullable String context, @Nullable String as, List<String> asGroups) {

        public Operator {
            asGroups = List.copyOf(asGroups);
        }
    }
}
