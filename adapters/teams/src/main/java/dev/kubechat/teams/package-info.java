/**
 * Microsoft Teams as a ChatPlatform: the Bot Framework SDK lives here and nowhere else.
 * Turns its activities into core types and back; knows no other platform.
 */
@NullMarked
package dev.kubechat.teams;

import org.jspecify.annotations.NullMarked;
