package dev.kubechat.sandbox.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What goes on: watches, informers and followed logs. */
class Fabric8StreamsTest {
    private static StageCluster cluster;
    private static KubernetesClient admin;

    @BeforeAll
    static void start() {
        cluster = StageCluster.start(StageClusterOptions.shop());
        admin = Fabric8.client(cluster, "admin");
    }

    @AfterAll
    static void stop() {
        admin.close();
        cluster.close();
    }

    @Test
    void readsAndFollowsLogs() {
        var pod =
                admin.pods()
                        .inNamespace("payments")
                        .withLabel("app", "payments-api")
                        .list()
                        .getItems()
                        .getFirst();
        var log =
                admin.pods()
                        .inNamespace("payments")
                        .withName(pod.getMetadata().getName())
                        .tailingLines(3)
                        .getLog();
        assertThat(log.lines()).hasSize(3);
        try (var followed =
                admin.pods()
                        .inNamespace("payments")
                        .withName(pod.getMetadata().getName())
                        .tailingLines(1)
                        .watchLog()) {
            assertThat(
                            new java.util.Scanner(
                                            followed.getOutput(),
                                            java.nio.charset.StandardCharsets.UTF_8)
                                    .nextLine())
                    .contains("payments-api");
        }
    }

    @Test
    void seesChangesAsTheyHappen() throws InterruptedException {
        var seen = new LinkedBlockingQueue<String>();
        try (var watch = admin.configMaps().inNamespace("kube-public").watch(told(seen))) {
            admin.configMaps().inNamespace("kube-public").resource(Fabric8.map("watched")).create();
            admin.configMaps()
                    .inNamespace("kube-public")
                    .withName("watched")
                    .edit(m -> new ConfigMapBuilder(m).addToData("b", "2").build());
            admin.configMaps().inNamespace("kube-public").withName("watched").delete();
            await(seen, "ADDED watched");
            await(seen, "MODIFIED watched");
            await(seen, "DELETED watched");
        }
    }

    @Test
    void keepsAnInformersCacheUpToDate() throws InterruptedException {
        var seen = new LinkedBlockingQueue<String>();
        try (var informer = admin.pods().inNamespace("shop").inform(new Handler(seen))) {
            admin.pods().inNamespace("shop").withName("redis-0").delete();
            await(seen, "DELETED redis-0");
            cluster.settle();
            assertThat(informer.hasSynced()).isTrue();
        }
    }

    /** It may be told of the pod's end and of the new one, or list again and find another one in its place. */
    @Test
    void catchesUpWithAnInformerAfterAnOutage() throws InterruptedException {
        try (var own = StageCluster.start(StageClusterOptions.shop());
                var client = Fabric8.client(own, "admin")) {
            var seen = new LinkedBlockingQueue<String>();
            var redis = client.pods().inNamespace("shop").withName("redis-0");
            var first = redis.get().getMetadata().getUid();
            try (var informer = client.pods().inNamespace("shop").inform(new Handler(seen))) {
                await(seen, "ADDED redis-0");
                own.beginOutage();
                own.endOutage();
                redis.delete();
                own.settle();
                var second = redis.get().getMetadata().getUid();
                assertThat(second).isNotEqualTo(first);
                await(seen, () -> uids(informer).contains(second));
                assertThat(uids(informer)).doesNotContain(first);
            }
        }
    }

    private static List<String> uids(SharedIndexInformer<Pod> informer) {
        return informer.getStore().list().stream().map(pod -> pod.getMetadata().getUid()).toList();
    }

    private record Handler(BlockingQueue<String> seen)
            implements io.fabric8.kubernetes.client.informers.ResourceEventHandler<Pod> {
        @Override
        public void onAdd(Pod pod) {
            seen.add("ADDED " + pod.getMetadata().getName());
        }

        @Override
        public void onUpdate(Pod before, Pod pod) {
            seen.add("MODIFIED " + pod.getMetadata().getName());
        }

        @Override
        public void onDelete(Pod pod, boolean unknown) {
            seen.add("DELETED " + pod.getMetadata().getName());
        }
    }

    private static Watcher<ConfigMap> told(BlockingQueue<String> seen) {
        return new Watcher<>() {
            @Override
            public void eventReceived(Action action, ConfigMap map) {
                seen.add(action + " " + map.getMetadata().getName());
            }

            @Override
            public void onClose(WatcherException cause) {
                seen.add("CLOSED " + cause.getMessage());
            }
        };
    }

    /** Looks again after each event. */
    private static void await(BlockingQueue<String> seen, BooleanSupplier wanted)
            throws InterruptedException {
        while (!wanted.getAsBoolean()) {
            assertThat(seen.poll(20, TimeUnit.SECONDS)).isNotNull();
        }
    }

    private static void await(BlockingQueue<String> seen, String wanted)
            throws InterruptedException {
        String last;
        do {
            last = seen.poll(20, TimeUnit.SECONDS);
        } while (last != null && !last.equals(wanted));
        assertThat(last).isEqualTo(wanted);
    }
}
