package dev.kubechat.web;

import java.util.List;
import java.util.UUID;

/** A thread as one person sees it: what opened it, and what followed. */
record Conversation(UUID id, List<Entry> entries) {

    Conversation {
        entries = List.copyOf(entries);
    }
}
