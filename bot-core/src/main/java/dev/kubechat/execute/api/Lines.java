package dev.kubechat.execute.api;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An answer that goes on, line by line, until the server ends it or nobody wants more. */
public final class Lines implements AutoCloseable {

    private static final int LONGEST = 16 * 1024 * 1024;
    private static final String OVER = "";

    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final CompletableFuture<HttpResponse<AsyncBody>> answer;
    private int bytes;
    private boolean over;

    private Lines(HttpClient client, HttpRequest request) {
        answer = client.consumeBytes(request, this::take);
    }

    /**
     * @param patience longest wait until the answer begins
     * @throws ExecutionException if there was none
     * @throws TimeoutException if it did not begin in time
     */
    static Lines open(HttpClient client, HttpRequest request, Duration patience)
            throws ExecutionException, TimeoutException, InterruptedException {
        var lines = new Lines(client, request);
        try {
            var body = lines.answer.get(patience.toMillis(), TimeUnit.MILLISECONDS).body();
            var _ = body.done().whenComplete((_, _) -> lines.end());
            body.consume();
            return lines;
        } catch (ExecutionException | TimeoutException | InterruptedException none) {
            lines.answer.cancel(true);
            throw none;
        }
    }

    public int code() {
        return answer.join().code();
    }

    private synchronized void take(List<ByteBuffer> buffers, AsyncBody body) {
        for (var buffer : buffers) {
            while (buffer.hasRemaining()) {
                add(buffer.get());
            }
        }
        if (bytes > LONGEST) {
            body.cancel();
            end();
        } else {
            body.consume();
        }
    }

    private void add(byte next) {
        line.write(next);
        bytes++;
        if (next == '\n') {
            lines.add(line.toString(StandardCharsets.UTF_8));
            line.reset();
        }
    }

    private synchronized void end() {
        if (line.size() > 0) {
            lines.add(line.toString(StandardCharsets.UTF_8));
            line.reset();
        }
        lines.add(OVER);
    }

    /** The next line with its break; empty when there is none any more, or none in that time. */
    public Optional<String> next(Duration patience) {
        if (over) {
            return Optional.empty();
        }
        try {
            var found = lines.poll(Math.max(0, patience.toNanos()), TimeUnit.NANOSECONDS);
            over = OVER.equals(found);
            return over ? Optional.empty() : Optional.ofNullable(found);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            over = true;
            return Optional.empty();
        }
    }

    /** Whether the server has ended it and all lines were taken. */
    public boolean isOver() {
        return over;
    }

    @Override
    public void close() {
        var _ = answer.thenAccept(response -> response.body().cancel());
    }
}
