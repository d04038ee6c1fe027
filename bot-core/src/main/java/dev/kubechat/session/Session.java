package dev.kubechat.session;

import dev.kubechat.cluster.ClusterId;
import dev.kubechat.kubectl.Namespace;

/** What a thread is about: words that name no cluster or namespace mean these. */
public record Session(ClusterId cluster, Namespace namespace) {}
