package dev.kubechat.chat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An inbox that forgets at the end of the test. */
public final class MemoryInbox implements Inbox {

    private final List<Inbound> stored = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    @Override
    public synchronized Receipt accept(Inbound event) {
        if (!known.add(event.thread().platform() + " " + event.id())) {
            return Receipt.REDELIVERED;
        }
        stored.add(event);
        return Receipt.STORED;
    }

    public synchronized List<Inbound> stored() {
        return List.copyOf(stored);
    }

    /** The last message handed in. */
    public ChatMessage lastMessage() {
        return stored().reversed().stream()
                .filter(ChatMessage.class::isInstance)
                .map(ChatMessage.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no message was handed in"));
    }

    /** The last click handed in. */
    public ButtonClick lastClick() {
        return stored().reversed().stream()
                .filter(ButtonClick.class::isInstance)
                .map(ButtonClick.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no click was handed in"));
    }
}
