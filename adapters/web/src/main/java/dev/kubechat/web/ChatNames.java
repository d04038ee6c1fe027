package dev.kubechat.web;

import dev.kubechat.chat.ChatThread;
import dev.kubechat.chat.Completions;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Names for the list below the message box, of what the signed-in person may see. */
@RestController
final class ChatNames {

    private final WebChannels channels;
    private final Transcript transcript;
    private final ObjectProvider<Completions> completions;

    ChatNames(
            WebChannels channels, Transcript transcript, ObjectProvider<Completions> completions) {
        this.channels = channels;
        this.transcript = transcript;
        this.completions = completions;
    }

    /** Without a thread what a new one would be about. */
    @GetMapping("/chat/{channel}/names")
    List<String> names(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String channel,
            @RequestParam(required = false) UUID thread,
            @RequestParam String begun) {
        var known =
                channels.find(channel).isPresent()
                        && (thread == null
                                || transcript.thread(channel, thread, me.account()).isPresent());
        if (!known) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var where =
                thread == null ? null : new ChatThread(WebPlatform.ID, channel, thread.toString());
        return completions
                .getIfAvailable(() -> (_, _, _) -> List.of())
                .names(me.person(), where, begun);
    }
}
