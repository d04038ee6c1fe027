package dev.kubechat.work;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Has a worker work for as long as the application runs: it starts after everything else and stops before. */
public final class Shift implements SmartLifecycle {

    private final Supplier<Worker> hire;
    private @Nullable Worker worker;

    public Shift(Supplier<Worker> hire) {
        this.hire = hire;
    }

    @Override
    public synchronized void start() {
        if (worker == null) {
            worker = hire.get();
        }
    }

    @Override
    public synchronized void stop() {
        if (worker != null) {
            worker.close();
            worker = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return worker != null;
    }
}
