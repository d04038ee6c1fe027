package dev.kubechat.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names of objects that somebody may be about to type, for platforms that have a message box of their own. */
@FunctionalInterface
public interface Completions {

    /**
     * @param thread the conversation it is typed in; null for a new one
     * @param begun the word as far as it is typed; anything at all
     * @return sorted, at most 20; none that the person may not list, nor any while a cluster does not answer
     */
    List<String> names(Person person, @Nullable ChatThread thread, String begun);
}
