package dev.kubechat.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

final class Together {
    private static final int ROUNDS = Boolean.getBoolean("kubechat.thorough") ? 1000 : 50;

    private Together() {}

    /** Races are won by chance, so they are run again and again. */
    static void often(Round round) throws Exception {
        for (var number = 0; number < ROUNDS; number++) {
            round.run(number);
        }
    }

    static <T> List<T> run(Callable<T> one, Callable<T> other) throws Exception {
        return run(List.of(one, other));
    }

    /** Runs all of them in the same moment, each in a thread of its own, and waits for their results. */
    static <T> List<T> run(List<Callable<T>> tasks) throws Exception {
        var start = new CyclicBarrier(tasks.size());
        try (var threads = Executors.newFixedThreadPool(tasks.size())) {
            var running =
                    tasks.stream()
                            .map(task ->
                                    threads.submit(() -> {
                                        start.await();
                                        return task.call();
                                    }))
                            .toList();
            var results = new ArrayList<T>();
            for (var one : running) {
                results.add(one.get());
            }
            return results;
        }
    }

    interface Round {
        void run(int number) throws Exception;
    }
}
