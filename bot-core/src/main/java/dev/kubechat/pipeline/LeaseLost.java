package dev.kubechat.pipeline;

/** Another replica took the work over while this one was slow; what this one found out is dropped, nothing of it was written. */
final class LeaseLost extends RuntimeException {

    LeaseLost(String work) {
        super("the lease of %s went to another replica".formatted(work));
    }
}
