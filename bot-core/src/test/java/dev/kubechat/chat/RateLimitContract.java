package dev.kubechat.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a platform keeps that asks for patience when it is posted into too often. */
public interface RateLimitContract {

    PlatformUnderTest chat();

    /** The platform answers the next call with a plea for this much patience. */
    void askForPatience(Duration patience);

    @Test
    default void aPleaForPatienceSaysForHowLongAndShowsNothing() {
        askForPatience(Duration.ofSeconds(17));
        assertThatExceptionOfType(ChatRateLimited.class)
                .isThrownBy(this::post)
                .satisfies(plea -> assertThat(plea.retryAfter()).isEqualTo(Duration.ofSeconds(17)));
        assertThat(chat().screenOf(chat().anna()).posts(chat().thread())).isEmpty();
    }

    @Test
    default void afterPatienceThePostIsTaken() {
        askForPatience(Duration.ofSeconds(17));
        assertThatExceptionOfType(ChatRateLimited.class).isThrownBy(this::post);
        post();
        assertThat(chat().screenOf(chat().anna()).posts(chat().thread())).hasSize(1);
    }

    private PostRef post() {
        return chat().platform()
                .post(
                        ContentFixture.key("answer", chat().thread()),
                        chat().thread(),
                        Audience.everyone(),
                        Message.of("Hello."));
    }
}
