/**
 * Who a person is in Kubernetes: accounts, links between them, groups and the rules that map them.
 * Decides nothing about risk or approval, and never yields a system: user or group.
 */
@NullMarked
package dev.kubechat.identity;

import org.jspecify.annotations.NullMarked;
