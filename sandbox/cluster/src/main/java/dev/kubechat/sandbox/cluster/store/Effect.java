package dev.kubechat.sandbox.cluster.store;

/** Whether a write that passes all checks is kept or only answered. */
public enum Effect {
    KEPT,
    DRY_RUN
}
