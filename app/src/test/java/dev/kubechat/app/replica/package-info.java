/** Proofs on whole processes: replicas that are killed at each arrow of the story. */
@NullMarked
package dev.kubechat.app.replica;

import org.jspecify.annotations.NullMarked;
