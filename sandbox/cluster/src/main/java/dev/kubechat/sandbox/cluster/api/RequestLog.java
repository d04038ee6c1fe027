package dev.kubechat.sandbox.cluster.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last requests in the order of their answers, like the audit log of a real server. */
public final class RequestLog {
    private static final int REMEMBERED = 10_000;

    private final Deque<SeenRequest> seen = new ArrayDeque<>();

    synchronized void add(SeenRequest request) {
        seen.addLast(request);
        if (seen.size() > REMEMBERED) {
            seen.removeFirst();
        }
    }

    public synchronized List<SeenRequest> requests() {
        return List.copyOf(seen);
    }
}
