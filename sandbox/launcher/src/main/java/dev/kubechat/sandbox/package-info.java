/**
 * Starts a whole try-out world in one process tree, PostgreSQL, Redis, a cluster and people, and launches the app in it.
 * Never part of the production image; nothing may depend on it.
 */
@NullMarked
package dev.kubechat.sandbox;

import org.jspecify.annotations.NullMarked;
