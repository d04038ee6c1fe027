package dev.kubechat.execute.pod;

import dev.kubechat.cluster.ClusterBusy;
import dev.kubechat.cluster.DoorShut;
import dev.kubechat.cluster.UpgradeRefused;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.WebSocket;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One program in one container, begun once and followed to its end or the end of patience. Its input is closed. Of each message the
 * first byte says which output it belongs to.
 *
 * @see <a href="https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.36/#create-connect-post-exec-pod-v1-core">exec</a>
 */
public final class PodProgram {

    // version 5 only adds how an input is closed, and older servers do not know it
    private static final String PROTOCOL = "v4.channel.k8s.io";
    private static final int OUT = 1;
    private static final int ERRORS = 2;
    private static final int END = 3;
    private static final int LONGEST_END = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Written out = new Written();
    private final Written errors = new Written();
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final CompletableFuture<ProgramEnd> end = new CompletableFuture<>();

    private final AtomicBoolean closed = new AtomicBoolean();

    private PodProgram() {}

    /** A program that was tried, and how it ended. */
    public record Ran(ProgramEnd end, Written out, Written errors) {}

    /**
     * @param answer longest wait for the server's yes or no, more than zero
     * @param patience longest wait for its end, more than zero
     * @return the door's refusals and broken connections too; nothing is tried a second time
     */
    public static Ran run(HttpClient http, URI address, Duration answer, Duration patience) {
        var program = new PodProgram();
        return new Ran(program.to(http, address, answer, patience), program.out, program.errors);
    }

    private ProgramEnd to(HttpClient http, URI address, Duration answer, Duration patience) {
        CompletableFuture<WebSocket> opening;
        try {
            opening =
                    http.newWebSocketBuilder()
                            .uri(address)
                            .subprotocol(PROTOCOL)
                            .buildAsync(new Ears());
        } catch (ClusterBusy | DoorShut shut) {
            return new ProgramEnd.Unopened(shut);
        }
        var _ =
                opening.copy()
                        .orTimeout(answer.toMillis(), TimeUnit.MILLISECONDS)
                        .whenComplete((_, failed) -> {
                            if (failed != null) {
                                end.complete(unopened(failed));
                            }
                        });
        try {
            return end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return new ProgramEnd.Overtime();
        } catch (ExecutionException impossible) {
            return new ProgramEnd.Lost();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new ProgramEnd.Lost();
        } finally {
            var _ = opening.thenAccept(this::close);
        }
    }

    private void close(WebSocket socket) {
        if (!closed.get()) {
            socket.sendClose(1000, "done");
        }
    }

    private static ProgramEnd unopened(Throwable failed) {
        return UpgradeRefused.of(failed)
                .<ProgramEnd>map(answer -> new ProgramEnd.Refused(answer.code(), answer.body()))
                .orElseGet(() -> new ProgramEnd.Unopened(failed));
    }

    private void take(ByteBuffer message) {
        if (!message.hasRemaining()) {
            return;
        }
        switch (message.get()) {
            case OUT -> out.add(message);
            case ERRORS -> errors.add(message);
            case END -> ended(message);
            default -> {
                // no other channel is for us
            }
        }
    }

    private void ended(ByteBuffer message) {
        var some = new byte[Math.min(message.remaining(), LONGEST_END - told.size())];
        message.get(some);
        told.writeBytes(some);
        if (told.size() > 0) {
            try {
                var status = JSON.readTree(told.toByteArray());
                end.complete(of(status));
            } catch (JacksonException notWholeYet) {
                // the rest comes with the next message
            }
        }
    }

    private static ProgramEnd of(JsonNode status) {
        if (status.path("status").asString("").equals("Success")) {
            return new ProgramEnd.Exited(0);
        }
        return status.path("details")
                .path("causes")
                .valueStream()
                .filter(cause -> cause.path("reason").asString("").equals("ExitCode"))
                .map(cause -> cause.path("message").asString(""))
                .filter(code -> code.matches("[0-9]{1,3}"))
                .<ProgramEnd>map(code -> new ProgramEnd.Exited(Integer.parseInt(code)))
                .findFirst()
                .orElseGet(() -> new ProgramEnd.Broken(status.path("message").asString("")));
    }

    private final class Ears implements WebSocket.Listener {

        @Override
        public void onOpen(WebSocket socket) {
            socket.request();
        }

        @Override
        public void onMessage(WebSocket socket, ByteBuffer bytes) {
            take(bytes);
            socket.request();
        }

        @Override
        public void onClose(WebSocket socket, int code, String reason) {
            closed.set(true);
            end.complete(new ProgramEnd.Lost());
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            end.complete(new ProgramEnd.Lost());
        }
    }
}
