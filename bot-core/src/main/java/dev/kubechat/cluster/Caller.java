package dev.kubechat.cluster;

import dev.kubechat.identity.KubernetesIdentity;

/** For whom, where and for which ask a cluster is called. The door opens for a person only with all three (P3). */
public record Caller(ClusterId cluster, KubernetesIdentity who, RequestId request) {}
