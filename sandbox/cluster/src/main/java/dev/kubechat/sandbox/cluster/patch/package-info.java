/** The three ways to change an object by a patch: JSON Patch, JSON Merge Patch and Kubernetes' strategic merge. */
@NullMarked
package dev.kubechat.sandbox.cluster.patch;

import org.jspecify.annotations.NullMarked;
