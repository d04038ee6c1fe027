package dev.kubechat.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Runs {@link KubectlVerb} on a server of its own that knows one answer to everything. */
final class KubectlRehearsal {

    private static final String ANSWER =
            """
            {"kind": "Table", "apiVersion": "meta.k8s.io/v1", "metadata": {"name": "web-0", "namespace": "shop"},
             "resources": [{"name": "pods", "singularName": "pod", "kind": "Pod", "namespaced": true, "verbs": ["get", "list"]},
              {"name": "deployments", "singularName": "deployment", "kind": "Deployment", "namespaced": true, "verbs": ["get", "list"]}],
             "groups": [{"name": "apps", "preferredVersion": {"groupVersion": "apps/v1", "version": "v1"}}],
             "columnDefinitions": [{"name": "Name", "type": "string", "priority": 0}],
             "rows": [{"cells": ["web-0"], "object": {"metadata": {"name": "web-0", "namespace": "shop"}}}],
             "items": [], "spec": {"containers": [{"name": "web", "image": "nginx:1"}]}, "status": {"phase": "Running"}}
            """;

    private static final List<String> COMMANDS =
            List.of(
                    "get pods -n shop",
                    "get pods -A -o wide",
                    "get pods web-0 -o yaml",
                    "get pod web-0 -o json",
                    "get pods -o name",
                    "get pods -o jsonpath={.items[*].metadata.name}",
                    "get deployments -l app=web",
                    "describe pod web-0",
                    "logs web-0",
                    "events",
                    "auth can-i get pods",
                    "get nonsense");

    private static final char[] PASSWORD = "rehearsal".toCharArray();

    private KubectlRehearsal() {}

    /** A plain server will do where there is no keytool, but a real one speaks TLS, so that classes would be missing. */
    static void run() throws IOException {
        var folder = Files.createTempDirectory("rehearsal");
        var key = folder.resolve("key.p12");
        try {
            var server = isMade(key) ? secure(key) : HttpServer.create(here(), 0);
            server.createContext("/", KubectlRehearsal::answer);
            server.start();
            var kubeconfig = folder.resolve("config");
            Files.writeString(kubeconfig, kubeconfig(server, key));
            COMMANDS.forEach(command -> run(kubeconfig.toString(), command));
            server.stop(0);
        } catch (GeneralSecurityException unusable) {
            throw new IOException(unusable);
        } finally {
            Files.deleteIfExists(folder.resolve("config"));
            Files.deleteIfExists(key);
            Files.delete(folder);
        }
    }

    private static InetSocketAddress here() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static boolean isMade(Path key) throws IOException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        if (!Files.isExecutable(keytool)) {
            return false;
        }
        var options =
                "-genkeypair -alias x -keyalg EC -groupname secp256r1 -dname CN=x -validity 1"
                        + " -ext SAN=IP:127.0.0.1 -storetype PKCS12 -storepass rehearsal -keystore";
        var command = new ArrayList<>(List.of(keytool.toString()));
        command.addAll(List.of(options.split(" ")));
        command.add(key.toString());
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            return process.waitFor() == 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static KeyStore store(Path key) throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(key.toFile(), PASSWORD);
    }

    private static HttpServer secure(Path key) throws IOException, GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(key), PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        var server = HttpsServer.create(here(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return server;
    }

    private static void run(String kubeconfig, String command) {
        var nowhere =
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        var words = ("--kubeconfig=" + kubeconfig + " -- " + command).split(" ");
        new KubectlVerb(nowhere, nowhere, Clock.systemUTC()).run(List.of(words), Map.of());
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var bytes = ANSWER.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String kubeconfig(HttpServer server, Path key)
            throws IOException, GeneralSecurityException {
        var port = server.getAddress().getPort();
        var cluster =
                server instanceof HttpsServer
                        ? "{server: 'https://127.0.0.1:%d', certificate-authority-data: %s}"
                                .formatted(port, authority(key))
                        : "{server: 'http://127.0.0.1:%d'}".formatted(port);
        return """
        apiVersion: v1
        kind: Config
        current-context: x
        clusters:
        - name: x
          cluster: %s
        contexts:
        - name: x
          context: {cluster: x, user: x}
        users:
        - name: x
          user: {token: x}
        """
                .formatted(cluster);
    }

    private static String authority(Path key) throws IOException, GeneralSecurityException {
        var certificate = store(key).getCertificate("x").getEncoded();
        var pem =
                "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                        .formatted(Base64.getMimeEncoder().encodeToString(certificate));
        return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8));
    }
}
