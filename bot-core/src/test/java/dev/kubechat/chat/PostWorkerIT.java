package dev.kubechat.chat;

import static dev.kubechat.chat.ContentFixture.askCard;
import static dev.kubechat.chat.ContentFixture.doneCard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.kubechat.work.WakeUps.Bell;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PostWorkerIT {

    private static final Person ANNA = MemoryPlatform.person("Anna");
    private static final Person BEN = MemoryPlatform.person("Ben");

    private final PostTable table = new PostTable();
    private final MemoryPlatform platform = new MemoryPlatform(new MemoryInbox());
    private final PostWorker worker = table.worker(platform);
    private final ChatThread thread = platform.open(ANNA, "get pods").thread();

    @Test
    void showsWhatIsWanted() {
        want("answer", Message.of("Three pods."));
        work();
        assertThat(contents()).containsExactly(Message.of("Three pods."));
        assertThat(table.waiting()).isZero();
    }

    @Test
    void showsNothingOfATransactionThatRolledBack() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        table.write(posts -> {
                            posts.want(
                                    key("answer"),
                                    thread,
                                    Audience.everyone(),
                                    Message.of("Never."));
                            throw new IllegalStateException();
                        }));
        work();
        assertThat(contents()).isEmpty();
    }

    @Test
    void isToldOfAPostOutsideATransactionByAnError() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> table.rows.want(key("k"), thread, Audience.everyone(), askCard()));
        assertThatIllegalStateException().isThrownBy(() -> table.rows.withdraw(key("k")));
        assertThatIllegalStateException()
                .isThrownBy(() -> table.rows.mark(thread, new EventId("e"), Mark.SEEN));
    }

    @Test
    void ringsOnceSomethingChanged() {
        var rings = new AtomicInteger();
        try (var _ = table.bells.listen(Bell.POSTS, rings::incrementAndGet)) {
            want("answer", Message.of("Hello."));
            want("answer", Message.of("Hello."));
        }
        assertThat(rings).hasValue(1);
    }

    @Test
    void editsAPostThatIsWantedDifferently() {
        want("card", askCard());
        work();
        want("card", doneCard());
        work();
        assertThat(contents()).containsExactly(doneCard());
    }

    @Test
    void showsOnlyTheLastOfSeveralWishes() {
        want("card", askCard());
        want("card", doneCard());
        work();
        assertThat(contents()).containsExactly(doneCard());
    }

    @Test
    void showsAPrivatePostToItsPersonAlone() {
        table.write(posts ->
                posts.want(key("hint"), thread, Audience.only(BEN), Message.of("Only you.")));
        work();
        assertThat(platform.contents(thread, BEN)).hasSize(1);
        assertThat(platform.contents(thread, ANNA)).isEmpty();
    }

    @Test
    void neverShowsAPrivatePostWhereAllWouldSeeIt() {
        platform.behave(new Manners(4000, 200, Duration.ZERO, false));
        table.write(posts ->
                posts.want(key("hint"), thread, Audience.only(BEN), Message.of("Only you.")));
        work();
        assertThat(platform.contents(thread, BEN)).isEmpty();
        assertThat(table.givenUp("hint")).contains("one person alone");
    }

    @Test
    void takesAWithdrawnPostAway() {
        want("card", askCard());
        work();
        withdraw("card");
        work();
        assertThat(contents()).isEmpty();
    }

    @Test
    void showsNothingOfAPostWithdrawnBeforeItAppeared() {
        want("card", askCard());
        withdraw("card");
        withdraw("nobody-wanted-this");
        work();
        assertThat(contents()).isEmpty();
    }

    @Test
    void showsAWithdrawnPostThatIsWantedAgain() {
        want("card", askCard());
        work();
        withdraw("card");
        work();
        want("card", doneCard());
        work();
        assertThat(contents()).containsExactly(doneCard());
    }

    @Test
    void postsAnewWhatSomebodyRemoved() {
        want("card", askCard());
        work();
        removeOnlyPost();
        want("card", doneCard());
        work();
        assertThat(contents()).containsExactly(doneCard());
    }

    @Test
    void putsTheLastMarkOnAMessage() {
        var message = platform.say(ANNA, thread, "get pods", List.of()).id();
        table.write(posts -> posts.mark(thread, message, Mark.SEEN));
        work();
        table.write(posts -> posts.mark(thread, message, Mark.DONE));
        work();
        assertThat(platform.screenOf(BEN).mark(thread, message)).contains(Mark.DONE);
    }

    @Test
    void keepsTheOrderOfAThreadWhileItsFirstPostWaits() {
        platform.answerNextWith(new ChatUnavailable("away"));
        want("first", Message.of("First."));
        want("second", Message.of("Second."));
        work();
        assertThat(contents()).isEmpty();
        table.pass(Duration.ofMinutes(1));
        work();
        assertThat(contents()).containsExactly(Message.of("First."), Message.of("Second."));
    }

    @Test
    void letsOtherThreadsGoOnWhileOneWaits() {
        var other = platform.open(BEN, "get nodes").thread();
        platform.answerNextWith(new ChatUnavailable("away"));
        want("first", Message.of("First."));
        table.write(posts ->
                posts.want(key("other"), other, Audience.everyone(), Message.of("Other.")));
        work();
        assertThat(platform.contents(other, BEN)).containsExactly(Message.of("Other."));
    }

    @Test
    void givesUpWhatIsRefusedAndGoesOnInTheThread() {
        platform.answerNextWith(new ChatRefused("the channel is archived"));
        want("first", Message.of("First."));
        want("second", Message.of("Second."));
        work();
        assertThat(contents()).containsExactly(Message.of("Second."));
        assertThat(table.givenUp("first")).isEqualTo("the channel is archived");
        assertThat(table.rows.backlog(MemoryPlatform.ID)).isEqualTo(new PostRows.Backlog(0, 1));
    }

    @Test
    void triesAgainWhatWasRefusedOnceItIsWantedDifferently() {
        platform.answerNextWith(new ChatRefused("the channel is archived"));
        want("card", askCard());
        work();
        want("card", doneCard());
        work();
        assertThat(contents()).containsExactly(doneCard());
    }

    @Test
    void leavesAChannelAloneForAsLongAsItAsks() {
        platform.answerNextWith(new ChatRateLimited(Duration.ofSeconds(40)));
        want("first", Message.of("First."));
        want("second", Message.of("Second."));
        work();
        table.pass(Duration.ofSeconds(30));
        work();
        assertThat(contents()).isEmpty();
        table.pass(Duration.ofSeconds(10));
        work();
        assertThat(contents()).hasSize(2);
    }

    @Test
    void asksAPlatformThatIsAwayLessAndLessOften() {
        platform.goAway();
        want("answer", Message.of("Hello."));
        var waits =
                java.util.stream.IntStream.range(0, 12)
                        .mapToLong(_ -> waitAfterOneMoreTry())
                        .toArray();
        assertThat(waits[0]).isBetween(1L, 500L);
        assertThat(waits[5]).isGreaterThan(waits[1]);
        assertThat(waits[11]).isBetween(14_000L, 30_000L);
        platform.comeBack();
        table.pass(Duration.ofSeconds(30));
        work();
        assertThat(contents()).hasSize(1);
    }

    @Test
    void pausesBetweenTwoPostsIntoOneChannel() {
        platform.behave(new Manners(4000, 200, Duration.ofSeconds(60), true));
        want("first", Message.of("First."));
        want("second", Message.of("Second."));
        work();
        assertThat(contents()).containsExactly(Message.of("First."));
        assertThat(table.wait("second")).isBetween(50_000L, 60_000L);
        table.pass(Duration.ofSeconds(60));
        work();
        assertThat(contents()).hasSize(2);
    }

    @Test
    void putsLongOutputIntoAFile() {
        platform.behave(new Manners(1000, 200, Duration.ZERO, true));
        var output = "a line of output\n".repeat(500);
        want("answer", Message.of("500 lines.", output));
        work();
        var shown = (Message) contents().getFirst();
        assertThat(shown.text().length() + shown.output().length()).isLessThanOrEqualTo(1000);
        assertThat(shown.files())
                .containsExactly(new Attachment("output.txt", "text/plain", output));
    }

    @Test
    void finishesWhatACrashedWorkerHadPostedAndNotRecorded() {
        want("card", askCard());
        var lost = table.claims(MemoryPlatform.ID).next().orElseThrow();
        platform.post(key("card"), thread, lost.audience(), askCard());
        want("card", doneCard());
        work();
        assertThat(contents()).as("the lease still holds").containsExactly(askCard());
        table.pass(PostTable.LEASE);
        work();
        assertThat(contents()).containsExactly(doneCard());
    }

    @Test
    void takesAwayWhatACrashedWorkerHadPostedBeforeItWasWithdrawn() {
        want("card", askCard());
        var lost = table.claims(MemoryPlatform.ID).next().orElseThrow();
        platform.post(key("card"), thread, lost.audience(), askCard());
        withdraw("card");
        table.pass(PostTable.LEASE);
        work();
        assertThat(contents()).isEmpty();
    }

    @Test
    void repairsWhatAnOvertakenWorkerShowedLast() {
        want("card", askCard());
        work();
        want("card", Message.of("Old."));
        var claims = table.claims(MemoryPlatform.ID);
        var slow = claims.next().orElseThrow();
        table.pass(PostTable.LEASE);
        want("card", doneCard());
        work();
        platform.edit(slow.ref().orElseThrow(), Message.of("Old."));
        assertThat(claims.shown(slow, slow.ref())).isFalse();
        work();
        assertThat(contents()).containsExactly(doneCard());
    }

    @Test
    void sweepShowsLiveCardsAnewAndLeavesTheRest() {
        want("card", askCard());
        want("note", Message.of("Note."));
        work();
        platform.screenOf(BEN).posts(thread).forEach(post -> platform.remove(post.ref()));
        assertThat(table.sweep(platform).take()).isFalse();
        work();
        assertThat(contents()).containsExactly(askCard());
    }

    @Test
    void sweepLeavesAShownCardAlone() {
        want("card", askCard());
        work();
        table.sweep(platform).take();
        assertThat(table.waiting()).isZero();
    }

    @Test
    void storesTextsThatWouldBreakARowOrDeceiveAnEye() {
        want("answer", Message.of("nul \u0000 turn \u202E bell \u0007", "tab\there"));
        work();
        assertThat(contents())
                .containsExactly(
                        Message.of("nul [U+0000] turn [U+202E] bell [U+0007]", "tab\there"));
    }

    private long waitAfterOneMoreTry() {
        table.pass(Duration.ofSeconds(30));
        work();
        return table.wait("answer");
    }

    private void work() {
        while (worker.take()) {}
    }

    private void want(String key, Content content) {
        table.write(posts -> posts.want(key(key), thread, Audience.everyone(), content));
    }

    private void withdraw(String key) {
        table.write(posts -> posts.withdraw(key(key)));
    }

    private void removeOnlyPost() {
        platform.remove(platform.screenOf(BEN).posts(thread).getFirst().ref());
    }

    private List<Content> contents() {
        return platform.contents(thread, BEN);
    }

    private static PostKey key(String value) {
        return new PostKey(value);
    }
}
