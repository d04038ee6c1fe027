package dev.kubechat.sandbox.cluster.access;

import dev.kubechat.sandbox.cluster.object.Catalog;
import dev.kubechat.sandbox.cluster.object.KubeObject;
import dev.kubechat.sandbox.cluster.object.ObjectKey;
import dev.kubechat.sandbox.cluster.object.ResourceType;
import dev.kubechat.sandbox.cluster.object.StatusError;
import dev.kubechat.sandbox.cluster.store.ObjectStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Role based access control over the roles and bindings that are in the cluster at that moment. */
public final class Rbac {
    private static final String SERVICE_ACCOUNT = "system:serviceaccount:";

    private final ObjectStore store;
    private final ResourceType roles;
    private final ResourceType clusterRoles;
    private final ResourceType roleBindings;
    private final ResourceType clusterRoleBindings;

    public Rbac(ObjectStore store, Catalog catalog) {
        this.store = store;
        this.roles = catalog.named("roles.rbac.authorization.k8s.io");
        this.clusterRoles = catalog.named("clusterroles.rbac.authorization.k8s.io");
        this.roleBindings = catalog.named("rolebindings.rbac.authorization.k8s.io");
        this.clusterRoleBindings = catalog.named("clusterrolebindings.rbac.authorization.k8s.io");
    }

    /** @throws StatusError 403 if the caller may not, in the server's words */
    public void check(Caller caller, Action action) {
        if (grant(caller, action).isEmpty()) {
            throw action.forbidden("User \"%s\" cannot %s".formatted(caller.name(), action.told()));
        }
    }

    public boolean allows(Caller caller, Action action) {
        return grant(caller, action).isPresent();
    }

    /** Why the caller may, or nothing if they may not. */
    public Optional<String> grant(Caller caller, Action action) {
        if (caller.isMaster()) {
            return Optional.of("");
        }
        return grants(caller, namespaceOf(action))
                .filter(grant -> allows(grant.rule(), action))
                .map(Grant::reason)
                .findFirst();
    }

    /** All rules that hold for the caller in a namespace. */
    public List<JsonNode> rules(Caller caller, String namespace) {
        return grants(caller, namespace).map(Grant::rule).toList();
    }

    private record Grant(JsonNode rule, String reason) {}

    private Stream<Grant> grants(Caller caller, String namespace) {
        var clusterWide =
                store.list(clusterRoleBindings).objects().stream()
                        .flatMap(binding -> granted(binding, caller));
        if (namespace.isEmpty()) {
            return clusterWide;
        }
        var local =
                store.list(roleBindings).objects().stream()
                        .filter(binding -> binding.namespace().equals(namespace))
                        .flatMap(binding -> granted(binding, caller));
        return Stream.concat(clusterWide, local);
    }

    private Stream<Grant> granted(KubeObject binding, Caller caller) {
        var subject =
                binding.items("/subjects").stream()
                        .filter(s -> names(s, caller, binding.namespace()))
                        .findFirst();
        if (subject.isEmpty()) {
            return Stream.empty();
        }
        var where =
                binding.namespace().isEmpty()
                        ? binding.name()
                        : binding.name() + "/" + binding.namespace();
        var reason =
                "RBAC: allowed by %s \"%s\" of %s \"%s\" to %s \"%s\""
                        .formatted(
                                binding.kind(),
                                where,
                                binding.text("/roleRef/kind"),
                                binding.text("/roleRef/name"),
                                subject.get().path("kind").asString(""),
                                subject.get().path("name").asString(""));
        return role(binding).stream()
                .flatMap(role -> role.items("/rules").stream())
                .map(rule -> new Grant(rule, reason));
    }

    private Optional<KubeObject> role(KubeObject binding) {
        var name = binding.text("/roleRef/name");
        return binding.text("/roleRef/kind").equals("ClusterRole")
                ? store.find(clusterRoles, new ObjectKey("", name))
                : store.find(roles, new ObjectKey(binding.namespace(), name));
    }

    private static boolean names(JsonNode subject, Caller caller, String bindingNamespace) {
        var name = subject.path("name").asString("");
        return switch (subject.path("kind").asString("")) {
            case "User" -> caller.name().equals(name);
            case "Group" -> caller.groups().contains(name);
            case "ServiceAccount" ->
                    caller.name()
                            .equals(
                                    SERVICE_ACCOUNT
                                            + subject.path("namespace").asString(bindingNamespace)
                                            + ":"
                                            + name);
            default -> false;
        };
    }

    private static boolean allows(JsonNode rule, Action action) {
        return has(rule, "verbs", action.verb())
                && switch (action) {
                    case Action.OnPath path -> coversPath(rule, path.path());
                    case Action.OnResource resource -> covers(rule, resource);
                };
    }

    private static boolean covers(JsonNode rule, Action.OnResource wanted) {
        boolean resource =
                has(rule, "resources", wanted.resourceWithSubresource())
                        || (!wanted.subresource().isEmpty()
                                && listed(rule, "resources", "*/" + wanted.subresource()));
        var names = rule.path("resourceNames");
        return resource
                && has(rule, "apiGroups", wanted.group())
                && (names.isEmpty() || listed(rule, "resourceNames", wanted.name()));
    }

    private static boolean coversPath(JsonNode rule, String path) {
        return rule.path("nonResourceURLs").values().stream()
                .map(url -> url.asString(""))
                .anyMatch(url ->
                        url.equals("*")
                                || url.equals(path)
                                || (url.endsWith("*")
                                        && path.startsWith(url.substring(0, url.length() - 1))));
    }

    private static boolean has(JsonNode rule, String list, String value) {
        return listed(rule, list, "*") || listed(rule, list, value);
    }

    private static boolean listed(JsonNode rule, String list, String value) {
        return rule.path(list).values().stream().anyMatch(v -> v.asString("").equals(value));
    }

    private static String namespaceOf(Action action) {
        return action instanceof Action.OnResource resource ? resource.namespace() : "";
    }
}
