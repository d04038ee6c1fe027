/** What the inventory of names takes of memory; stands in the inventory's package to measure what it keeps. */
@NullMarked
package dev.kubechat.cluster;

import org.jspecify.annotations.NullMarked;
