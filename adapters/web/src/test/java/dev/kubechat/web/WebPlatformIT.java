package dev.kubechat.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kubechat.chat.Audience;
import dev.kubechat.chat.ChatPlatformContract;
import dev.kubechat.chat.ChatRefused;
import dev.kubechat.chat.ChatThread;
import dev.kubechat.chat.EventId;
import dev.kubechat.chat.Mark;
import dev.kubechat.chat.Message;
import dev.kubechat.chat.PlatformUnderTest;
import dev.kubechat.chat.PostKey;
import dev.kubechat.chat.PrivatePostContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "kubechat.web.sign-in=pick")
class WebPlatformIT implements ChatPlatformContract, PrivatePostContract {

    @Autowired private WebPlatform platform;

    @Autowired private WebChannels channels;

    @Autowired private BreakableDataSource database;

    @Autowired private TestInbox inbox;

    @Autowired private TestClock clock;
    @LocalServerPort private int port;

    private WebChatUnderTest chat;

    @BeforeEach
    void freshChannel() {
        chat = new WebChatUnderTest(platform, channels, database, inbox, clock, port);
    }

    @AfterEach
    void mend() {
        database.comeBack();
    }

    @Override
    public PlatformUnderTest chat() {
        return chat;
    }

    @Test
    void refusesAThreadThatDoesNotExist() {
        var thread = new ChatThread(WebPlatform.ID, chat.thread().channel(), "none");
        assertThatExceptionOfType(ChatRefused.class)
                .isThrownBy(() ->
                        platform.post(
                                new PostKey("lost"),
                                thread,
                                Audience.everyone(),
                                Message.of("Hello.")));
    }

    @Test
    void ignoresAMarkOnAMessageThatItDoesNotKnow() {
        platform.mark(chat.thread(), new EventId("none"), Mark.DONE);
        assertThat(chat.screenOf(chat.anna()).posts(chat.thread())).isEmpty();
    }
}
