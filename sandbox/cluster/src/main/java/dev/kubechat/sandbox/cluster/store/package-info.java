/** The cluster's objects in memory with their revisions and watches, and the file that keeps them between starts. */
@NullMarked
package dev.kubechat.sandbox.cluster.store;

import org.jspecify.annotations.NullMarked;
