package dev.kubechat.execute.change;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;

/**
 * Stands before an API server, passes everything on and counts the writes: calls that change something, so neither reviews nor
 * dry runs. Told to, it breaks the connection of a write before the server sees it, or after, when the answer is due.
 */
public final class FaultProxy implements AutoCloseable {

    /** What happens to a write. */
    public enum Fault {
        NONE,
        DROP_BEFORE_THE_SERVER_SAW_IT,
        DROP_BEFORE_THE_ANSWER
    }

    private static final Set<String> HOP_BY_HOP =
            Set.of(
                    "connection",
                    "host",
                    "content-length",
                    "upgrade",
                    "transfer-encoding",
                    "expect",
                    "http2-settings");

    private final URI upstream;
    private final HttpServer server;
    private final HttpClient client;
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicInteger writesPassedOn = new AtomicInteger();
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(FaultProxy::nothing);
    private volatile Fault fault = Fault.NONE;

    /** @param upstream an API server without TLS, such as {@code http://127.0.0.1:8001} */
    public FaultProxy(String upstream) {
        this(upstream, HttpClient.newBuilder());
    }

    /** @param trusting whom the upstream's certificate is believed by */
    public FaultProxy(String upstream, SSLContext trusting) {
        this(upstream, HttpClient.newBuilder().sslContext(trusting));
    }

    private FaultProxy(String upstream, HttpClient.Builder towardsUpstream) {
        this.upstream = URI.create(upstream);
        client = towardsUpstream.version(HttpClient.Version.HTTP_1_1).build();
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
        server.createContext("/", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The kubeconfig with this proxy in the place of the server. */
    public String kubeconfig(String ofUpstream) {
        return ofUpstream.replace(upstream.toString(), url());
    }

    public void setFault(Fault next) {
        fault = next;
    }

    /** Holds every write from now on until {@code before} has run, and lets it through then. */
    public void holdWrites(Runnable before) {
        meanwhile.set(before);
    }

    /** Holds the next write until {@code before} has run, and lets it through then. */
    public void holdNextWrite(Runnable before) {
        meanwhile.set(() -> {
            meanwhile.set(FaultProxy::nothing);
            before.run();
        });
    }

    public void letWritesThrough() {
        meanwhile.set(FaultProxy::nothing);
    }

    /** How many writes came in, whatever became of them. */
    public int writes() {
        return writes.get();
    }

    /** How many writes the server saw. */
    public int writesPassedOn() {
        return writesPassedOn.get();
    }

    private static void nothing() {
        // what passes a write on at once
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            if (isWatchByWebSocket(exchange)) {
                // the client then watches by plain HTTP
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            if (!isWrite(exchange, body)) {
                answer(exchange, passOn(exchange, body));
                return;
            }
            writes.incrementAndGet();
            meanwhile.get().run();
            if (fault == Fault.DROP_BEFORE_THE_SERVER_SAW_IT) {
                return;
            }
            var response = passOn(exchange, body);
            writesPassedOn.incrementAndGet();
            if (fault != Fault.DROP_BEFORE_THE_ANSWER) {
                answer(exchange, response);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isWatchByWebSocket(HttpExchange exchange) {
        return exchange.getRequestURI().toString().contains("watch=true")
                && "websocket".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Upgrade"));
    }

    private static boolean isWrite(HttpExchange exchange, byte[] body) {
        var uri = exchange.getRequestURI().toString();
        return !exchange.getRequestMethod().equals("GET")
                && !uri.contains("dryRun=All")
                && !new String(body, StandardCharsets.UTF_8).contains("\"dryRun\"")
                && !uri.endsWith("reviews");
    }

    private HttpResponse<InputStream> passOn(HttpExchange exchange, byte[] body)
            throws IOException, InterruptedException {
        var uri = URI.create(upstream + exchange.getRequestURI().toString());
        var request =
                HttpRequest.newBuilder(uri)
                        .method(
                                exchange.getRequestMethod(),
                                body.length == 0
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders()
                .forEach((name, values) -> {
                    if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                        values.forEach(value -> request.header(name, value));
                    }
                });
        return client.send(request.build(), BodyHandlers.ofInputStream());
    }

    // piece by piece, as watches and logs never end
    private static void answer(HttpExchange exchange, HttpResponse<InputStream> response)
            throws IOException {
        response.headers()
                .map()
                .forEach((name, values) -> {
                    if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))
                            && !name.startsWith(":")) {
                        values.forEach(value -> exchange.getResponseHeaders().add(name, value));
                    }
                });
        exchange.sendResponseHeaders(response.statusCode(), 0);
        try (var in = response.body();
                var out = exchange.getResponseBody()) {
            var buffer = new byte[8192];
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                out.flush();
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.shutdownNow();
    }
}
