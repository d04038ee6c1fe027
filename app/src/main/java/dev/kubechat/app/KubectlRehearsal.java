package dev.kubechat.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

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

    private KubectlRehearsal() {}

    static void run() throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", KubectlRehearsal::answer);
        server.start();
        var kubeconfig = Files.createTempFile("rehearsal", ".yaml");
        try {
            Files.writeString(kubeconfig, kubeconfig(server));
            COMMANDS.forEach(command -> run(kubeconfig.toString(), command));
            greet();
        } finally {
            server.stop(0);
            Files.delete(kubeconfig);
        }
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

    private static String kubeconfig(HttpServer server) {
        return """
        {"apiVersion": "v1", "kind": "Config", "current-context": "x",
         "clusters": [{"name": "x", "cluster": {"server": "http://127.0.0.1:%d"}}],
         "contexts": [{"name": "x", "context": {"cluster": "x", "user": "x"}}],
         "users": [{"name": "x", "user": {"token": "x"}}]}
        """
                .formatted(server.getAddress().getPort());
    }

    /** A real server speaks TLS: as far as a first greeting that nobody hears. */
    private static void greet() throws SSLException {
        try {
            var engine = SSLContext.getDefault().createSSLEngine("localhost", 443);
            engine.setUseClientMode(true);
            engine.wrap(
                    ByteBuffer.allocate(0),
                    ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
        } catch (NoSuchAlgorithmException none) {
            throw new SSLException(none);
        }
    }
}
