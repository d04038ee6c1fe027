/** Objects as the rows a person reads: the columns of {@code catalog.json}, the cells as the API server prints them. */
@NullMarked
package dev.kubechat.sandbox.cluster.table;

import org.jspecify.annotations.NullMarked;
