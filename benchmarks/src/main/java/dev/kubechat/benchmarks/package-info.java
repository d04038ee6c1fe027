/**
 * Measurements of the core, run by hand with JMH.
 * Nothing depends on them and verify does not run them.
 */
@NullMarked
package dev.kubechat.benchmarks;

import org.jspecify.annotations.NullMarked;
