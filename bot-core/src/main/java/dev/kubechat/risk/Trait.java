package dev.kubechat.risk;

/** What a manifest, a patch or an override may hold that matters, wherever in it. */
enum Trait {
    /** A privileged container, or one that may gain privileges. */
    PRIVILEGED,
    HOST_PATH,
    HOST_NETWORK,
    HOST_PID,
    HOST_IPC,
    /** A container with added Linux capabilities. */
    CAPABILITIES,
    /** A container that runs as root. */
    ROOT,
    /** A binding to cluster-admin. */
    CLUSTER_ADMIN,
    /** A secret that the cluster fills with a service account's token. */
    TOKEN,
    /** No replica is wanted. */
    NO_REPLICAS,
    /** Finalizers are spoken of. */
    FINALIZERS,
    /** Finalizers are there and empty. */
    NO_FINALIZERS
}
