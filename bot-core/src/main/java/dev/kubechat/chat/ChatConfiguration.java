package dev.kubechat.chat;

import dev.kubechat.work.WakeUps;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the posts and, for each chat platform there is, the workers that show them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PostProperties.class)
public class ChatConfiguration {

    @Bean
    PostRows posts(JdbcClient jdbc, WakeUps wakeUps) {
        return new PostRows(jdbc, wakeUps);
    }

    @Bean
    PostShifts postShifts(
            ObjectProvider<ChatPlatform> platforms,
            JdbcClient jdbc,
            WakeUps wakeUps,
            PostProperties posts) {
        return new PostShifts(platforms.orderedStream().toList(), jdbc, wakeUps, posts);
    }
}
