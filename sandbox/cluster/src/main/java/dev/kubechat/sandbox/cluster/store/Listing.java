package dev.kubechat.sandbox.cluster.store;

import dev.kubechat.sandbox.cluster.object.KubeObject;
import java.util.List;

/** The objects of one type as they were at one revision, by namespace and name. */
public record Listing(long revision, List<KubeObject> objects) {
    public Listing {
        objects = List.copyOf(objects);
    }
}
