/** What programs would write that a container of the stage is told to run. Starts nothing. */
@NullMarked
package dev.kubechat.sandbox.cluster.program;

import org.jspecify.annotations.NullMarked;
