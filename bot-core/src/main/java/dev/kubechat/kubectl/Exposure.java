package dev.kubechat.kubectl;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The service that expose makes, as far as it was described; the rest follows from what is exposed.
 *
 * @param port one, or several between commas; null for those of the object
 * @param targetPort number or name of the port that containers listen on
 * @param protocol like TCP
 * @param type ClusterIP, NodePort, LoadBalancer or ExternalName
 * @param labels its labels; empty for those of the object
 * @param selector which pods it sends to; null for the object's own
 */
public record Exposure(
        @Nullable String name,
        @Nullable String port,
        @Nullable String targetPort,
        @Nullable String protocol,
        @Nullable String type,
        SortedMap<String, String> labels,
        @Nullable String selector,
        @Nullable String externalIp,
        @Nullable String loadBalancerIp,
        @Nullable String clusterIp,
        @Nullable String sessionAffinity) {

    public Exposure {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    static Exposure of(Said said) {
        String affinity = said.text("session-affinity");
        String labels = said.text("labels");
        return new Exposure(
                said.text("name"),
                port(said.text("port")),
                said.text("target-port"),
                said.text("protocol"),
                said.text("type"),
                labels == null ? new TreeMap<>() : Syntax.labels("labels", labels),
                said.text("selector"),
                said.text("external-ip"),
                said.text("load-balancer-ip"),
                said.text("cluster-ip"),
                affinity == null
                        ? null
                        : Syntax.oneOf("session-affinity", affinity, "None", "ClientIP"));
    }

    private static @Nullable String port(@Nullable String typed) {
        if (typed != null && !typed.matches("[+]?[0-9]{1,9}(,[+]?[0-9]{1,9})*")) {
            throw new Unreadable(
                    "--port is a number like 80, or several like 80,443, and not %s."
                            .formatted(Shown.quoted(typed)));
        }
        return typed;
    }

    LineBuilder write(LineBuilder line) {
        return line.flag("name", name)
                .flag("port", port)
                .flag("target-port", targetPort)
                .flag("protocol", protocol)
                .flag("type", type)
                .flag("labels", labels.isEmpty() ? null : Syntax.joined(labels))
                .flag("selector", selector)
                .flag("external-ip", externalIp)
                .flag("load-balancer-ip", loadBalancerIp)
                .flag("cluster-ip", clusterIp)
                .flag("session-affinity", sessionAffinity);
    }
}
