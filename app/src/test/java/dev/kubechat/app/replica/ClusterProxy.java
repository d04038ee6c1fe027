package dev.kubechat.app.replica;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Passes one replica's calls on to the cluster, and kills the replica in the middle of a write where the trap is set. */
final class ClusterProxy implements AutoCloseable {

    private static final Set<String> NOT_PASSED_ON =
            Set.of(
                    "connection",
                    "host",
                    "content-length",
                    "upgrade",
                    "http2-settings",
                    "transfer-encoding");

    private final String upstream;
    private final Trap trap;
    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private @Nullable Process victim;

    ClusterProxy(String upstream, Trap trap) throws IOException {
        this.upstream = upstream;
        this.trap = trap;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::pass);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    void kills(Process process) {
        victim = process;
    }

    Path kubeconfig(Path folder, String ofUpstream) throws IOException {
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Files.writeString(
                folder.resolve("kubeconfig-" + server.getAddress().getPort()),
                ofUpstream.replace(upstream, url));
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var write =
                    isWrite(exchange, new String(body, java.nio.charset.StandardCharsets.UTF_8));
            if (write && killed(Arrow.WRITE_SEEN)) {
                return;
            }
            var answer =
                    client.send(request(exchange, body), HttpResponse.BodyHandlers.ofByteArray());
            if (write && killed(Arrow.WRITE_ANSWERED)) {
                return;
            }
            answer.headers()
                    .map()
                    .forEach((name, values) -> {
                        if (!NOT_PASSED_ON.contains(name)) {
                            exchange.getResponseHeaders().put(name, values);
                        }
                    });
            exchange.sendResponseHeaders(
                    answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    static boolean isWrite(String method, String path) {
        return !method.equals("GET") && !path.contains("reviews") && !path.contains("dryRun=All");
    }

    private static boolean isWrite(HttpExchange exchange, String body) {
        return isWrite(exchange.getRequestMethod(), exchange.getRequestURI().toString())
                && !body.contains("\"dryRun\"");
    }

    private boolean killed(Arrow arrow) {
        if (victim == null || !trap.springs(arrow)) {
            return false;
        }
        victim.destroyForcibly();
        return true;
    }

    private HttpRequest request(HttpExchange exchange, byte[] body) {
        var request =
                HttpRequest.newBuilder(URI.create(upstream + exchange.getRequestURI()))
                        .method(
                                exchange.getRequestMethod(),
                                body.length == 0
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders()
                .forEach((name, values) -> {
                    if (!NOT_PASSED_ON.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                        values.forEach(value -> request.header(name, value));
                    }
                });
        return request.build();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
