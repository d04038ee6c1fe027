package dev.kubechat.sandbox.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;

/** What a client sees of a cluster that goes away. */
class OutageTest {
    private static final int WATCHES = 24;

    /**
     * A watch that ends in good order and has told nothing means "that version is too old" to fabric8: it would list again, and never
     * hear of what was deleted and made again meanwhile.
     */
    @RepeatedTest(20)
    void cutsWatchesOffAndDoesNotEndThem() {
        try (var cluster = StageCluster.start(StageClusterOptions.empty());
                var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var watches = IntStream.range(0, WATCHES).mapToObj(i -> watch(http, cluster)).toList();
            CompletableFuture.anyOf(watches.toArray(CompletableFuture[]::new)).join();

            cluster.beginOutage();

            var begun =
                    watches.stream()
                            .map(watch -> watch.handle((answer, _) -> answer).join())
                            .filter(answer -> answer != null)
                            .toList();
            assertThat(begun).isNotEmpty();
            assertThat(begun)
                    .allSatisfy(watch ->
                            assertThatIOException().isThrownBy(watch.body()::readAllBytes));
        }
    }

    private static CompletableFuture<HttpResponse<InputStream>> watch(
            HttpClient http, StageCluster cluster) {
        var path = "/api/v1/namespaces/shop/configmaps?watch=true&resourceVersion=1000000";
        return http.sendAsync(
                HttpRequest.newBuilder(URI.create(cluster.url() + path))
                        .header("Authorization", "Bearer " + cluster.token("admin"))
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
    }
}
