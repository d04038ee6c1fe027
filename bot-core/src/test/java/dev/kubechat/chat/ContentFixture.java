package dev.kubechat.chat;

import dev.kubechat.chat.Card.Button;
import dev.kubechat.chat.Card.Fact;
import dev.kubechat.chat.Card.Section;
import dev.kubechat.chat.Card.Style;
import dev.kubechat.chat.Card.Tone;
import dev.kubechat.chat.Choice.Verb;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Cards and words as tests need them. */
public final class ContentFixture {

    /** What a text must survive: markup, mentions, backticks that do not pair, a turn of direction, a bell. */
    public static final String HOSTILE =
            "<b onclick=\"x()\">bold</b> &amp; <!channel> <@U1> @all [here](http://x.example) *a*"
                    + " _b_ ~c~ ```x` \u202Egnp.exe\u202C \u0007 שלום";

    private static final UUID REQUEST = UUID.fromString("0198c0de-0000-7000-8000-000000000001");
    private static final String DIGEST = "ab".repeat(32);

    private ContentFixture() {}

    /** A key that no other thread has: posts of all tests may lie in one database. */
    public static PostKey key(String purpose, ChatThread thread) {
        return new PostKey(
                purpose
                        + ":"
                        + UUID.nameUUIDFromBytes(thread.key().getBytes(StandardCharsets.UTF_8)));
    }

    public static Choice choice(Verb verb) {
        return new Choice(verb, REQUEST, DIGEST);
    }

    /** Asks for a decision on a deletion. */
    public static Card askCard() {
        return new Card(
                Tone.DANGER,
                "Anna asks to delete deployment checkout in shop",
                List.of(new Fact("Cluster", "staging"), new Fact("Namespace", "shop")),
                List.of(
                        new Section(
                                "Command",
                                List.of("kubectl delete deployment checkout --namespace=shop"),
                                true)),
                List.of(
                        new Button("Approve", Style.DANGER, choice(Verb.APPROVE)),
                        new Button("Deny", Style.PLAIN, choice(Verb.DENY))),
                "Expires in 15 minutes");
    }

    /** What becomes of {@link #askCard()}. */
    public static Card doneCard() {
        return new Card(
                Tone.DONE,
                "Ben approved; deployment checkout was deleted",
                List.of(new Fact("Cluster", "staging")),
                List.of(),
                List.of(),
                "");
    }

    public static Card cardOf(String text) {
        return new Card(
                Tone.WAITING,
                text,
                List.of(new Fact(text, text)),
                List.of(
                        new Section(text, List.of(text), false),
                        new Section(text, List.of(text), true)),
                List.of(new Button(text, Style.PRIMARY, choice(Verb.CONFIRM))),
                text);
    }
}
