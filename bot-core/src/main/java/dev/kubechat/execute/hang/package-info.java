/**
 * What hangs on a change, and who else sets what it sets, in sentences for the people who decide about it. Objects come in as the
 * API's JSON without credentials; around them is seen what the asker may see, through
 * {@link dev.kubechat.execute.hang.Surroundings}. What cannot be seen is left out.
 */
@NullMarked
package dev.kubechat.execute.hang;

import org.jspecify.annotations.NullMarked;
