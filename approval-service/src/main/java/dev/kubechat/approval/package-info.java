/**
 * Requests for approval, the votes on them and the policies they are counted by. Knows nothing of chat, of kubectl or of
 * the rest of KubeChat: what is asked for comes in as a digest and a sentence.
 */
@NullMarked
package dev.kubechat.approval;

import org.jspecify.annotations.NullMarked;
