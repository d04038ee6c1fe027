package dev.kubechat.web;

import dev.kubechat.web.ChatPages.News;
import dev.kubechat.work.Turn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The open windows of this replica. A turn reads which numbers of changes are new since the last one and tells the windows whose
 * account may see them; what was said they fetch themselves, with their own session.
 */
final class LiveWindows implements Turn {

    private final WebChannels channels;
    private final Transcript transcript;
    private final Map<String, Window> windows = new ConcurrentHashMap<>();
    private final Map<String, Long> seen = new HashMap<>();

    LiveWindows(WebChannels channels, Transcript transcript) {
        this.channels = channels;
        this.transcript = transcript;
    }

    /** From now on the window is told; what was before, it has to ask for. */
    synchronized void open(String id, String account, Consumer<News> tell) {
        if (windows.isEmpty()) {
            seen.putAll(channels.changes());
        }
        windows.put(id, new Window(account, tell));
    }

    void close(String id) {
        windows.remove(id);
    }

    /** There is never more to do at once. */
    @Override
    public synchronized boolean take() {
        if (windows.isEmpty()) {
            seen.clear();
            return false;
        }
        channels.changes().forEach(this::tell);
        return false;
    }

    private void tell(String channel, long change) {
        var before = Optional.ofNullable(seen.put(channel, change)).orElse(0L);
        if (before == change) {
            return;
        }
        var changed = transcript.changed(channel, before, change);
        windows.values()
                .forEach(window -> {
                    var news =
                            changed.stream()
                                    .filter(what -> what.isFor(window.account()))
                                    .map(Transcript.Changed::thread)
                                    .distinct()
                                    .toList();
                    window.tell(channel, change, news);
                });
    }

    private record Window(String account, Consumer<News> listener) {

        void tell(String channel, long change, List<java.util.UUID> threads) {
            if (!threads.isEmpty()) {
                listener.accept(new News(channel, change, threads));
            }
        }
    }
}
