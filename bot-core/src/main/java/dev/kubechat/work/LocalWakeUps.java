package dev.kubechat.work;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Bells that ring within this process. */
public final class LocalWakeUps implements WakeUps {

    private final Map<Bell, List<Runnable>> listeners = new ConcurrentHashMap<>();

    @Override
    public void ring(Bell bell) {
        afterCommit(() -> ringNow(bell));
    }

    @Override
    public Registration listen(Bell bell, Runnable listener) {
        var all = listeners.computeIfAbsent(bell, _ -> new CopyOnWriteArrayList<>());
        all.add(listener);
        return () -> all.remove(listener);
    }

    void ringNow(Bell bell) {
        listeners.getOrDefault(bell, List.of()).forEach(Runnable::run);
    }

    static void afterCommit(Runnable ringing) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            ringing.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        ringing.run();
                    }
                });
    }
}
