package dev.kubechat.chat;

import dev.kubechat.work.Shift;
import dev.kubechat.work.WakeUps;
import dev.kubechat.work.Worker;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The workers that make each platform show what its rows want, and look after its live cards. */
final class PostShifts implements SmartLifecycle {

    private final List<Shift> shifts;

    PostShifts(
            List<ChatPlatform> platforms, JdbcClient jdbc, WakeUps wakeUps, PostProperties posts) {
        var owner = ManagementFactory.getRuntimeMXBean().getName();
        this.shifts =
                platforms.stream()
                        .flatMap(platform ->
                                Stream.of(
                                        posting(
                                                platform,
                                                new PostWorker(
                                                        platform,
                                                        jdbc,
                                                        owner,
                                                        posts.lease(),
                                                        new Random()),
                                                wakeUps,
                                                posts),
                                        sweeping(
                                                platform,
                                                new PostSweep(platform, jdbc),
                                                wakeUps,
                                                posts)))
                        .toList();
    }

    private static Shift posting(
            ChatPlatform platform, PostWorker turn, WakeUps wakeUps, PostProperties posts) {
        return new Shift(() ->
                new Worker(
                        "posts-" + platform.id(),
                        posts.hands(),
                        posts.patience(),
                        turn,
                        wakeUps,
                        WakeUps.Bell.POSTS));
    }

    private static Shift sweeping(
            ChatPlatform platform, PostSweep turn, WakeUps wakeUps, PostProperties posts) {
        return new Shift(() ->
                new Worker(
                        "sweep-" + platform.id(),
                        1,
                        posts.sweep(),
                        turn,
                        wakeUps,
                        WakeUps.Bell.SWEEP));
    }

    @Override
    public void start() {
        shifts.forEach(Shift::start);
    }

    @Override
    public void stop() {
        shifts.forEach(Shift::stop);
    }

    @Override
    public boolean isRunning() {
        return shifts.stream().anyMatch(Shift::isRunning);
    }
}
