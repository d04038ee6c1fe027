package dev.kubechat.execute.describe;

import dev.kubechat.execute.describe.Window.Resource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** {@code kubectl describe node}. */
final class NodeDescription {

    private static final Resource LEASES = new Resource("coordination.k8s.io", "v1", "leases");
    private static final Resource SLICES = new Resource("resource.k8s.io", "v1", "resourceslices");
    private static final String ROLE = "node-role.kubernetes.io/";
    private static final int POOLS = 10;

    private NodeDescription() {}

    static void describe(Subject node, Page page) {
        var pods = pods(node);
        page.field("Name", node.name());
        page.field("Roles", Values.orNone(String.join(",", roles(node))));
        WorkloadDescriptions.labels(node, page);
        page.field("CreationTimestamp", page.time(node.at("metadata.creationTimestamp")));
        Pairs.taints(page, "Taints", node.at("spec.taints"));
        page.field("Unschedulable", Values.flag(node.object(), "spec.unschedulable"));
        lease(node, page);
        conditions(node, page);
        page.write(0, "Addresses:\n");
        Values.items(node.at("status.addresses"))
                .forEach(address ->
                        page.field(
                                1, Values.text(address, "type"), Values.text(address, "address")));
        amounts(page, "Capacity", node.at("status.capacity"));
        amounts(page, "Allocatable", node.at("status.allocatable"));
        slices(node, page);
        info(node, page);
        page.fieldIfSet(0, "PodCIDR", node.text("spec.podCIDR"));
        page.fieldIfSet(0, "PodCIDRs", Values.joined(node.at("spec.podCIDRs"), ","));
        page.fieldIfSet(0, "ProviderID", node.text("spec.providerID"));
        pods.ifPresentOrElse(
                seen -> new NodeResources(node.object(), seen, page).print(),
                () -> page.write(0, "Pods:\tnot authorized\n"));
        Happenings.print(node, page, "Node", List.of(node.uid(), node.name()));
    }

    private static Optional<List<JsonNode>> pods(Subject node) {
        try {
            return Optional.of(
                    node.window()
                            .list(
                                    Subject.PODS,
                                    null,
                                    null,
                                    "spec.nodeName="
                                            + node.name()
                                            + ",status.phase!=Failed,status.phase!=Succeeded"));
        } catch (NotShown notSeen) {
            if (!notSeen.isForbidden()) {
                throw notSeen;
            }
            return Optional.empty();
        }
    }

    private static Set<String> roles(Subject node) {
        var roles = new TreeSet<String>();
        Values.map(node.labels())
                .forEach((label, value) -> {
                    if (label.startsWith(ROLE)) {
                        roles.add(label.substring(ROLE.length()));
                    } else if (label.equals("kubernetes.io/role")) {
                        roles.add(value);
                    }
                });
        roles.remove("");
        return roles;
    }

    private static void lease(Subject node, Page page) {
        JsonNode lease;
        try {
            lease = node.window().masked(node.window().get(LEASES, "kube-node-lease", node.name()));
        } catch (NotShown notSeen) {
            page.field("Lease", "Failed to get lease: " + notSeen.words());
            return;
        }
        page.write(0, "Lease:\n");
        page.field(1, "HolderIdentity", Values.text(lease, "spec.holderIdentity", Values.UNSET));
        page.field(1, "AcquireTime", timeOrUnset(page, Values.at(lease, "spec.acquireTime")));
        page.field(1, "RenewTime", timeOrUnset(page, Values.at(lease, "spec.renewTime")));
    }

    private static String timeOrUnset(Page page, JsonNode time) {
        return Values.isThere(time) ? page.time(time) : Values.UNSET;
    }

    private static void conditions(Subject node, Page page) {
        var conditions = Values.items(node.at("status.conditions"));
        if (!conditions.isEmpty()) {
            page.write(0, "Conditions:\n");
            page.write(1, "Type\tStatus\tLastHeartbeatTime\tLastTransitionTime\tReason\tMessage\n");
            page.write(1, "----\t------\t-----------------\t------------------\t------\t-------\n");
            conditions.forEach(condition ->
                    page.write(1, Conditions.withTimes(page, condition, "lastHeartbeatTime")));
        }
    }

    private static void amounts(Page page, String title, JsonNode amounts) {
        var all = Values.map(amounts);
        if (!all.isEmpty()) {
            page.write(0, title + ":\n");
            all.forEach((name, amount) -> page.field(1, name, amount));
        }
    }

    private static void info(Subject node, Page page) {
        var info = node.at("status.nodeInfo");
        page.write(0, "System Info:\n");
        page.field(1, "Machine ID", Values.text(info, "machineID"));
        page.field(1, "System UUID", Values.text(info, "systemUUID"));
        page.field(1, "Boot ID", Values.text(info, "bootID"));
        page.field(1, "Kernel Version", Values.text(info, "kernelVersion"));
        page.field(1, "OS Image", Values.text(info, "osImage"));
        page.field(1, "Operating System", Values.text(info, "operatingSystem"));
        page.field(1, "Architecture", Values.text(info, "architecture"));
        page.field(1, "Container Runtime Version", Values.text(info, "containerRuntimeVersion"));
        page.field(1, "Kubelet Version", Values.text(info, "kubeletVersion"));
    }

    private record Pool(String driver, String pool, int slices, int devices) {
        Pool plus(Pool more) {
            return new Pool(driver, pool, slices + more.slices, devices + more.devices);
        }
    }

    private static void slices(Subject node, Page page) {
        var pools = new TreeMap<String, Pool>();
        for (var slice : devices(node)) {
            var pool =
                    new Pool(
                            Values.text(slice, "spec.driver"),
                            Values.text(slice, "spec.pool.name"),
                            1,
                            Values.at(slice, "spec.devices").size());
            pools.merge(pool.driver() + "/" + pool.pool(), pool, Pool::plus);
        }
        if (pools.isEmpty()) {
            return;
        }
        page.write(0, "Node-Local ResourceSlices:\n");
        page.write(1, "Driver\tPool\tSlices\tDevices\n");
        page.write(1, "------\t----\t------\t-------\n");
        pools.values().stream()
                .limit(POOLS)
                .forEach(pool ->
                        page.write(
                                1,
                                "%s\t%s\t%d\t%d\n"
                                        .formatted(
                                                pool.driver(),
                                                pool.pool(),
                                                pool.slices(),
                                                pool.devices())));
        if (pools.size() > POOLS) {
            page.write(1, "...and %d more pools\n".formatted(pools.size() - POOLS));
        }
    }

    private static List<JsonNode> devices(Subject node) {
        try {
            return node.window().list(SLICES, null, null, "spec.nodeName=" + node.name());
        } catch (NotShown notSeen) {
            return List.of();
        }
    }
}
