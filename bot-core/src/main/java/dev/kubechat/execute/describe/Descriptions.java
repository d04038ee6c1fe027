package dev.kubechat.execute.describe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/** All kinds kubectl has a description of its own for; any other is told field by field. */
public final class Descriptions {

    private static final List<String> V1 = List.of("v1");
    private static final String NETWORK = "networking.k8s.io";
    private static final String STORAGE = "storage.k8s.io";
    private static final String RBAC = "rbac.authorization.k8s.io";

    private record Entry(List<String> versions, BiConsumer<Subject, Page> description) {}

    private static final Map<String, Entry> KINDS = new LinkedHashMap<>();

    static {
        add("", "Pod", PodDescription::describe);
        add("", "ReplicationController", WorkloadDescriptions::replicationController);
        add("", "Secret", ConfigDescriptions::secret);
        add("", "Service", ServiceDescription::describe);
        add("", "ServiceAccount", ConfigDescriptions::serviceAccount);
        add("", "Node", NodeDescription::describe);
        add("", "LimitRange", Quotas::limitRange);
        add("", "ResourceQuota", Quotas::quota);
        add("", "PersistentVolume", StorageDescriptions::volume);
        add("", "PersistentVolumeClaim", ClaimDescription::describe);
        add("", "Namespace", Quotas::namespace);
        add("", "Endpoints", EndpointDescriptions::endpoints);
        add("", "ConfigMap", ConfigDescriptions::configMap);
        add("discovery.k8s.io", "EndpointSlice", EndpointDescriptions::slice);
        KINDS.put(
                key("autoscaling", "HorizontalPodAutoscaler"),
                new Entry(List.of("v2", "v1"), ScalerDescription::describe));
        add(NETWORK, "Ingress", IngressDescriptions::ingress);
        add(NETWORK, "IngressClass", IngressDescriptions::ingressClass);
        KINDS.put(
                key(NETWORK, "ServiceCIDR"),
                new Entry(List.of("v1", "v1beta1"), AddressDescriptions::serviceCidr));
        KINDS.put(
                key(NETWORK, "IPAddress"),
                new Entry(List.of("v1", "v1beta1"), AddressDescriptions::ipAddress));
        add(NETWORK, "NetworkPolicy", NetworkPolicyDescription::describe);
        add("batch", "Job", JobDescriptions::job);
        add("batch", "CronJob", JobDescriptions::cronJob);
        add("apps", "StatefulSet", WorkloadDescriptions::statefulSet);
        add("apps", "Deployment", DeploymentDescription::describe);
        add("apps", "DaemonSet", WorkloadDescriptions::daemonSet);
        add("apps", "ReplicaSet", WorkloadDescriptions::replicaSet);
        add("certificates.k8s.io", "CertificateSigningRequest", CertificateDescription::describe);
        add(STORAGE, "StorageClass", StorageDescriptions::storageClass);
        add(STORAGE, "CSINode", StorageDescriptions::csiNode);
        add(STORAGE, "VolumeAttributesClass", StorageDescriptions::volumeAttributesClass);
        add("policy", "PodDisruptionBudget", PolicyDescriptions::disruptionBudget);
        add(RBAC, "Role", RbacDescriptions::role);
        add(RBAC, "ClusterRole", RbacDescriptions::role);
        add(RBAC, "RoleBinding", RbacDescriptions::binding);
        add(RBAC, "ClusterRoleBinding", RbacDescriptions::binding);
        add("scheduling.k8s.io", "PriorityClass", PolicyDescriptions::priorityClass);
    }

    private Descriptions() {}

    private static void add(String group, String kind, BiConsumer<Subject, Page> description) {
        KINDS.put(key(group, kind), new Entry(V1, description));
    }

    private static String key(String group, String kind) {
        return group + "/" + kind;
    }

    /** Group and kind of all that have a description of their own. */
    static List<Map.Entry<String, String>> kinds() {
        return KINDS.keySet().stream()
                .map(key -> key.split("/", 2))
                .map(key -> Map.entry(key[0], key[1]))
                .toList();
    }

    /** The versions a kind is described at, the best first; empty where any will do. */
    public static List<String> versions(String group, String kind) {
        var entry = KINDS.get(key(group, kind));
        return entry == null ? List.of() : entry.versions();
    }

    /**
     * @param object as the server sent it at one of {@link #versions}, with its kind and API version
     * @return whole lines, aligned
     * @throws NotShown if something that kubectl does not do without is not shown
     */
    public static String text(
            String group, String kind, JsonNode object, boolean showEvents, Window window) {
        var entry = KINDS.get(key(group, kind));
        var page = new Page(window);
        var subject = new Subject(object, window.masked(object), showEvents, window);
        if (entry == null) {
            GenericDescription.describe(subject, page);
        } else {
            entry.description().accept(subject, page);
        }
        return page.text();
    }

    /** What pods are made from, with the tabs that nobody aligns, as a rollout's history shows it. */
    public static String podTemplate(JsonNode template, Window window) {
        var page = new Page(window);
        PodTemplate.print(page, template);
        return page.tabbed();
    }
}
