/**
 * Mattermost as a ChatPlatform: the Mattermost client lives here and nowhere else.
 * Turns its events into core types and back; knows no other platform.
 */
@NullMarked
package dev.kubechat.mattermost;

import org.jspecify.annotations.NullMarked;
