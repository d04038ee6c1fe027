/**
 * The flows that tell the story of one message, from the inbox to the report, and the one error channel.
 * Sees every feature; no feature sees it.
 */
@NullMarked
package dev.kubechat.pipeline;

import org.jspecify.annotations.NullMarked;
