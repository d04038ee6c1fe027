/** What stands on the stage when the curtain rises: the YAML files of this module, made a few days old. */
@NullMarked
package dev.kubechat.sandbox.cluster.scenery;

import org.jspecify.annotations.NullMarked;
