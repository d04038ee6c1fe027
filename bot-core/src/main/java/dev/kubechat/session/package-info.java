/**
 * A thread's memory: its cluster and namespace, the last results, who takes part.
 * What is kept here expires and bears the identity that it was read as.
 */
@NullMarked
package dev.kubechat.session;

import org.jspecify.annotations.NullMarked;
