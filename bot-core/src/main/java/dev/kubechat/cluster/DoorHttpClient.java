package dev.kubechat.cluster;

import io.fabric8.kubernetes.client.RequestConfig;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A view of a cluster's one HTTP client: closing it closes nothing, and nobody gets behind the doorkeeper with it. */
final class DoorHttpClient implements HttpClient {

    private final HttpClient shared;
    private final Turnstile turnstile;
    private final Duration patience;

    /** @param patience longest wait for the opening of a WebSocket; requests bring their own */
    DoorHttpClient(HttpClient shared, Turnstile turnstile, Duration patience) {
        this.shared = shared;
        this.turnstile = turnstile;
        this.patience = patience;
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, Class<T> type) {
        return turnstile.pass(() -> shared.sendAsync(request, type));
    }

    @Override
    public CompletableFuture<HttpResponse<AsyncBody>> consumeBytes(
            HttpRequest request, AsyncBody.Consumer<List<ByteBuffer>> consumer) {
        return turnstile.pass(() -> shared.consumeBytes(request, consumer));
    }

    @Override
    public WebSocket.Builder newWebSocketBuilder() {
        return new DoorWebSocket(shared.newWebSocketBuilder(), turnstile, patience);
    }

    @Override
    public HttpRequest.Builder newHttpRequestBuilder() {
        return shared.newHttpRequestBuilder();
    }

    @Override
    public DerivedClientBuilder newBuilder() {
        return new Derived(shared.newBuilder());
    }

    @Override
    public boolean isClosed() {
        return shared.isClosed();
    }

    @Override
    public void close() {
        // the door closes what it opened
    }

    private final class Derived implements DerivedClientBuilder {

        private final DerivedClientBuilder inner;

        Derived(DerivedClientBuilder inner) {
            this.inner = inner;
        }

        @Override
        public HttpClient build() {
            return new DoorHttpClient(inner.build(), turnstile, patience);
        }

        @Override
        public DerivedClientBuilder addOrReplaceInterceptor(String name, Interceptor interceptor) {
            throw new DoorShut("No interceptor comes behind the doorkeeper.");
        }

        @Override
        public DerivedClientBuilder authenticatorNone() {
            throw new DoorShut("A client keeps the credential it was made with.");
        }

        @Override
        public DerivedClientBuilder tag(Object tag) {
            if (!(tag instanceof RequestConfig)) {
                throw new DoorShut("A client keeps the caller it was made for.");
            }
            inner.tag(tag);
            return this;
        }
    }
}
