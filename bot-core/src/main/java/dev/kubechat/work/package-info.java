/**
 * How replicas share work without stepping on each other: leases with epochs, bells that wake workers, and the workers
 * themselves. Rows say what there is to do; this package only says when to look. Knows none of the features.
 */
@NullMarked
package dev.kubechat.work;

import org.jspecify.annotations.NullMarked;
