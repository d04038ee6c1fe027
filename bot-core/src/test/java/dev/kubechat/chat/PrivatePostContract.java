package dev.kubechat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a platform keeps whose {@linkplain Manners#privatePosts() manners} say that it can show a post to one account alone. */
public interface PrivatePostContract {

    PlatformUnderTest chat();

    @Test
    default void saysThatItCanShowAPostToOnePersonAlone() {
        assertThat(chat().platform().manners().privatePosts()).isTrue();
    }

    @Test
    default void showsAPrivatePostToItsPersonAlone() {
        toBen("private", Message.of("You may not approve your own request."));
        assertThat(chat().screenOf(chat().ben()).posts(chat().thread()))
                .singleElement()
                .satisfies(post ->
                        assertThat(post.text()).contains("You may not approve your own request."));
        assertThat(chat().screenOf(chat().anna()).posts(chat().thread())).isEmpty();
    }

    @Test
    default void aPrivatePostStaysPrivateWhenItIsEdited() {
        var shown = toBen("private", Message.of("Please link your account."));
        chat().platform().edit(shown, Message.of("Your account is linked."));
        assertThat(chat().screenOf(chat().ben()).posts(chat().thread()))
                .singleElement()
                .satisfies(post -> assertThat(post.text()).contains("Your account is linked."));
        assertThat(chat().screenOf(chat().anna()).posts(chat().thread())).isEmpty();
    }

    private PostRef toBen(String key, Content content) {
        return chat().platform()
                .post(
                        ContentFixture.key(key, chat().thread()),
                        chat().thread(),
                        Audience.only(chat().ben()),
                        content);
    }
}
