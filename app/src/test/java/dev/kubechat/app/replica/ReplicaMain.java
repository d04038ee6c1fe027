package dev.kubechat.app.replica;

import dev.kubechat.app.KubechatApplication;
import dev.kubechat.app.Target;
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
        KubechatApplication.start(Target.ALL, all, KillSwitch.class);
        System.out.println("READY");
    }
}
