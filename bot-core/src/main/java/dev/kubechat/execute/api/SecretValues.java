package dev.kubechat.execute.api;

/** Whether a read may show the values of a Secret. */
public enum SecretValues {
    /** No; the names of its keys are shown, and {@code (hidden)} for each value. */
    HIDDEN,
    /** Only those of the one Secret that the command names and takes apart by key, as with {@code -o jsonpath='{.data.password}'}. */
    AS_NAMED
}
