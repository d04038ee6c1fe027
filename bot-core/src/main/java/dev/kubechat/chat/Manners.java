package dev.kubechat.chat;

import java.time.Duration;

/**
 * A platform's habits as facts, so that nobody has to ask for its name.
 *
 * @param longestText most characters of one post's text and output together; the worker puts the rest into a file
 * @param longestLine most characters of a line of output that people see without scrolling sideways; wider tables lose columns
 *     from the right, and come with a file that has them all
 * @param pauseBetweenPosts shortest time between two posts into one channel
 * @param privatePosts whether one account alone can be shown a post
 */
public record Manners(
        int longestText, int longestLine, Duration pauseBetweenPosts, boolean privatePosts) {}
