/** What happens to an object between a client and the store: its shape is checked, defaults are filled in, its content is checked. */
@NullMarked
package dev.kubechat.sandbox.cluster.admission;

import org.jspecify.annotations.NullMarked;
