package dev.kubechat.execute.change;

import dev.kubechat.cluster.ClusterDoor;
import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.api.Discovery;
import dev.kubechat.execute.api.ObjectKey;
import dev.kubechat.execute.read.Reads;
import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.KubectlReader;
import dev.kubechat.kubectl.Reading;
import java.time.Clock;
import java.util.List;

/** Words for tests that run commands on a cluster. */
public final class ExecuteFixture {

    private ExecuteFixture() {}

    public static Reads readsThrough(ClusterDoor door) {
        return new Reads(door, new Discovery(door, Clock.systemUTC()), Clock.systemUTC());
    }

    public static Changes changesThrough(ClusterDoor door) {
        return new Changes(door, new Discovery(door, Clock.systemUTC()), Clock.systemUTC());
    }

    public static Access accessThrough(ClusterDoor door) {
        return new Access(door, new Discovery(door, Clock.systemUTC()));
    }

    /** @param line without {@code kubectl}, with its namespace */
    public static KubectlCommand command(String line) {
        return switch (new KubectlReader().read("kubectl " + line)) {
            case Reading.Command read -> read.command();
            case Reading.Rejected rejected ->
                    throw new IllegalArgumentException(rejected.sentence());
        };
    }

    public static Step scaling(int was, int becomes) {
        return new Step(
                Step.Action.SCALE,
                checkout(),
                "7",
                List.of(
                        new FieldChange(
                                "spec.replicas", String.valueOf(was), String.valueOf(becomes))));
    }

    public static Step restarting() {
        return new Step(
                Step.Action.RESTART,
                checkout(),
                "7",
                List.of(new FieldChange(RestartVerb.AMONG, null, "now")));
    }

    public static Step deleting() {
        return new Step(Step.Action.DELETE, checkout(), "7", List.of());
    }

    public static Step evicting(ObjectKey pod) {
        var body =
                """
                {"apiVersion":"policy/v1","kind":"Eviction","metadata":{"name":"%s","namespace":"%s"},
                "deleteOptions":{"preconditions":{"uid":"%s"}}}
                """
                        .formatted(pod.name(), pod.namespace(), pod.uid());
        return new Step(
                Step.Action.EVICT,
                pod,
                "",
                List.of(),
                new Step.Request("POST", "eviction", Api.JSON, body, "evicted"));
    }

    public static ObjectKey checkout() {
        return new ObjectKey(
                "apps", "v1", "deployments", "Deployment", "shop", "checkout", "uid-1");
    }
}
