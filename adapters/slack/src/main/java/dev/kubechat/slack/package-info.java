/**
 * Slack as a ChatPlatform: the Slack SDK lives here and nowhere else.
 * Turns its events into core types and back; knows no other platform.
 */
@NullMarked
package dev.kubechat.slack;

import org.jspecify.annotations.NullMarked;
