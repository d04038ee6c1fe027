package dev.kubechat.sandbox.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PodLogsTest {
    private static final InstantSource NOON =
            InstantSource.fixed(Instant.parse("2026-03-14T12:00:00Z"));
    private static StageCluster cluster;
    private static Client admin;

    @BeforeAll
    static void start() {
        cluster = StageCluster.start(StageClusterOptions.shop().withClock(NOON));
        admin = Client.admin(cluster);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void saysTheSameTwice() {
        var log = log("shop", "checkout", "tailLines=20");
        assertThat(log.text().lines()).hasSize(20);
        assertThat(log("shop", "checkout", "tailLines=20")).isEqualTo(log);
    }

    @Test
    void speaksAsTheProgramOfItsImage() {
        assertThat(log("shop", "web", "tailLines=5").text()).contains("HTTP/1.1\"");
        assertThat(log("platform", "postgres", "tailLines=5").text()).contains("LOG:");
    }

    @Test
    void showsWhatIsRecentOnly() {
        assertThat(log("shop", "checkout", "sinceSeconds=60").text().lines()).hasSize(10);
    }

    @Test
    void putsTimesBeforeLines() {
        assertThat(log("shop", "checkout", "tailLines=1&timestamps=true").text())
                .startsWith("2026-03-14T11:59:");
    }

    @Test
    void endsAtItsByteLimit() {
        assertThat(log("shop", "checkout", "limitBytes=10").text()).hasSize(10);
    }

    @Test
    @Timeout(20)
    void endsAtItsByteLimitWhenFollowedToo() {
        assertThat(log("shop", "checkout", "follow=true&limitBytes=10").text()).hasSize(10);
    }

    @Test
    void tellsWhyACrashedContainerEnded() {
        assertThat(log("shop", "recommendations", "tailLines=5").text())
                .contains("connection refused", "panic: ");
        assertThat(log("shop", "recommendations", "previous=true").text()).contains("panic: ");
    }

    @Test
    void hasNoPreviousLogOfWhatNeverEnded() {
        assertThat(log("shop", "checkout", "previous=true").message())
                .startsWith("previous terminated container \"checkout\" in pod");
    }

    @Test
    void hasNoLogOfWhatNeverBegan() {
        assertThat(log("staging", "checkout", "").message())
                .endsWith("is trying and failing to pull image");
    }

    @Test
    void refusesAContainerThatIsNotThere() {
        var answer = log("shop", "redis", "container=zz");
        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo("container zz is not valid for pod redis-0");
    }

    private static Answer log(String namespace, String app, String query) {
        var pod =
                admin.get(
                                "/api/v1/namespaces/%s/pods?labelSelector=app=%s"
                                        .formatted(namespace, app))
                        .names()
                        .getFirst();
        return admin.get("/api/v1/namespaces/%s/pods/%s/log?%s".formatted(namespace, pod, query));
    }
}
