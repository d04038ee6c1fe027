package dev.kubechat.cluster;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Heap that the inventory takes for one pod, beside the heap that the pod as a whole would take. Prints both and their ratio. */
public final class InventoryMemory {

    private static final int PODS = 10_000;

    private InventoryMemory() {}

    public static void main(String[] words) {
        var before = used();
        var names = new KnownNames();
        for (var i = 0; i < PODS; i++) {
            var pod = pod(i);
            names.put(names.getKey(pod), pod);
        }
        var ofNames = (used() - before) / PODS;
        before = used();
        List<GenericKubernetesResource> whole = new ArrayList<>(PODS);
        for (var i = 0; i < PODS; i++) {
            whole.add(pod(i));
        }
        var ofWhole = (used() - before) / PODS;
        System.out.printf(
                "%d pods: %d bytes each in the inventory, %d as whole objects, 1:%d%n",
                names.size() * whole.size() / PODS,
                ofNames,
                ofWhole,
                ofWhole / Math.max(1, ofNames));
    }

    private static long used() {
        for (var i = 0; i < 4; i++) {
            System.gc();
        }
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Of the size that a Deployment's pod with one container has when it is read as generic JSON. */
    private static GenericKubernetesResource pod(int number) {
        var metadata = new ObjectMeta();
        metadata.setNamespace("namespace-" + number % 50);
        metadata.setName("checkout-7d9f8b6c5-%05x".formatted(number));
        metadata.setResourceVersion(Integer.toString(100_000 + number));
        metadata.setUid("6f1f9f0e-0000-4000-8000-%012x".formatted(number));
        metadata.setLabels(
                Map.of("app", "checkout-" + number, "pod-template-hash", "7d9f8b6c5" + number));
        var pod = new GenericKubernetesResource();
        pod.setMetadata(metadata);
        pod.setAdditionalProperty("spec", tree(number, 2, 6));
        pod.setAdditionalProperty("status", tree(number, 2, 6));
        return pod;
    }

    private static Map<String, Object> tree(int number, int depth, int wide) {
        var fields = new LinkedHashMap<String, Object>();
        for (var i = 0; i < wide; i++) {
            fields.put(
                    "field" + i,
                    depth == 0 || i > 2
                            ? "value-%d-%d".formatted(number, i)
                            : tree(number, depth - 1, wide));
        }
        return fields;
    }
}
