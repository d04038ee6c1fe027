package dev.kubechat.work;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the bells: through Redis where {@code kubechat.redis.url} names one, else within this process. */
@Configuration(proxyBeanMethods = false)
public class WorkConfiguration {

    @Bean
    WakeUps wakeUps(@Value("${kubechat.redis.url:}") String redis) {
        return redis.isBlank() ? new LocalWakeUps() : new RedisWakeUps(redis);
    }
}
