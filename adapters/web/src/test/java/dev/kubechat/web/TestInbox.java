package dev.kubechat.web;

import dev.kubechat.chat.Inbound;
import dev.kubechat.chat.Inbox;
import dev.kubechat.chat.MemoryInbox;

/** Hands on to the inbox of the test that is running, or breaks as it says. */
final class TestInbox implements Inbox {

    private volatile Inbox current = new MemoryInbox();

    MemoryInbox fresh() {
        var fresh = new MemoryInbox();
        current = fresh;
        return fresh;
    }

    void breakWith(RuntimeException broken) {
        current =
                _ -> {
                    throw broken;
                };
    }

    @Override
    public Receipt accept(Inbound event) {
        return current.accept(event);
    }
}
