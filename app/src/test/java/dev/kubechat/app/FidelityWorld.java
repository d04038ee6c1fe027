package dev.kubechat.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The manifests of the folder {@code fidelity/world} on a real cluster, applied and waited for by kubectl. */
final class FidelityWorld implements AutoCloseable {

    private final FidelityTwins twins;
    private final Path folder;
    private final Map<String, String> pods = new HashMap<>();

    FidelityWorld(FidelityTwins twins, Path folder) {
        this.twins = twins;
        this.folder = folder;
    }

    /** Takes away first what an interrupted run may have left. */
    void prepare() {
        close();
        apply("10-kinds.yaml");
        kubectl("wait --for=condition=Established crd --all --timeout=50s");
        apply("20-cluster.yaml");
        apply("30-shop.yaml");
        apply("40-data.yaml");
        kubectl("rollout status deploy/api -n fid-shop --timeout=50s");
        apply("50-second-rollout.yaml");
        settle();
    }

    private void settle() {
        kubectl("rollout status deploy/api -n fid-shop --timeout=50s");
        kubectl("rollout status deploy/web -n fid-shop --timeout=50s");
        kubectl("rollout status sts/db -n fid-data --timeout=50s");
        kubectl("rollout status ds/agent -n fid-data --timeout=50s");
        kubectl("wait --for=condition=Complete job/migrate -n fid-data --timeout=50s");
        kubectl("wait --for=condition=Failed job/doomed -n fid-data --timeout=50s");
        kubectl(
                "wait --for=jsonpath={.status.containerStatuses[0].state.terminated} pod/wrecked"
                        + " -n fid-data --timeout=50s");
        for (var app : List.of("crashing", "greedy", "mistyped")) {
            kubectl(
                    "wait --for=jsonpath={.status.containerStatuses[0].state.waiting.reason} pod"
                            + " -n fid-data --timeout=50s -l app="
                            + app);
        }
        kubectl(
                "wait --for=jsonpath={.status.phase}=Running pod -l app=hesitant -n fid-data"
                        + " --timeout=50s");
    }

    /** @param which NAMESPACE/LABEL=VALUE */
    String pod(String which) {
        return pods.computeIfAbsent(
                which,
                _ -> {
                    var parts = which.split("/", 2);
                    return kubectl(
                            "get pods -n %s -l %s -o jsonpath={.items[0].metadata.name}"
                                    .formatted(parts[0], parts[1]));
                });
    }

    private void apply(String file) {
        kubectl("apply -f " + folder.resolve(file));
    }

    private String kubectl(String words) {
        var said = twins.kubectl(null, Arrays.asList(words.split(" ")));
        if (said.exit() != 0) {
            throw new IllegalStateException("kubectl " + words + ": " + said.errors());
        }
        return said.out();
    }

    @Override
    public void close() {
        // kinds that a cluster without the world does not know are no failure
        for (var file : List.of("40-data.yaml", "30-shop.yaml", "20-cluster.yaml")) {
            twins.kubectl(
                    null,
                    List.of(
                            "delete",
                            "--ignore-not-found",
                            "--wait=false",
                            "-f",
                            folder.resolve(file).toString()));
        }
        twins.kubectl(
                null,
                List.of(
                        "delete",
                        "--ignore-not-found",
                        "--timeout=50s",
                        "-f",
                        folder.resolve("10-kinds.yaml").toString()));
    }
}
