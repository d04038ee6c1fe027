/**
 * What is said and shown: messages, people, threads, cards, the port to a chat platform and the posts that it is to show.
 * No platform is named here, and only the post worker calls the port.
 */
@NullMarked
package dev.kubechat.chat;

import org.jspecify.annotations.NullMarked;
