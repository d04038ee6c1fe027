package dev.kubechat.app.replica;

import dev.kubechat.app.KubechatApplication;
import dev.kubechat.app.Target;
import dev.kubechat.cluster.ClusterHealth;
import dev.kubechat.cluster.ClusterId;
import dev.kubechat.cluster.ClusterState;
import java.util.LinkedHashMap;
import java.util.Map;

/** The real application with a kill switch. */
public final class ReplicaMain {

    private ReplicaMain() {}

    public static void main(String[] settings) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (var setting : settings) {
            var parts = setting.split("=", 2);
            all.put(parts[0], parts[1]);
        }
        var application = KubechatApplication.start(Target.ALL, all, KillSwitch.class);
        warmUp(application.getBean(ClusterHealth.class));
        System.out.println("READY");
    }

    /** The short time limits of the test are for calls, not for loading classes. */
    private static void warmUp(ClusterHealth health) {
        while (health.of(new ClusterId("staging")) instanceof ClusterState.Away) {
            Thread.onSpinWait();
        }
    }
}
