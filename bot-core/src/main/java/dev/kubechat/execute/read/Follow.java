package dev.kubechat.execute.read;

/** Takes what a command prints while it still runs. */
@FunctionalInterface
public interface Follow {

    /** @param text whole lines, without credentials (P9) */
    void printed(String text);
}
