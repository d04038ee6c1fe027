package dev.kubechat.app.replica;

import dev.kubechat.chat.Audience;
import dev.kubechat.chat.ButtonClick;
import dev.kubechat.chat.ChatPlatform;
import dev.kubechat.chat.ChatThread;
import dev.kubechat.chat.Content;
import dev.kubechat.chat.EventId;
import dev.kubechat.chat.Manners;
import dev.kubechat.chat.Mark;
import dev.kubechat.chat.PlatformId;
import dev.kubechat.chat.PostKey;
import dev.kubechat.chat.PostRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.config.GlobalChannelInterceptor;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.support.ChannelInterceptor;

/** Put into a replica from outside: kills its own process, SIGKILL and nothing softer, where the trap is set. */
@Configuration(proxyBeanMethods = false)
class KillSwitch {

    static final String TRAP = "kubechat.test.trap";

    private static Trap trap() {
        return new Trap(Path.of(System.getProperty(TRAP)));
    }

    static void dieAt(Trap trap, Arrow arrow) {
        if (!trap.springs(arrow)) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid())).start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        while (true) {
            LockSupport.park(); // nothing of the story goes on while the signal is on its way
        }
    }

    @Bean
    @GlobalChannelInterceptor(patterns = "*")
    ChannelInterceptor atEachArrow() {
        var trap = trap();
        return new ChannelInterceptor() {
            @Override
            public Message<?> preSend(Message<?> message, MessageChannel channel) {
                var stage = message.getPayload();
                Stream.of(Arrow.values())
                        .filter(arrow -> isReached(arrow, stage))
                        .forEach(arrow -> dieAt(trap, arrow));
                return message;
            }
        };
    }

    private static boolean isReached(Arrow arrow, Object stage) {
        var name = stage.getClass().getSimpleName().toUpperCase(Locale.ROOT);
        var clicked =
                name.equals("CLAIM")
                        && stage.toString().contains(ButtonClick.class.getSimpleName());
        return arrow.name().equals(clicked ? Arrow.CLICKED.name() : name);
    }

    @Bean
    static BeanPostProcessor aroundPosts() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof ChatPlatform platform ? new Deadly(platform, trap()) : bean;
            }
        };
    }

    private record Deadly(ChatPlatform platform, Trap trap) implements ChatPlatform {

        @Override
        public PlatformId id() {
            return platform.id();
        }

        @Override
        public Manners manners() {
            return platform.manners();
        }

        @Override
        public PostRef post(PostKey key, ChatThread thread, Audience audience, Content content) {
            dieAt(trap, Arrow.BEFORE_POST);
            var shown = platform.post(key, thread, audience, content);
            dieAt(trap, Arrow.AFTER_POST);
            return shown;
        }

        @Override
        public void edit(PostRef shown, Content content) {
            platform.edit(shown, content);
        }

        @Override
        public void delete(PostRef shown) {
            platform.delete(shown);
        }

        @Override
        public void mark(ChatThread thread, EventId message, Mark mark) {
            platform.mark(thread, message, mark);
        }

        @Override
        public boolean shows(PostRef shown) {
            return platform.shows(shown);
        }
    }
}
