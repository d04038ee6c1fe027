/**
 * The admin pages, rendered on the server: mapping, policies, approvals, incidents, audit, health.
 * Shows the records of the core; rules live there, not here.
 */
@NullMarked
package dev.kubechat.admin;

import org.jspecify.annotations.NullMarked;
