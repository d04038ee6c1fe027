package dev.kubechat.pipeline;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An admission webhook on this machine that says no to everything it is asked, with a certificate of its own. */
final class DenyingWebhook implements AutoCloseable {

    private static final char[] SECRET = "changeit".toCharArray();

    private final HttpsServer server;
    private final String authority;
    private final String sentence;

    DenyingWebhook(Path folder, String sentence)
            throws IOException, GeneralSecurityException, InterruptedException {
        this.sentence = sentence;
        var keys = keys(folder);
        authority =
                Base64.getEncoder()
                        .encodeToString(
                                pem(keys.getCertificate("webhook").getEncoded())
                                        .getBytes(StandardCharsets.US_ASCII));
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, SECRET);
        var tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", this::answer);
        server.start();
    }

    // the JDK makes certificates by its own program only
    private static KeyStore keys(Path folder)
            throws IOException, GeneralSecurityException, InterruptedException {
        var store = folder.resolve("webhook.p12");
        var made =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "webhook",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=127.0.0.1",
                                "-ext",
                                "san=ip:127.0.0.1",
                                "-validity",
                                "2",
                                "-storepass",
                                String.valueOf(SECRET),
                                "-keystore",
                                store.toString())
                        .inheritIO()
                        .start()
                        .waitFor();
        if (made != 0) {
            throw new IllegalStateException("keytool ended with " + made);
        }
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, SECRET);
        }
        return keys;
    }

    private static String pem(byte[] certificate) {
        return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                .formatted(
                        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var json = JsonMapper.builder().build();
            var review = json.readTree(exchange.getRequestBody().readAllBytes());
            var answer =
                    json.createObjectNode()
                            .put("apiVersion", "admission.k8s.io/v1")
                            .put("kind", "AdmissionReview");
            answer.putObject("response")
                    .put("uid", review.path("request").path("uid").asString(""))
                    .put("allowed", false)
                    .putObject("status")
                    .put("message", sentence);
            var bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /**
     * The configuration that makes an API server ask it about changes of one kind in the namespace NAME.
     *
     * @param port null for its own
     */
    String manifest(String configuration, String group, String resource, @Nullable Integer port) {
        return """
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingWebhookConfiguration
        metadata: {name: "%s"}
        webhooks:
        - name: no.kubechat.dev
          clientConfig: {url: "https://127.0.0.1:%d/", caBundle: "%s"}
          namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: NAME}}
          rules: [{apiGroups: ["%s"], apiVersions: ["*"], operations: ["*"], resources: ["%s"]}]
          failurePolicy: Fail
          sideEffects: None
          timeoutSeconds: 3
          admissionReviewVersions: [v1]
        """
                .formatted(
                        configuration,
                        port == null ? server.getAddress().getPort() : port,
                        authority,
                        group,
                        resource);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
