/**
 * From a KubectlCommand to steps and from steps to an Outcome. Only what was parsed, judged and let through the gate comes in. Here
 * the parts are put together; what they are is told in the packages below.
 */
@NullMarked
package dev.kubechat.execute;

import org.jspecify.annotations.NullMarked;
