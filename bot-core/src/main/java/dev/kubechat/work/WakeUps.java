package dev.kubechat.work;

/**
 * Tells workers of all replicas that there may be something to do. Only a hint: a lost one costs at most a worker's own
 * patience, never a piece of work.
 */
public interface WakeUps {

    /** Rings now, or when the surrounding transaction has committed. Never throws; a bell that cannot be heard elsewhere still rings here. */
    void ring(Bell bell);

    /** Runs the listener at each ring until the registration is closed. The listener must not block. */
    Registration listen(Bell bell, Runnable listener);

    /** What there may be to do. */
    enum Bell {
        INBOX,
        EXECUTIONS,
        POSTS,
        SWEEP,
        CHAT
    }

    /** Ends the listening. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
