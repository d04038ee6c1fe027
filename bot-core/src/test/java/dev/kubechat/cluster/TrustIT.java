package dev.kubechat.cluster;

import static dev.kubechat.cluster.ClusterFixture.STAGING;
import static dev.kubechat.cluster.ClusterFixture.doorTo;
import static dev.kubechat.cluster.ClusterFixture.kubeconfigOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.kubechat.execute.change.ExecuteFixture;
import dev.kubechat.kubectl.KubectlReader;
import dev.kubechat.kubectl.Reading;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server is believed only with a certificate of the kubeconfig's authority and of its own name. */
class TrustIT {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir private Path folder;

    private final AtomicInteger asked = new AtomicInteger();
    private @Nullable HttpsServer server;

    @AfterEach
    void close() {
        Objects.requireNonNull(server).stop(0);
    }

    @Test
    void believesAServerOfItsAuthorityAndName() throws Exception {
        var certificate = serve("ip:127.0.0.1");

        assertThat(stateOf(kubeconfig(certificate))).isInstanceOf(ClusterState.Ready.class);
    }

    @Test
    void doesNotBelieveAServerOfAnotherName() throws Exception {
        var certificate = serve("dns:other.example");

        assertThat(stateOf(kubeconfig(certificate))).isInstanceOf(ClusterState.Away.class);
        assertThat(asked).hasValue(0);
    }

    @Test
    void doesNotBelieveAServerOfAnotherAuthority() throws Exception {
        serve("ip:127.0.0.1");
        var other = keyStore("other", "ip:127.0.0.1").getCertificate("server").getEncoded();

        assertThat(stateOf(kubeconfig(other))).isInstanceOf(ClusterState.Away.class);
        assertThat(asked).hasValue(0);
    }

    @Test
    void saysThatItIsTheCertificate() throws Exception {
        var certificate = serve("dns:other.example");

        try (var door = doorTo(kubeconfig(certificate))) {
            var reads = ExecuteFixture.readsThrough(door);
            var reading = (Reading.Command) new KubectlReader().read("get pods -n shop");
            assertThatThrownBy(() -> reads.read(reading.command(), ClusterFixture.caller("alice")))
                    .isInstanceOf(ClusterUnavailable.class)
                    .hasMessageStartingWith(
                            "Cluster staging shows a certificate that KubeChat does not believe");
        }
        assertThat(asked).hasValue(0);
    }

    private static ClusterState stateOf(String kubeconfig) {
        try (var door = doorTo(kubeconfig)) {
            return new ClusterHealth(door, Clock.systemUTC()).of(STAGING);
        }
    }

    private byte[] serve(String alternativeName) throws Exception {
        var keys = keyStore("server", alternativeName);
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        var https =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(context));
        https.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    FakeApiServer.answering(200, "{\"gitVersion\":\"v1.36.3\"}").answer(exchange);
                });
        https.start();
        server = https;
        return keys.getCertificate("server").getEncoded();
    }

    private KeyStore keyStore(String name, String alternativeName) throws Exception {
        var file = folder.resolve(name + ".p12");
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=" + alternativeName,
                        "-ext",
                        "bc=ca:true",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString());
        assertThat(
                        new ProcessBuilder(command)
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor())
                .isZero();
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    private String kubeconfig(byte[] authority) {
        var pem =
                "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                        .formatted(Base64.getMimeEncoder().encodeToString(authority));
        var data = Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8));
        return kubeconfigOf(
                        "https://127.0.0.1:"
                                + Objects.requireNonNull(server).getAddress().getPort())
                .replace("{server:", "{certificate-authority-data: %s, server:".formatted(data));
    }
}
