package dev.kubechat.web;

import dev.kubechat.chat.Inbox;
import dev.kubechat.work.WakeUps;
import dev.kubechat.work.WakeUps.Bell;
import dev.kubechat.work.Worker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;

/**
 * To be imported by the application: the pages of the web chat, {@link WebPlatform} and {@link WebChannels}. Asks for a
 * JdbcClient and its transaction manager, an {@link Inbox} and {@link WakeUps}; {@link People} only for a try-out. Does not
 * migrate.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
@EnableConfigurationProperties(WebChatProperties.class)
@Import({
    WebChatSecurity.class,
    ChatPages.class,
    ChatActions.class,
    ChatNames.class,
    TooLarge.class
})
public class WebChatConfiguration {

    // How late a window is told when no bell rings here, because Redis is away.
    private static final Duration WITHOUT_BELL = Duration.ofSeconds(1);

    @Bean
    WebPlatform webPlatform(
            JdbcClient jdbc, PlatformTransactionManager transactions, WakeUps wakeUps) {
        return new WebPlatform(jdbc, new TransactionTemplate(transactions), wakeUps);
    }

    @Bean
    WebChannels webChannels(JdbcClient jdbc) {
        return new WebChannels(jdbc);
    }

    @Bean
    Transcript webTranscript(JdbcClient jdbc) {
        return new Transcript(jdbc);
    }

    @Bean
    Incoming webIncoming(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Inbox inbox,
            WakeUps wakeUps,
            ObjectProvider<InstantSource> clock) {
        return new Incoming(
                jdbc,
                new TransactionTemplate(transactions),
                inbox,
                wakeUps,
                clock.getIfAvailable(InstantSource::system));
    }

    @Bean
    MessageRate webMessageRate(ObjectProvider<InstantSource> clock) {
        return new MessageRate(clock.getIfAvailable(InstantSource::system));
    }

    @Bean
    SignInPage webSignInPage(
            WebChatProperties properties,
            ObjectProvider<People> people,
            SecurityContextRepository webChatSessions) {
        return new SignInPage(properties, people.getIfAvailable(() -> List::of), webChatSessions);
    }

    @Bean
    FilterRegistrationBean<AsPerson> webAsPerson(WebChatProperties properties) {
        var registration = new FilterRegistrationBean<>(new AsPerson());
        registration.setOrder(
                Ordered.HIGHEST_PRECEDENCE + 10); // the session's cookie gets its path from it
        registration.setEnabled(properties.signIn() == WebChatProperties.SignIn.PICK);
        return registration;
    }

    @Bean
    LiveWindows webLiveWindows(WebChannels channels, Transcript transcript) {
        return new LiveWindows(channels, transcript);
    }

    @Bean
    Worker webLiveWorker(LiveWindows windows, WakeUps wakeUps) {
        return new Worker("web-live", 1, WITHOUT_BELL, windows, wakeUps, Bell.CHAT);
    }

    /** Only pages of our own origin may open the socket, which is what is asked of a handler by default. */
    @Bean
    WebSocketConfigurer webLiveSocket(LiveWindows windows) {
        return registry -> registry.addHandler(new LiveSocket(windows), "/live");
    }
}
