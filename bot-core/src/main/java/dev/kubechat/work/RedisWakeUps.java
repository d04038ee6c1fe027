package dev.kubechat.work;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.redisson.Redisson;
import org.redisson.api.RTopic;
import org.redisson.api.RedissonClient;
import org.redisson.api.redisnode.RedisNodes;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bells that ring in every replica, by a topic in Redis. With Redis away they ring here alone and the other replicas find the work
 * when they look for it themselves (P12).
 */
public final class RedisWakeUps implements WakeUps, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RedisWakeUps.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private final LocalWakeUps here = new LocalWakeUps();
    private final String self = UUID.randomUUID().toString();
    private final RedissonClient redis;
    private final RTopic topic;
    private final Thread listening;

    /** @param address such as {@code redis://127.0.0.1:6379}; nothing need answer there yet */
    public RedisWakeUps(String address) {
        this.redis = Redisson.create(configuration(address));
        this.topic = redis.getTopic("kubechat.bells", StringCodec.INSTANCE);
        this.listening = Thread.ofVirtual().name("bells").start(this::listen);
    }

    private static Config configuration(String address) {
        var config = new Config();
        config.setLazyInitialization(true);
        config.setThreads(2);
        config.setNettyThreads(2);
        config.useSingleServer()
                .setAddress(address)
                .setConnectTimeout(1_000)
                .setTimeout(1_000)
                .setRetryAttempts(1)
                .setConnectionMinimumIdleSize(1)
                .setConnectionPoolSize(4)
                .setSubscriptionConnectionMinimumIdleSize(1)
                .setSubscriptionConnectionPoolSize(2);
        return config;
    }

    /** The first subscription needs Redis; once there, the client renews it by itself. */
    private void listen() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                topic.addListener(String.class, (_, heard) -> heard(heard));
                LOG.info("bells of other replicas are heard through Redis");
                return;
            } catch (RuntimeException away) {
                LOG.warn(
                        "Redis does not answer; other replicas find work by looking for it: {}",
                        away.getMessage());
                rest();
            }
        }
    }

    private static void rest() {
        try {
            Thread.sleep(BETWEEN_TRIES);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void heard(String heard) {
        var parts = heard.split(" ", 2);
        if (parts.length == 2 && !parts[0].equals(self)) {
            here.ringNow(Bell.valueOf(parts[1]));
        }
    }

    @Override
    public void ring(Bell bell) {
        LocalWakeUps.afterCommit(() -> {
            here.ringNow(bell);
            publish(bell);
        });
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a bell that is not heard is looked for
    private void publish(Bell bell) {
        try {
            topic.publishAsync(self + " " + bell.name());
        } catch (RuntimeException away) {
            LOG.debug("bell {} was not heard by other replicas", bell, away);
        }
    }

    @Override
    public Registration listen(Bell bell, Runnable listener) {
        return here.listen(bell, listener);
    }

    /** Whether Redis answers now; for the health page. */
    public boolean reachable() {
        try {
            return redis.getRedisNodes(RedisNodes.SINGLE).getInstance().ping(1, TimeUnit.SECONDS);
        } catch (RuntimeException away) {
            return false;
        }
    }

    @Override
    public void close() {
        listening.interrupt();
        redis.shutdown(0, 1, TimeUnit.SECONDS);
    }
}
