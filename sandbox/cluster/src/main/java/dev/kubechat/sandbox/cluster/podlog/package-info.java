/** What the containers of the stage set have to say: believable lines, the same for the same container at the same moment. */
@NullMarked
package dev.kubechat.sandbox.cluster.podlog;

import org.jspecify.annotations.NullMarked;
