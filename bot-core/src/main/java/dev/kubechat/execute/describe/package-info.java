/**
 * What {@code kubectl describe} says of an object, kind by kind, byte for byte as kubectl 1.36 does.
 * Objects come in as the API's JSON through a {@link dev.kubechat.execute.describe.Window}; credentials are masked before a line is
 * written.
 */
@NullMarked
package dev.kubechat.execute.describe;

import org.jspecify.annotations.NullMarked;
