/**
 * The registry of clusters, the one door to them, what is in them and how they fare.
 * The Kubernetes client lives behind this door; a call for a person without impersonation is refused.
 */
@NullMarked
package dev.kubechat.cluster;

import org.jspecify.annotations.NullMarked;
