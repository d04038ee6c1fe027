/**
 * From a KubectlCommand to steps and from steps to an Outcome, one class a verb family.
 * Only what was parsed, judged and let through the gate comes in; no write is sent twice.
 */
@NullMarked
package dev.kubechat.execute;

import org.jspecify.annotations.NullMarked;
