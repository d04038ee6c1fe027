package dev.kubechat.web;

import dev.kubechat.web.Composed.Draft;
import dev.kubechat.web.Composed.Refusal;
import dev.kubechat.web.Composed.Upload;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * What people do in the chat. Done is answered with 204 and the event {@code said} for the page; not done with one sentence of
 * plain text for the place below the form.
 */
@Controller
final class ChatActions {

    private static final Refusal TOO_FAST =
            new Refusal(
                    "Nothing was sent: that was a lot at once. Wait some seconds and send it"
                            + " again.");

    private final Incoming incoming;
    private final MessageRate rate;

    ChatActions(Incoming incoming, MessageRate rate) {
        this.incoming = incoming;
        this.rate = rate;
    }

    @PostMapping("/chat/{channel}/messages")
    ResponseEntity<String> say(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String channel,
            @RequestParam UUID once,
            @RequestParam String text,
            @RequestParam(required = false) List<MultipartFile> files)
            throws IOException {
        return compose(me, once, text, files, draft -> incoming.say(me, channel, draft));
    }

    @PostMapping("/chat/{channel}/threads/{thread}/messages")
    ResponseEntity<String> reply(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String channel,
            @PathVariable UUID thread,
            @RequestParam UUID once,
            @RequestParam String text,
            @RequestParam(required = false) List<MultipartFile> files)
            throws IOException {
        return compose(me, once, text, files, draft -> incoming.reply(me, channel, thread, draft));
    }

    @PostMapping("/chat/{channel}/clicks")
    ResponseEntity<String> press(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String channel,
            @RequestParam UUID post,
            @RequestParam String choice) {
        if (!rate.allows(me.account())) {
            return refused(HttpStatus.TOO_MANY_REQUESTS, TOO_FAST);
        }
        return answer(HttpStatus.CONFLICT, incoming.press(me, channel, post, choice));
    }

    private ResponseEntity<String> compose(
            SignedIn me,
            UUID once,
            String text,
            List<MultipartFile> files,
            Function<Draft, Optional<Refusal>> say)
            throws IOException {
        if (!rate.allows(me.account())) {
            return refused(HttpStatus.TOO_MANY_REQUESTS, TOO_FAST);
        }
        return switch (Composed.of(once, text, uploads(files))) {
            case Refusal refusal -> refused(HttpStatus.UNPROCESSABLE_CONTENT, refusal);
            case Draft draft -> answer(HttpStatus.CONFLICT, say.apply(draft));
        };
    }

    private static List<Upload> uploads(List<MultipartFile> files) throws IOException {
        var uploads = new ArrayList<Upload>();
        for (var file : Optional.ofNullable(files).orElse(List.of())) {
            var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
            if (!name.isEmpty()) { // a form without a chosen file sends one without a name
                uploads.add(
                        new Upload(
                                name.substring(Math.max(0, name.length() - 100)),
                                ByteBuffer.wrap(file.getBytes())));
            }
        }
        return uploads;
    }

    private static ResponseEntity<String> answer(HttpStatusCode ifNot, Optional<Refusal> refusal) {
        return refusal.map(why -> refused(ifNot, why))
                .orElseGet(() -> ResponseEntity.noContent().header("HX-Trigger", "said").build());
    }

    static ResponseEntity<String> refused(HttpStatusCode status, Refusal refusal) {
        return ResponseEntity.status(status)
                .contentType(MediaType.TEXT_PLAIN)
                .body(refusal.sentence());
    }
}
