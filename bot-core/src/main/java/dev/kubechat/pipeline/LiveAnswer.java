package dev.kubechat.pipeline;

import dev.kubechat.chat.Audience;
import dev.kubechat.chat.Posts;
import dev.kubechat.execute.read.Follow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Shows what a read prints while it still runs, such as a log that is followed: the post of the answer is there already and gets
 * newer content, at most once a second. The answer itself replaces it in the end.
 */
final class LiveAnswer {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int LONGEST = 64 * 1024;

    private final TransactionOperations transaction;
    private final Posts posts;
    private final Clock clock;

    LiveAnswer(TransactionOperations transaction, Posts posts, Clock clock) {
        this.transaction = transaction;
        this.posts = posts;
        this.clock = clock;
    }

    Follow of(Stage.Judged judged, Audience audience) {
        return new Running(judged, audience)::printed;
    }

    private final class Running {

        private final Stage.Judged judged;
        private final Audience audience;
        private final StringBuilder text = new StringBuilder();
        private Instant next = Instant.MIN;

        Running(Stage.Judged judged, Audience audience) {
            this.judged = judged;
            this.audience = audience;
        }

        /** Several logs may be followed at once. */
        synchronized void printed(String more) {
            text.append(more);
            if (text.length() > LONGEST) {
                text.delete(0, text.length() - LONGEST);
            }
            var now = clock.instant();
            if (!now.isBefore(next)) {
                next = now.plus(PAUSE);
                show();
            }
        }

        private void show() {
            transaction.executeWithoutResult(_ ->
                    posts.want(
                            PostKeys.answer(judged.claim().request()),
                            judged.asked().message().thread(),
                            audience,
                            Sentences.following(judged, Excerpt.lastOf(text.toString()))));
        }
    }
}
