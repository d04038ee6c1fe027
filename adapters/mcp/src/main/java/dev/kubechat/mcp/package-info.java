/**
 * The door for AI assistants, by the Model Context Protocol, each in the name of the person who owns it.
 * Turns tool calls into core types and back; an assistant decides no approval.
 */
@NullMarked
package dev.kubechat.mcp;

import org.jspecify.annotations.NullMarked;
