/**
 * From a KubectlCommand and what is known about its target to a Verdict, a level with its reasons.
 * Touches no cluster, no chat and no clock; what it can not judge is never safe.
 */
@NullMarked
package dev.kubechat.risk;

import org.jspecify.annotations.NullMarked;
