/**
 * Starts PostgreSQL and Redis, from embedded binaries or from containers, one switch for all.
 * Depends on nothing of KubeChat.
 */
@NullMarked
package dev.kubechat.sandbox.backends;

import org.jspecify.annotations.NullMarked;
