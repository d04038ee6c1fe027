/**
 * Programs in containers over the API's WebSocket protocol, and what is read out of what they write. Knows no commands, no rights
 * and no door; a client and an address come in.
 */
@NullMarked
package dev.kubechat.execute.pod;

import org.jspecify.annotations.NullMarked;
