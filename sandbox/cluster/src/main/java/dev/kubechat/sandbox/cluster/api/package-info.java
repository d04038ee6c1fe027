/** The API server: from an HTTP request to an answer of the Kubernetes API. Nothing else here speaks HTTP. */
@NullMarked
package dev.kubechat.sandbox.cluster.api;

import org.jspecify.annotations.NullMarked;
