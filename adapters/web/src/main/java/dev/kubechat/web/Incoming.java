package dev.kubechat.web;

import dev.kubechat.chat.ButtonClick;
import dev.kubechat.chat.Card;
import dev.kubechat.chat.ChatMessage;
import dev.kubechat.chat.ChatThread;
import dev.kubechat.chat.Choice;
import dev.kubechat.chat.ContentJson;
import dev.kubechat.chat.EventId;
import dev.kubechat.chat.Inbox;
import dev.kubechat.chat.Message;
import dev.kubechat.web.Composed.Draft;
import dev.kubechat.web.Composed.Refusal;
import dev.kubechat.work.WakeUps;
import dev.kubechat.work.WakeUps.Bell;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What people say and press: shown in the channel and handed to the inbox in one transaction, before the browser is told. */
final class Incoming {

    static final Refusal NO_CHANNEL =
            new Refusal("Nothing was sent: there is no such channel. Choose one on the left.");
    static final Refusal NO_THREAD =
            new Refusal("Nothing was sent: this thread is not there. Write a new message instead.");
    static final Refusal NO_BUTTON =
            new Refusal(
                    "Nothing was sent: this button is not there any more. The card above is shown"
                            + " as it is now.");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Inbox inbox;
    private final WakeUps wakeUps;
    private final InstantSource clock;
    private final WebChannels channels;
    private final Transcript transcript;
    private final ContentJson json = new ContentJson();

    Incoming(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Inbox inbox,
            WakeUps wakeUps,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.inbox = inbox;
        this.wakeUps = wakeUps;
        this.clock = clock;
        this.channels = new WebChannels(jdbc);
        this.transcript = new Transcript(jdbc);
    }

    /** Opens a thread. The same draft again changes nothing. */
    Optional<Refusal> say(SignedIn me, String channel, Draft draft) {
        return said(me, channel, draft, Optional.empty());
    }

    /** Goes on in a thread. The same draft again changes nothing. */
    Optional<Refusal> reply(SignedIn me, String channel, UUID thread, Draft draft) {
        return said(me, channel, draft, Optional.of(thread));
    }

    /** Each press is an event of its own; that it counts once is the request's business. */
    Optional<Refusal> press(SignedIn me, String channel, UUID post, String choice) {
        var entry = transcript.entry(channel, post, me.account());
        var pressed =
                entry.flatMap(shown -> Choice.read(choice).filter(read -> offers(shown, read)));
        pressed.ifPresent(read ->
                transaction.executeWithoutResult(_ ->
                        inbox.accept(
                                new ButtonClick(
                                        new EventId(Ids.next().toString()),
                                        thread(channel, entry.orElseThrow().thread()),
                                        me.person(),
                                        read,
                                        clock.instant()))));
        return pressed.isPresent() ? Optional.empty() : Optional.of(NO_BUTTON);
    }

    private static boolean offers(Entry shown, Choice choice) {
        return shown.content() instanceof Card card
                && card.buttons().stream().anyMatch(button -> button.choice().equals(choice));
    }

    private Optional<Refusal> said(
            SignedIn me, String channel, Draft draft, Optional<UUID> repliesTo) {
        return transaction.execute(_ -> {
            var change = channels.nextChange(channel);
            if (change.isEmpty()) {
                return Optional.of(NO_CHANNEL);
            }
            if (repliesTo
                    .filter(root -> transcript.thread(channel, root, me.account()).isEmpty())
                    .isPresent()) {
                return Optional.of(NO_THREAD);
            }
            var id = Ids.next();
            var thread = repliesTo.orElse(id);
            if (insert(me, channel, draft, thread, id, change.get())) {
                inbox.accept(
                        new ChatMessage(
                                new EventId(id.toString()),
                                thread(channel, thread),
                                me.person(),
                                draft.text(),
                                draft.files(),
                                clock.instant()));
                wakeUps.ring(Bell.CHAT);
            }
            return Optional.empty();
        });
    }

    private boolean insert(
            SignedIn me, String channel, Draft draft, UUID thread, UUID id, long change) {
        return jdbc.sql(
                                """
                                insert into web.message (id, channel, thread, author, author_name, once, content, change)
                                values (:id, :channel, :thread, :author, :name, :once, :content::jsonb, :change)
                                on conflict (author, once) do nothing
                                """)
                        .param("id", id)
                        .param("channel", channel)
                        .param("thread", thread)
                        .param("author", me.account())
                        .param("name", me.name())
                        .param("once", draft.once())
                        .param("content", json.write(new Message(draft.text(), "", draft.files())))
                        .param("change", change)
                        .update()
                > 0;
    }

    private static ChatThread thread(String channel, UUID root) {
        return new ChatThread(WebPlatform.ID, channel, root.toString());
    }
}
