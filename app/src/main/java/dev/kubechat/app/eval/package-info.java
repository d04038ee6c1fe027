/**
 * {@code eval}: how often planner and rules are right on labelled lines. Only measures: nothing in here decides what KubeChat does.
 */
@NullMarked
package dev.kubechat.app.eval;

import org.jspecify.annotations.NullMarked;
