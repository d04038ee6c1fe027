package dev.kubechat.cluster;

import static dev.kubechat.cluster.ClusterFixture.STAGING;
import static dev.kubechat.cluster.ClusterFixture.caller;
import static dev.kubechat.cluster.ClusterFixture.doorTo;
import static dev.kubechat.cluster.FakeApiServer.answering;
import static dev.kubechat.cluster.FakeApiServer.breakingOff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterDoorTest {

    private static final String EMPTY =
            "{\"kind\":\"List\",\"apiVersion\":\"v1\",\"metadata\":{},\"items\":[]}";

    private final FakeApiServer server = new FakeApiServer(answering(200, EMPTY));
    private final ClusterDoor door = doorTo(server.kubeconfig());

    @AfterEach
    void close() {
        door.close();
        server.close();
    }

    @Test
    void P3_eachRequestForAPersonBearsTheirHeaders() {
        var alice = caller("alice", "sre");

        door.forPerson(alice).pods().inNamespace("shop").list();

        var headers = server.asked().getFirst().headers();
        assertThat(headers.get("Impersonate-User")).containsExactly("alice");
        assertThat(headers.get("Impersonate-Group")).containsExactly("sre");
        assertThat(headers.get("Impersonate-Extra-kubechat.dev%2Frequest"))
                .containsExactly(alice.request().toString());
        assertThat(headers.get("Authorization")).containsExactly("Bearer bot-token");
    }

    @Test
    void P3_clientsOfSeveralPeopleDoNotMix() {
        var alice = door.forPerson(caller("alice"));
        var bob = door.forPerson(caller("bob"));

        bob.pods().inNamespace("shop").list();
        alice.pods().inNamespace("shop").list();

        assertThat(server.asked())
                .extracting(asked -> asked.headers().get("Impersonate-User"))
                .containsExactly(List.of("bob"), List.of("alice"));
    }

    @Test
    void P3_anotherIdentityCannotBePutOverThePersons() {
        var other =
                new RequestConfigBuilder()
                        .withRequestRetryBackoffLimit(0)
                        .withImpersonateUsername("root")
                        .build();

        door.forPerson(caller("alice"))
                .newClient(other)
                .adapt(KubernetesClient.class)
                .pods()
                .inNamespace("shop")
                .list();

        assertThat(server.asked().getFirst().headers().get("Impersonate-User"))
                .containsExactly("alice");
    }

    @Test
    void P3_nobodyComesBehindTheDoorkeeper() {
        var http = door.forPerson(caller("alice")).getHttpClient();

        assertThatThrownBy(() ->
                        http.newBuilder()
                                .addOrReplaceInterceptor("doorkeeper", new Interceptor() {}))
                .isInstanceOf(DoorShut.class);
        assertThatThrownBy(() -> http.newBuilder().tag(caller("root")))
                .isInstanceOf(DoorShut.class);
    }

    @Test
    void P3_itselfSendsNoWrite() {
        var configMap =
                new ConfigMapBuilder().withNewMetadata().withName("x").endMetadata().build();

        assertThatThrownBy(() ->
                        door.itself(STAGING)
                                .configMaps()
                                .inNamespace("shop")
                                .resource(configMap)
                                .create())
                .isInstanceOf(DoorShut.class);
        assertThat(server.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void P8_sendsAWriteOnceWhateverTheAnswer(int code) {
        server.now(answering(code, ""));

        assertThatThrownBy(() -> createConfigMap(door))
                .isInstanceOf(KubernetesClientException.class);

        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void P8_sendsAWriteOnceWhenTheConnectionBreaks() {
        server.now(breakingOff());

        assertThatThrownBy(() -> createConfigMap(door))
                .isInstanceOf(KubernetesClientException.class);

        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void P8_letsNothingOutThatRetries() {
        var retrying = new RequestConfigBuilder().withRequestRetryBackoffLimit(3).build();
        var client =
                door.forPerson(caller("alice")).newClient(retrying).adapt(KubernetesClient.class);

        assertThatThrownBy(() -> client.pods().inNamespace("shop").list())
                .isInstanceOf(DoorShut.class);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void P8_letsNothingOutAfterTheDeadline() {
        var noon = Instant.parse("2026-01-01T12:00:00Z");
        try (var timed = doorTo(server.kubeconfig(), "", Clock.fixed(noon, ZoneOffset.UTC))) {
            var late = timed.forPerson(caller("alice"), noon);
            var early = timed.forPerson(caller("alice"), noon.plusMillis(1));

            assertThatThrownBy(() -> late.pods().inNamespace("shop").list())
                    .isInstanceOf(DoorShut.class);
            assertThatCode(() -> early.pods().inNamespace("shop").list())
                    .doesNotThrowAnyException();
        }
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void followsNoRedirect() {
        server.now(exchange -> {
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/elsewhere");
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });

        assertThatThrownBy(() -> createConfigMap(door))
                .isInstanceOf(KubernetesClientException.class);

        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void staysOpenWhenAPersonsClientIsClosed() {
        door.forPerson(caller("alice")).close();

        assertThatCode(() -> door.forPerson(caller("bob")).pods().inNamespace("shop").list())
                .doesNotThrowAnyException();
    }

    @Test
    void saysThatAClusterIsBusyAndSendsNothing() throws Exception {
        var arrived = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        server.now(exchange -> {
            arrived.countDown();
            await(answer);
            answering(200, EMPTY).answer(exchange);
        });
        try (var narrow = ClusterFixture.narrowDoorTo(server.kubeconfig(), Duration.ofSeconds(5))) {
            var first =
                    Thread.ofVirtual()
                            .start(() ->
                                    narrow.forPerson(caller("alice"))
                                            .pods()
                                            .inNamespace("shop")
                                            .list());
            arrived.await();

            Thread.currentThread().interrupt(); // waiting for a turn ends at once
            assertThatThrownBy(
                            () -> narrow.forPerson(caller("bob")).pods().inNamespace("shop").list())
                    .hasMessage(
                            "Cluster staging is busy: it is given 1 at once, and all of them are"
                                    + " under way. Try again in a moment.");
            Thread.interrupted();
            answer.countDown();
            first.join();
        }
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void leavesAClusterAloneThatDoesNotAnswerAndTriesAgainLater() {
        var time = new AtomicReference<>(Instant.parse("2026-01-01T12:00:00Z"));
        server.now(breakingOff());
        try (var timed = doorTo(server.kubeconfig(), "", clock(time))) {
            for (var i = 0; i < 5; i++) {
                assertThatThrownBy(() -> createConfigMap(timed))
                        .isInstanceOf(KubernetesClientException.class);
            }
            var sent = server.asked().size();
            server.now(answering(200, EMPTY));

            assertThatThrownBy(
                            () -> timed.forPerson(caller("bob")).pods().inNamespace("shop").list())
                    .hasMessage(
                            "Cluster staging did not answer the last 5 calls and is left alone for"
                                    + " up to 5 s. Try again then.");
            assertThat(server.asked()).hasSize(sent);

            time.set(time.get().plusSeconds(6));
            timed.forPerson(caller("bob")).pods().inNamespace("shop").list();
            timed.forPerson(caller("bob")).pods().inNamespace("shop").list();
            assertThat(server.asked()).hasSize(sent + 2);
        }
    }

    private static Clock clock(AtomicReference<Instant> time) {
        InstantSource source = time::get;
        return source.withZone(ZoneOffset.UTC);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void createConfigMap(ClusterDoor door) {
        var configMap =
                new ConfigMapBuilder().withNewMetadata().withName("x").endMetadata().build();
        door.forPerson(caller("alice"))
                .configMaps()
                .inNamespace("shop")
                .resource(configMap)
                .create();
    }
}
