/**
 * Commands that change: planned as steps of one object each, as the server's own dry run shows them, and performed step by step. No
 * write is sent twice.
 */
@NullMarked
package dev.kubechat.execute.change;

import org.jspecify.annotations.NullMarked;
