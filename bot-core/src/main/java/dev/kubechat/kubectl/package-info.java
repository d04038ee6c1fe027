/**
 * From a command line to a typed KubectlCommand with one canonical form, by kubectl's own grammar.
 * Plain Java: touches no cluster, no chat, no clock, no Spring.
 */
@NullMarked
package dev.kubechat.kubectl;

import org.jspecify.annotations.NullMarked;
