package dev.kubechat.sandbox.cluster.store;

import dev.kubechat.sandbox.cluster.object.KubeObject;
import java.util.Optional;

/** One write that took effect. The object is as it became; of a removed one, as it was last. */
public record Change(
        String shelf, Kind kind, KubeObject object, Optional<KubeObject> before, long revision) {

    /** Named as watch events name it. */
    public enum Kind {
        ADDED,
        MODIFIED,
        DELETED
    }
}
