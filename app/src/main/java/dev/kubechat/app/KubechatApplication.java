package dev.kubechat.app;

import dev.kubechat.admin.AdminConfiguration;
import dev.kubechat.approval.ApprovalConfiguration;
import dev.kubechat.audit.AuditConfiguration;
import dev.kubechat.chat.ChatConfiguration;
import dev.kubechat.cluster.ClusterConfiguration;
import dev.kubechat.execute.ExecuteConfiguration;
import dev.kubechat.identity.IdentityConfiguration;
import dev.kubechat.pipeline.PipelineConfiguration;
import dev.kubechat.web.WebChatConfiguration;
import dev.kubechat.work.WorkConfiguration;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What {@code serve} runs: the modules, wired. */
public final class KubechatApplication {

    private KubechatApplication() {}

    /**
     * Starts and returns once requests are taken.
     *
     * @param settings properties that win over every other source, such as {@code server.port}
     */
    public static ConfigurableApplicationContext start(
            Target target, Map<String, Object> settings, Class<?>... more) {
        return application(target, more).run(arguments(settings));
    }

    /** The application before it starts. */
    static SpringApplicationBuilder application(Target target, Class<?>... more) {
        var parts = new ArrayList<Class<?>>(List.of(Common.class));
        switch (target) {
            case ALL -> parts.addAll(List.of(Bot.class, Admin.class));
            case BOT -> parts.add(Bot.class);
            case ADMIN -> parts.add(Admin.class);
        }
        parts.addAll(List.of(more));
        return new SpringApplicationBuilder(parts.toArray(Class<?>[]::new));
    }

    private static String[] arguments(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
                .toArray(String[]::new);
    }

    /** What every target needs. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
    @Import({
        DatabaseConfiguration.class,
        ApprovalConfiguration.class,
        AuditConfiguration.class,
        WorkConfiguration.class,
        ClusterConfiguration.class,
        IdentityConfiguration.class,
        DatabaseAway.class
    })
    static class Common {

        /** Times for people and for deadlines of calls; order and expiry go by the database's. */
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    /** Chats, pipeline and workers. */
    @Configuration(proxyBeanMethods = false)
    @Import({
        ExecuteConfiguration.class,
        ChatConfiguration.class,
        PipelineConfiguration.class,
        WebChatConfiguration.class,
        WebConfiguration.class
    })
    static class Bot {}

    /** The admin pages. */
    @Configuration(proxyBeanMethods = false)
    @Import(AdminConfiguration.class)
    static class Admin {}
}
