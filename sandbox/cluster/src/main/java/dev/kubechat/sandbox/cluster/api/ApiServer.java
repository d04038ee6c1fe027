package dev.kubechat.sandbox.cluster.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kubechat.sandbox.cluster.access.Caller;
import dev.kubechat.sandbox.cluster.access.Impersonation;
import dev.kubechat.sandbox.cluster.access.Tokens;
import dev.kubechat.sandbox.cluster.object.Catalog;
import dev.kubechat.sandbox.cluster.object.StatusError;
import dev.kubechat.sandbox.cluster.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The HTTP door: reads a request, finds out who asks and whether they may, has it answered, and remembers it. */
public final class ApiServer {
    static final int LARGEST_BODY = 3 * 1024 * 1024;
    private static final System.Logger LOG = System.getLogger(ApiServer.class.getName());

    static {
        // Without it each small answer waits 40 ms for the client's acknowledgement; read once,
        // when the first server is made.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Tokens tokens;
    private final InstantSource clock;
    private final RequestLog log;
    private final Dispatch dispatch;
    private final Impersonation impersonation;
    private final HttpServer server;
    private final UpgradeDoor door;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Closing closing = new Closing(threads);
    private volatile boolean open = true;

    /** The address to listen on; port 0 is any that is free. With a certificate it speaks TLS. */
    public record Door(int port, Optional<Certificate> certificate) {}

    private static HttpServer behindTheDoor() {
        try {
            return HttpServer.create(
                    new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("The in-process cluster has no port to listen on", e);
        }
    }

    public ApiServer(
            Catalog catalog,
            ObjectStore store,
            Tokens tokens,
            RequestLog log,
            InstantSource clock,
            Door door) {
        this.tokens = tokens;
        this.clock = clock;
        this.log = log;
        this.dispatch = new Dispatch(catalog, store, tokens, clock, () -> open);
        this.impersonation = new Impersonation(dispatch.rbac());
        this.server = behindTheDoor();
        server.createContext("/", this::handle);
        server.setExecutor(closing);
        server.start();
        this.door = new UpgradeDoor(door.port(), door.certificate(), server.getAddress().getPort());
    }

    public int port() {
        return door.port();
    }

    /** Ends all connections; whoever asks from now on is refused the connection. */
    public void stop() {
        door.close();
        closing.close(server);
        open = false; // only now, so that what is being told is cut off and does not end in order
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var seen = new Seen(exchange);
        try (exchange) {
            try {
                send(exchange, answer(exchange, seen), seen);
            } catch (StatusError e) {
                send(exchange, refusal(e), seen);
            } catch (IOException gone) {
                LOG.log(System.Logger.Level.DEBUG, "the client or the server went away", gone);
            } catch (RuntimeException bug) {
                LOG.log(System.Logger.Level.ERROR, "a request could not be answered", bug);
                send(
                        exchange,
                        refusal(
                                StatusError.internal(
                                        "the in-process cluster could not answer this request")),
                        seen);
            }
        }
    }

    private Reply answer(HttpExchange exchange, Seen seen) throws IOException {
        var headers = headers(exchange);
        var sender =
                tokens.authenticate(headers.getOrDefault("authorization", List.of("")).getFirst());
        seen.by(sender, sender);
        var wanted = Impersonation.wanted(headers);
        var body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw StatusError.tooLarge(LARGEST_BODY);
        }
        var call =
                Call.of(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        headers,
                        text(headers, body));
        var target = Target.of(call);
        var caller = sender;
        if (wanted.isPresent()) {
            caller = impersonation.become(sender, wanted.get(), target.action());
            seen.by(sender, caller);
        }
        dispatch.rbac().check(caller, target.action());
        return dispatch.answer(target, caller, call);
    }

    /** The body as JSON text; its media type in {@code headers} becomes that. */
    private static String text(Map<String, List<String>> headers, byte[] body) {
        var type = headers.getOrDefault("content-type", List.of("")).getFirst();
        if (!type.startsWith(Protobuf.MEDIA_TYPE) || body.length == 0) {
            return new String(body, StandardCharsets.UTF_8);
        }
        headers.put("content-type", List.of("application/json"));
        return Protobuf.toJson(body).toString();
    }

    private static Reply.Whole refusal(StatusError error) {
        return Reply.json(error.code(), error.status());
    }

    private void send(HttpExchange exchange, Reply reply, Seen seen) throws IOException {
        seen.answered(reply.code());
        try {
            switch (reply) {
                case Reply.Whole whole -> sendWhole(exchange, whole);
                case Reply.Frames frames -> {
                    exchange.getResponseHeaders().set("Content-Type", Reply.Frames.MEDIA_TYPE);
                    exchange.sendResponseHeaders(200, frames.bytes().length);
                    exchange.getResponseBody().write(frames.bytes());
                }
                case Reply.Stream stream -> {
                    exchange.getResponseHeaders().set("Content-Type", stream.contentType());
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().flush();
                    stream.lines().writeTo(exchange.getResponseBody());
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sendWhole(HttpExchange exchange, Reply.Whole reply) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", reply.contentType());
        headers.set("Cache-Control", "no-cache, private");
        if (!reply.warning().isEmpty()) {
            headers.set("Warning", "299 - \"%s\"".formatted(reply.warning()));
        }
        var body = reply.body().getBytes(StandardCharsets.UTF_8);
        boolean bodiless = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(reply.code(), bodiless ? -1 : body.length);
        if (!bodiless) {
            exchange.getResponseBody().write(body);
        }
    }

    private static Map<String, List<String>> headers(HttpExchange exchange) {
        var headers = new HashMap<String, List<String>>();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return headers;
    }

    /** What becomes known of a request while it is answered. */
    private final class Seen {
        private final HttpExchange exchange;
        private String sender = "";
        private Caller caller = new Caller("", "", List.of(), Map.of());
        private boolean told;

        Seen(HttpExchange exchange) {
            this.exchange = exchange;
        }

        void by(Caller token, Caller effective) {
            sender = token.name();
            caller = effective;
        }

        void answered(int status) {
            if (!told) {
                told = true;
                log.add(
                        new SeenRequest(
                                clock.instant(),
                                exchange.getRequestMethod(),
                                exchange.getRequestURI().toString(),
                                sender,
                                caller.name(),
                                caller.groups(),
                                caller.extra(),
                                status));
            }
        }
    }
}
