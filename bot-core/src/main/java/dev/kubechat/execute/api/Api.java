package dev.kubechat.execute.api;

import dev.kubechat.cluster.ClusterBusy;
import dev.kubechat.cluster.ClusterId;
import dev.kubechat.cluster.ClusterUnavailable;
import dev.kubechat.cluster.DoorShut;
import dev.kubechat.execute.pod.PodProgram;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** A cluster's API over the wire, as somebody: one call is one HTTP request, answered or not. */
public final class Api {

    public static final String JSON = "application/json";
    public static final String JSON_PATCH = "application/json-patch+json";
    public static final String TABLE =
            "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";

    private static final int LONGEST = 16 * 1024 * 1024;

    private final ClusterId cluster;
    private final HttpClient http;
    private final String server;
    private final int patience;

    public Api(ClusterId cluster, KubernetesClient client) {
        this(
                cluster,
                client.getHttpClient(),
                client.getMasterUrl().toString(),
                client.getConfiguration().getRequestTimeout());
    }

    /** @param patience longest wait for an answer, in milliseconds */
    public Api(ClusterId cluster, HttpClient http, String server, int patience) {
        this.cluster = cluster;
        this.http = http;
        this.server = server.replaceAll("/+$", "");
        this.patience = patience;
    }

    ClusterId cluster() {
        return cluster;
    }

    /** The object, list or status there. */
    public Reply get(ApiPath path) {
        return get(path, JSON);
    }

    /** @throws ClusterUnavailable if there was no answer, or one that says nothing about the question */
    public Reply get(ApiPath path, String accept) {
        return answered(send(request(path).header("Accept", accept)));
    }

    /** Like {@link #get}, but a server that is not well is an answer too, for what kubectl tells in the server's words. */
    public Reply any(ApiPath path) {
        return any(path, JSON);
    }

    /** @throws ClusterUnavailable if there was no answer, or KubeChat's credential is not accepted */
    public Reply any(ApiPath path, String accept) {
        var fate = send(request(path).header("Accept", accept));
        return fate instanceof Fate.Answered(Reply reply) && reply.code() >= 500
                ? reply
                : answered(fate);
    }

    /**
     * An answer that goes on; the caller looks at its code and closes it.
     *
     * @throws ClusterUnavailable if there was none
     */
    public Lines follow(ApiPath path, String accept, Patience patience) {
        var limit = Duration.ofMillis(this.patience);
        var asked =
                request(path)
                        .header("Accept", accept)
                        .timeout(patience.left().plus(limit).toMillis(), TimeUnit.MILLISECONDS);
        try {
            return Lines.open(http, asked.build(), limit);
        } catch (ClusterBusy | DoorShut shut) {
            throw unavailable(String.valueOf(shut.getMessage()), shut);
        } catch (ExecutionException broken) {
            throw unavailable(
                    "broke off before it answered.",
                    broken.getCause() == null ? broken : broken.getCause());
        } catch (TimeoutException late) {
            throw unavailable("did not answer within %d s.".formatted(limit.toSeconds()), late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unavailable("was not waited for, as KubeChat stopped.", stopped);
        }
    }

    public Reply post(ApiPath path, String body) {
        return answered(call("POST", path, JSON, body));
    }

    private Fate call(String method, ApiPath path, String contentType, String body) {
        return send(request(path).header("Accept", JSON).method(method, contentType, body));
    }

    /** The server's address, without a slash at the end. */
    public String server() {
        return server;
    }

    private HttpRequest.Builder request(ApiPath path) {
        return http.newHttpRequestBuilder()
                .uri(server + path.text())
                .timeout(patience, TimeUnit.MILLISECONDS);
    }

    public Fate call(Call call) {
        return call(call.method(), call.path(), call.contentType(), call.body());
    }

    /** @throws ClusterUnavailable if there was no answer, or one that says nothing about the question */
    public Reply answered(Fate fate) {
        return switch (fate) {
            case Fate.Answered(Reply reply) when reply.code() == 401 ->
                    throw unavailable(
                            "does not accept KubeChat's credential. Whoever runs KubeChat has to"
                                    + " renew it.",
                            null);
            case Fate.Answered(Reply reply) when reply.code() == 429 ->
                    throw unavailable("asks for patience. Try again in a moment.", null);
            case Fate.Answered(Reply reply)
                    when reply.code() >= 500 && !reply.isOfSilentWebhook() ->
                    throw unavailable("is not well: %s.".formatted(reply.message()), null);
            case Fate.Answered(Reply reply) -> reply;
            case Fate.NeverSent(String why) ->
                    throw new ClusterUnavailable(cluster, why, new IllegalStateException(why));
            case Fate.Silence(String why, Throwable cause) ->
                    throw new ClusterUnavailable(cluster, why, cause);
        };
    }

    private ClusterUnavailable unavailable(String what, @Nullable Throwable cause) {
        var sentence = "Cluster %s %s".formatted(cluster, what);
        return new ClusterUnavailable(
                cluster, sentence, cause == null ? new IllegalStateException(sentence) : cause);
    }

    private Fate send(HttpRequest.Builder request) {
        var body = new Body();
        CompletableFuture<HttpResponse<AsyncBody>> answer;
        try {
            answer = http.consumeBytes(request.build(), body::take);
        } catch (ClusterBusy | DoorShut shut) {
            return new Fate.NeverSent(String.valueOf(shut.getMessage()));
        }
        return await(answer, body);
    }

    private Fate await(CompletableFuture<HttpResponse<AsyncBody>> answer, Body body) {
        var whole =
                answer.thenCompose(response -> body.read(response.body()).thenApply(_ -> response));
        try {
            var response = whole.get(patience, TimeUnit.MILLISECONDS);
            return new Fate.Answered(
                    new Reply(
                            response.code(),
                            body.text(),
                            Warnings.of(response.headers("Warning"))));
        } catch (ExecutionException broken) {
            return fate(broken.getCause() == null ? broken : broken.getCause());
        } catch (TimeoutException late) {
            answer.cancel(true);
            return new Fate.Silence(unanswered(), late);
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Fate.Silence(
                    "KubeChat stopped before cluster %s answered.".formatted(cluster), stopped);
        }
    }

    private String unanswered() {
        return "Cluster %s did not answer within %d s.".formatted(cluster, patience / 1000);
    }

    /** Runs a program in a container, once, and waits for its end. */
    public PodProgram.Ran run(ApiPath path, Duration patience) {
        return PodProgram.run(
                http, URI.create(server + path.text()), Duration.ofMillis(this.patience), patience);
    }

    public Fate fate(Throwable cause) {
        if (cause instanceof ClusterBusy || causes(cause).anyMatch(DoorShut.class::isInstance)) {
            return new Fate.NeverSent(String.valueOf(cause.getMessage()));
        }
        if (causes(cause).anyMatch(SSLHandshakeException.class::isInstance)) {
            return new Fate.NeverSent(
                    "Cluster %s shows a certificate that KubeChat does not believe: it has another name, ran out, or is signed by somebody else. Whoever runs KubeChat looks at the kubeconfig's authority and at the server's certificate."
                            .formatted(cluster));
        }
        if (causes(cause).anyMatch(Api::isBeforeSending)) {
            return new Fate.NeverSent("Cluster %s cannot be reached.".formatted(cluster));
        }
        if (causes(cause).anyMatch(TimeoutException.class::isInstance)) {
            return new Fate.Silence(unanswered(), cause);
        }
        if (cause instanceof TooLarge) {
            return new Fate.Silence(
                    "Cluster %s answered more than 16 MiB. Ask for less, by name or with -l."
                            .formatted(cluster),
                    cause);
        }
        return new Fate.Silence(
                "Cluster %s broke off before it answered.".formatted(cluster), cause);
    }

    // all of these end the opening of a connection, when no byte of the request is out
    private static boolean isBeforeSending(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof NoRouteToHostException
                || cause instanceof UnknownHostException;
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).limit(10);
    }

    private static final class TooLarge extends RuntimeException {}

    private static final class Body {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CompletableFuture<Void> tooLarge = new CompletableFuture<>();

        void take(List<ByteBuffer> buffers, AsyncBody stream) {
            for (var buffer : buffers) {
                var some = new byte[buffer.remaining()];
                buffer.get(some);
                bytes.writeBytes(some);
            }
            if (bytes.size() > LONGEST) {
                tooLarge.completeExceptionally(new TooLarge());
                stream.cancel();
            } else {
                stream.consume();
            }
        }

        CompletableFuture<?> read(AsyncBody stream) {
            stream.consume();
            return CompletableFuture.anyOf(stream.done(), tooLarge);
        }

        String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
