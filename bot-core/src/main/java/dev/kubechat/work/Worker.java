package dev.kubechat.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes turns on virtual threads for as long as there is work, then listens for its bell. A turn that throws is told to the log
 * and the worker goes on after its patience: what it worked on is still a row.
 */
public final class Worker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final String name;
    private final Turn turn;
    private final Duration patience;
    private final Semaphore rung = new Semaphore(0);
    private final List<Thread> hands = new ArrayList<>();
    private final WakeUps.Registration registration;
    private volatile boolean closing;

    /**
     * Starts working at once.
     *
     * @param hands how many turns are taken side by side
     * @param patience longest time without looking for work, also the pause after a turn that threw
     */
    public Worker(
            String name,
            int hands,
            Duration patience,
            Turn turn,
            WakeUps wakeUps,
            WakeUps.Bell bell) {
        this.name = name;
        this.turn = turn;
        this.patience = patience;
        this.registration = wakeUps.listen(bell, () -> rung.release(hands));
        for (var i = 0; i < hands; i++) {
            this.hands.add(Thread.ofVirtual().name(name + "-" + i).start(this::work));
        }
    }

    private void work() {
        while (!closing) {
            if (!tookTurn()) {
                listen();
            }
        }
    }

    private boolean tookTurn() {
        try {
            return turn.take();
        } catch (RuntimeException broken) {
            if (!closing) {
                LOG.warn(
                        "{} could not take its turn and tries again in {}", name, patience, broken);
            }
            return false;
        }
    }

    private void listen() {
        try {
            if (rung.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                rung.drainPermits();
            }
        } catch (InterruptedException stopped) {
            closing = true;
        }
    }

    /** Lets the turns under way end, for at most ten seconds, and takes no more. */
    @Override
    public void close() {
        closing = true;
        registration.close();
        rung.release(hands.size());
        hands.forEach(this::join);
    }

    private void join(Thread hand) {
        try {
            if (!hand.join(Duration.ofSeconds(10))) {
                hand.interrupt();
                // what was waited for ends now, and is written down
                hand.join(Duration.ofSeconds(3));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
