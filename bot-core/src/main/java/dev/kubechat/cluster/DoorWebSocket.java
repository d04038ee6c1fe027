package dev.kubechat.cluster;

import io.fabric8.kubernetes.client.http.WebSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A WebSocket that is begun through a door: its opening is one call, with a turn and an end; what is said over it later is none. */
final class DoorWebSocket implements WebSocket.Builder {

    private static final int GOING_AWAY = 1001;

    private final WebSocket.Builder inner;
    private final Turnstile turnstile;
    private final Duration patience;

    /** @param patience longest wait for the server's yes or no, more than zero */
    DoorWebSocket(WebSocket.Builder inner, Turnstile turnstile, Duration patience) {
        this.inner = inner;
        this.turnstile = turnstile;
        this.patience = patience;
    }

    /** @throws ClusterBusy if its turn did not come or the cluster is left alone; nothing was sent */
    @Override
    public CompletableFuture<WebSocket> buildAsync(WebSocket.Listener listener) {
        return turnstile.pass(() -> bounded(inner.buildAsync(listener)));
    }

    // nothing else ends the wait for a server that takes the connection and then says nothing
    private CompletableFuture<WebSocket> bounded(CompletableFuture<WebSocket> opening) {
        return opening.copy()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((_, failed) -> {
                    if (failed != null) {
                        // one that opens later than anybody waits for
                        var _ = opening.thenAccept(late -> late.sendClose(GOING_AWAY, "too late"));
                    }
                });
    }

    @Override
    public WebSocket.Builder subprotocol(String protocol) {
        inner.subprotocol(protocol);
        return this;
    }

    @Override
    public WebSocket.Builder header(String name, String value) {
        inner.header(name, value);
        return this;
    }

    @Override
    public WebSocket.Builder setHeader(String name, String value) {
        inner.setHeader(name, value);
        return this;
    }

    @Override
    public WebSocket.Builder uri(URI uri) {
        inner.uri(uri);
        return this;
    }

    @Override
    public WebSocket.Builder connectTimeout(long timeout, TimeUnit unit) {
        inner.connectTimeout(timeout, unit);
        return this;
    }
}
