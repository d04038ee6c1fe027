package dev.kubechat.sandbox.backends;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What happens when this JVM ends, or is told to by SIGTERM or SIGINT: first the tasks given here, then every server that
 * still runs is stopped, in each case the youngest first. SIGKILL leaves servers running; the next start stops those.
 */
public final class AtExit {
    private static final Logger LOG = System.getLogger(AtExit.class.getName());
    private static final Deque<Runnable> EARLIER = new ArrayDeque<>();
    private static final Deque<Runnable> SERVERS = new ArrayDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(AtExit::run, "stop-backends"));
    }

    private AtExit() {}

    /** For what needs the servers in order to end well, such as an application that uses them. */
    public static void beforeServersStop(Runnable task) {
        synchronized (EARLIER) {
            EARLIER.push(task);
        }
    }

    static void stop(Runnable server) {
        synchronized (SERVERS) {
            SERVERS.push(server);
        }
    }

    private static void run() {
        taken(EARLIER).forEach(AtExit::attempt);
        taken(SERVERS).forEach(AtExit::attempt);
    }

    private static List<Runnable> taken(Deque<Runnable> tasks) {
        synchronized (tasks) {
            var all = List.copyOf(tasks);
            tasks.clear();
            return all;
        }
    }

    /** One that fails must not keep the others from being stopped. */
    private static void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "At exit: " + e.getMessage(), e);
        }
    }
}
