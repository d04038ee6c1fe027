package dev.kubechat.web;

import dev.kubechat.chat.Attachment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The chat as pages and as the pieces of them that change. */
@Controller
final class ChatPages {

    private final WebChannels channels;
    private final Transcript transcript;

    ChatPages(WebChannels channels, Transcript transcript) {
        this.channels = channels;
        this.transcript = transcript;
    }

    @GetMapping({"/", "/chat"})
    String first(Model model) {
        return channels.all().stream()
                .findFirst()
                .map(channel -> "redirect:/chat/" + channel.id())
                .orElse("web-chat/no-channel");
    }

    @GetMapping("/chat/{channel}")
    String channel(
            @AuthenticationPrincipal SignedIn me, @PathVariable String channel, Model model) {
        // Read before the threads: what changes in between is then told again, never missed.
        model.addAttribute("change", change(channel));
        model.addAttribute("channels", channels.all());
        model.addAttribute("threads", transcript.latest(channel, me.account()));
        return page("web-chat/chat", me, channel, model);
    }

    @GetMapping("/chat/{channel}/before/{thread}")
    String before(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String channel,
            @PathVariable UUID thread,
            Model model) {
        model.addAttribute("threads", transcript.before(channel, thread, me.account()));
        return page("web-chat/threads :: threads", me, channel, model);
    }

    @GetMapping("/chat/{channel}/threads/{thread}")
    String thread(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String channel,
            @PathVariable UUID thread,
            Model model) {
        model.addAttribute("thread", find(channel, thread, me));
        return page("web-chat/threads :: thread", me, channel, model);
    }

    @GetMapping("/chat/{channel}/threads/{thread}/entries")
    String entries(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String channel,
            @PathVariable UUID thread,
            Model model) {
        model.addAttribute("thread", find(channel, thread, me));
        return page("web-chat/threads :: entries", me, channel, model);
    }

    /** What a window has to look at again that has seen everything up to a number. */
    @GetMapping("/chat/{channel}/changes")
    @ResponseBody
    News news(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String channel,
            @RequestParam long after) {
        var change = change(channel);
        return new News(channel, change, transcript.changedThreads(channel, after, me.account()));
    }

    @GetMapping("/chat/{channel}/messages/{message}/files/{number}")
    ResponseEntity<byte[]> file(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String channel,
            @PathVariable UUID message,
            @PathVariable int number) {
        return transcript
                .file(channel, message, number, me.account())
                .map(ChatPages::download)
                .orElseThrow(ChatPages::notThere);
    }

    private static ResponseEntity<byte[]> download(Attachment file) {
        var disposition =
                ContentDisposition.attachment()
                        .filename(file.name(), StandardCharsets.UTF_8)
                        .build();
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(file.text().getBytes(StandardCharsets.UTF_8));
    }

    private String page(String view, SignedIn me, String channel, Model model) {
        model.addAttribute("me", me);
        model.addAttribute("channel", channels.find(channel).orElseThrow(ChatPages::notThere));
        model.addAttribute("words", Words.READER);
        return view;
    }

    private Conversation find(String channel, UUID thread, SignedIn me) {
        return transcript.thread(channel, thread, me.account()).orElseThrow(ChatPages::notThere);
    }

    private long change(String channel) {
        var change = channels.changes().get(channel);
        if (change == null) {
            throw notThere();
        }
        return change;
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** Threads of a channel to look at again, and the number of the last change they show. */
    record News(String channel, long change, List<UUID> threads) {
        News {
            threads = List.copyOf(threads);
        }
    }
}
