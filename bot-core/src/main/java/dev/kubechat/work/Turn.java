package dev.kubechat.work;

/** One piece of work of a kind: claimed, done and concluded, or left alone. */
public interface Turn {

    /** @return false when there was nothing to do */
    boolean take();
}
