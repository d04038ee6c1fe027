package dev.kubechat.sandbox.cluster.api;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs the exchanges of a server, and stops it without leaving a connection behind. While the JDK's server closes the connections it
 * knows, its dispatcher may be accepting one more, which nobody then reads or closes: its client would wait forever. The dispatcher
 * hands each request to its executor; so it is here that it can be made to stop the server itself, while it accepts nothing.
 */
final class Closing implements Executor {
    private static final System.Logger LOG = System.getLogger(Closing.class.getName());
    private static final int LONGEST_SECONDS = 10;

    private final Executor exchanges;
    private final AtomicReference<Optional<HttpServer>> toStop =
            new AtomicReference<>(Optional.empty());
    private final CountDownLatch stopped = new CountDownLatch(1);

    Closing(Executor exchanges) {
        this.exchanges = exchanges;
    }

    @Override
    public void execute(Runnable exchange) {
        var server = toStop.get();
        if (server.isEmpty()) {
            exchanges.execute(exchange);
        } else {
            server.get().stop(0);
            stopped.countDown();
        }
    }

    /** Ends all connections; when it returns, nobody listens any more. */
    void close(HttpServer server) {
        toStop.set(Optional.of(server));
        try (var knock = new Socket()) {
            knock.connect(server.getAddress());
            knock.getOutputStream().write('\n');
            if (!stopped.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "the server's dispatcher does not answer");
            }
        } catch (IOException alreadyClosing) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "the server took no last connection",
                    alreadyClosing);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop(0); // waits for the dispatcher, which closes the door last
    }
}
