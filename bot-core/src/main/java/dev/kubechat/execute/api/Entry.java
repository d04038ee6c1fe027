package dev.kubechat.execute.api;

import dev.kubechat.cluster.Caller;
import dev.kubechat.cluster.ClusterDoor;
import dev.kubechat.cluster.KnownConfig;
import java.time.Instant;

/** By which way the calls of a command go out. */
public interface Entry {

    Api api(Caller caller);

    /** @param notAfter no request is handed to the network at this time or later */
    Api api(Caller caller, Instant notAfter);

    /** What may be told of the clusters that it leads to. */
    KnownConfig config(Caller caller);

    /** As the person who asked. */
    static Entry of(ClusterDoor door) {
        return new Entry() {
            @Override
            public Api api(Caller caller) {
                return new Api(caller.cluster(), door.forPerson(caller));
            }

            @Override
            public Api api(Caller caller, Instant notAfter) {
                return new Api(caller.cluster(), door.forPerson(caller, notAfter));
            }

            @Override
            public KnownConfig config(Caller caller) {
                return KnownConfig.of(door.known(), caller);
            }
        };
    }
}
