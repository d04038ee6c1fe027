/**
 * A Kubernetes API server in process, a stage set for the sandbox and for tests.
 * Depends on nothing of KubeChat; what it does not do, it refuses in a sentence.
 */
@NullMarked
package dev.kubechat.sandbox.cluster;

import org.jspecify.annotations.NullMarked;
