/** Kubernetes objects as JSON, the types the stage set serves, selectors over them, and errors as the API server words them. */
@NullMarked
package dev.kubechat.sandbox.cluster.object;

import org.jspecify.annotations.NullMarked;
