package dev.kubechat.chat;

import static dev.kubechat.chat.ContentFixture.HOSTILE;
import static dev.kubechat.chat.ContentFixture.askCard;
import static dev.kubechat.chat.ContentFixture.cardOf;
import static dev.kubechat.chat.ContentFixture.choice;
import static dev.kubechat.chat.ContentFixture.doneCard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kubechat.chat.Choice.Verb;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link ChatPlatform} means. Every adapter passes it, and so does the platform in memory that other tests use. */
public interface ChatPlatformContract {

    /** The same for the whole of one test, fresh for the next. */
    PlatformUnderTest chat();

    @Test
    default void showsAPostToEverybodyInItsThread() {
        var shown = post("first", Message.of("Three pods are running."));
        for (var person : List.of(chat().anna(), chat().ben())) {
            assertThat(posts(person))
                    .singleElement()
                    .satisfies(post -> {
                        assertThat(post.ref()).isEqualTo(shown);
                        assertThat(post.text()).contains("Three pods are running.");
                    });
        }
    }

    @Test
    default void addsPostsAtTheEndOfTheThread() {
        post("first", Message.of("First."));
        post("second", Message.of("Second."));
        post("third", Message.of("Third."));
        assertThat(posts())
                .extracting(Shown::text)
                .satisfiesExactly(
                        text -> assertThat(text).contains("First."),
                        text -> assertThat(text).contains("Second."),
                        text -> assertThat(text).contains("Third."));
    }

    @Test
    default void showsAKeyOnceHoweverOftenItIsPosted() {
        var once = post("answer", Message.of("Hello."));
        var again = post("answer", Message.of("Hello."));
        assertThat(again).isEqualTo(once);
        assertThat(posts()).hasSize(1);
    }

    @Test
    default void showsAKeyAnewAfterItWasRemoved() {
        chat().remove(post("answer", Message.of("Hello.")));
        var anew = post("answer", Message.of("Hello again."));
        assertThat(posts()).extracting(Shown::ref).containsExactly(anew);
    }

    @Test
    default void refusesAChannelThatDoesNotExist() {
        var nowhere = new ChatThread(platform().id(), "no-such-channel", chat().thread().root());
        assertThatExceptionOfType(ChatRefused.class)
                .isThrownBy(() ->
                        platform()
                                .post(
                                        ContentFixture.key("lost", chat().thread()),
                                        nowhere,
                                        Audience.everyone(),
                                        Message.of("Hello.")));
    }

    @Test
    default void showsEverythingOfACard() {
        post("card", askCard());
        assertThat(onlyPost().text())
                .containsSubsequence("Anna asks to delete deployment checkout in shop")
                .containsSubsequence("Cluster", "staging", "Namespace", "shop")
                .containsSubsequence(
                        "Command", "kubectl delete deployment checkout --namespace=shop")
                .contains("Expires in 15 minutes");
        assertThat(onlyPost().buttons()).containsExactly("Approve", "Deny");
    }

    @Test
    default void showsOutputAsItStands() {
        var output = "NAME        READY\ncheckout    1/1\ncart        0/1";
        post("answer", Message.of("Two pods.", output));
        assertThat(onlyPost().text()).contains("Two pods.").contains(output);
    }

    @Test
    default void editChangesTheShownPostAndAddsNone() {
        var card = post("card", askCard());
        post("later", Message.of("Later."));
        platform().edit(card, doneCard());
        assertThat(posts())
                .hasSize(2)
                .first()
                .satisfies(post -> {
                    assertThat(post.ref()).isEqualTo(card);
                    assertThat(post.text()).contains("Ben approved").doesNotContain("Anna asks");
                    assertThat(post.buttons()).isEmpty();
                });
    }

    @Test
    default void editOfARemovedPostSaysThatItIsGone() {
        var card = post("card", askCard());
        chat().remove(card);
        assertThatExceptionOfType(PostGone.class)
                .isThrownBy(() -> platform().edit(card, doneCard()));
        assertThat(posts()).isEmpty();
    }

    @Test
    default void deleteTakesThePostAwayAndMayBeRepeated() {
        var shown = post("answer", Message.of("Hello."));
        platform().delete(shown);
        platform().delete(shown);
        assertThat(posts()).isEmpty();
    }

    @Test
    default void knowsWhetherAPostCanStillBeSeen() {
        var kept = post("kept", Message.of("Kept."));
        var removed = post("removed", Message.of("Removed."));
        chat().remove(removed);
        assertThat(platform().shows(kept)).isTrue();
        assertThat(platform().shows(removed)).isFalse();
    }

    @Test
    default void filesCanBeReadAsTheyWereWritten() {
        var file = new Attachment("output.txt", "text/plain", "line 1\n  <line> 2 & ü\n");
        post("answer", new Message("All of it is in the file.", "", List.of(file)));
        assertThat(onlyPost().files())
                .extracting(Attachment::name, Attachment::text)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(file.name(), file.text()));
    }

    @Test
    default void aMarkTakesThePlaceOfTheOneBefore() {
        var message = said("scale checkout to 3").id();
        platform().mark(chat().thread(), message, Mark.SEEN);
        platform().mark(chat().thread(), message, Mark.DONE);
        platform().mark(chat().thread(), message, Mark.DONE);
        assertThat(chat().screenOf(chat().ben()).mark(chat().thread(), message))
                .contains(Mark.DONE);
    }

    @Test
    default void aMessageArrivesWithItsThreadItsAuthorAndItsFiles() {
        var manifest = new Attachment("pod.yaml", "text/plain", "kind: Pod\nname: ü\n");
        chat().say(chat().ben(), chat().thread(), "apply this,\nplease", List.of(manifest));
        var message = chat().inbox().lastMessage();
        assertThat(message.thread()).isEqualTo(chat().thread());
        assertThat(message.from()).isEqualTo(chat().ben());
        assertThat(message.text()).isEqualTo("apply this,\nplease");
        assertThat(message.attachments())
                .extracting(Attachment::name, Attachment::text)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(manifest.name(), manifest.text()));
    }

    @Test
    default void anEventThatIsDeliveredAgainIsStoredOnce() {
        said("delete pod cart-1 in shop");
        var before = chat().inbox().stored();
        chat().redeliver();
        assertThat(chat().inbox().stored()).isEqualTo(before);
    }

    @Test
    default void theSameWordsSaidTwiceAreTwoEvents() {
        var first = said("get pods").id();
        assertThat(said("get pods").id()).isNotEqualTo(first);
    }

    @Test
    default void aClickArrivesWithItsChoiceAndItsPerson() {
        var card = post("card", askCard());
        chat().press(chat().ben(), chat().thread(), card, "Deny");
        var click = chat().inbox().lastClick();
        assertThat(click.choice()).isEqualTo(choice(Verb.DENY));
        assertThat(click.from()).isEqualTo(chat().ben());
        assertThat(click.thread()).isEqualTo(chat().thread());
    }

    @Test
    default void everyClickIsAnEventOfItsOwn() {
        var card = post("card", askCard());
        chat().press(chat().ben(), chat().thread(), card, "Approve");
        var first = chat().inbox().lastClick().id();
        chat().press(chat().ben(), chat().thread(), card, "Approve");
        assertThat(chat().inbox().lastClick().id()).isNotEqualTo(first);
    }

    @Test
    default void saysWhenItDoesNotAnswerAndGoesOnWhenItIsBack() {
        var shown = post("before", askCard());
        chat().goAway();
        assertThatExceptionOfType(ChatUnavailable.class)
                .isThrownBy(() -> post("during", Message.of("Hello.")));
        assertThatExceptionOfType(ChatUnavailable.class)
                .isThrownBy(() -> platform().edit(shown, doneCard()));
        assertThatExceptionOfType(ChatUnavailable.class).isThrownBy(() -> platform().delete(shown));
        assertThatExceptionOfType(ChatUnavailable.class).isThrownBy(() -> platform().shows(shown));
        chat().comeBack();
        platform().edit(shown, doneCard());
        post("during", Message.of("Hello."));
        assertThat(posts()).hasSize(2);
    }

    @Test
    default void hostileWordsAreNothingButWords() {
        var stored = Visible.text(HOSTILE);
        post("message", Visible.content(Message.of(HOSTILE, HOSTILE)));
        post("card", Visible.content(cardOf(HOSTILE)));
        assertThat(posts())
                .hasSize(2)
                .allSatisfy(post -> {
                    assertThat(post.text()).contains(words(stored));
                    assertThat(post.markup()).isEmpty();
                });
        assertThat(posts().getLast().buttons())
                .singleElement()
                .satisfies(label -> assertThat(label).startsWith("<b onclick"));
    }

    @Test
    default void aVeryLongNameDoesNotLoseTheCard() {
        post("card", cardOf("n".repeat(4096)));
        assertThat(onlyPost().text()).contains("nnnnnnnn");
        assertThat(onlyPost().buttons()).hasSize(1);
    }

    private ChatPlatform platform() {
        return chat().platform();
    }

    private PostRef post(String key, Content content) {
        return platform()
                .post(
                        ContentFixture.key(key, chat().thread()),
                        chat().thread(),
                        Audience.everyone(),
                        content);
    }

    private ChatMessage said(String text) {
        chat().say(chat().anna(), chat().thread(), text, List.of());
        return chat().inbox().lastMessage();
    }

    private List<Shown> posts(Person viewer) {
        return chat().screenOf(viewer).posts(chat().thread());
    }

    private List<Shown> posts() {
        return posts(chat().ben());
    }

    private Shown onlyPost() {
        assertThat(posts()).hasSize(1);
        return posts().getFirst();
    }

    private static List<String> words(String text) {
        // `x` between backticks is drawn as code, so the backticks themselves need not be on the
        // screen.
        return List.of(text.replace('`', ' ').split("\\s+"));
    }
}
