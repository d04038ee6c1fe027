/**
 * The web chat as a ChatPlatform: its page, its REST door and its live connection.
 * Turns them into core types and back; knows no other platform and not the admin pages.
 */
@NullMarked
package dev.kubechat.web;

import org.jspecify.annotations.NullMarked;
