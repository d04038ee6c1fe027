package dev.kubechat.chat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** The platform in memory may stand in for a real one only as far as it passes what a real one passes. */
class MemoryPlatformTest implements ChatPlatformContract, PrivatePostContract, RateLimitContract {

    private MemoryChat chat = new MemoryChat();

    @BeforeEach
    void freshPlatform() {
        chat = new MemoryChat();
    }

    @Override
    public PlatformUnderTest chat() {
        return chat;
    }

    @Override
    public void askForPatience(Duration patience) {
        chat.platform.answerNextWith(new ChatRateLimited(patience));
    }

    private static final class MemoryChat implements PlatformUnderTest {

        private final MemoryInbox inbox = new MemoryInbox();
        private final MemoryPlatform platform = new MemoryPlatform(inbox);
        private final ChatThread thread =
                new ChatThread(MemoryPlatform.ID, MemoryPlatform.CHANNEL, "root-0");

        @Override
        public ChatPlatform platform() {
            return platform;
        }

        @Override
        public MemoryInbox inbox() {
            return inbox;
        }

        @Override
        public Person anna() {
            return MemoryPlatform.person("Anna");
        }

        @Override
        public Person ben() {
            return MemoryPlatform.person("Ben");
        }

        @Override
        public Screen screenOf(Person viewer) {
            return platform.screenOf(viewer);
        }

        @Override
        public ChatThread thread() {
            return thread;
        }

        @Override
        public void say(Person person, ChatThread in, String text, List<Attachment> files) {
            platform.say(person, in, text, files);
        }

        @Override
        public void press(Person person, ChatThread in, PostRef post, String label) {
            platform.press(person, in, post, label);
        }

        @Override
        public void redeliver() {
            platform.redeliver();
        }

        @Override
        public void remove(PostRef post) {
            platform.remove(post);
        }

        @Override
        public void goAway() {
            platform.goAway();
        }

        @Override
        public void comeBack() {
            platform.comeBack();
        }
    }
}
