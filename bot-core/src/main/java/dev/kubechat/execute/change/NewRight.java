package dev.kubechat.execute.change;

import dev.kubechat.execute.api.ApiResource;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.kubectl.Bindings;
import dev.kubechat.kubectl.CreateRight;
import dev.kubechat.kubectl.InvalidName;
import dev.kubechat.kubectl.ResourceType;
import dev.kubechat.kubectl.RoleRules;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The objects of {@code kubectl create serviceaccount}, {@code role}, {@code rolebinding} and their cluster-wide twins. */
final class NewRight {

    static final String RBAC = "rbac.authorization.k8s.io";
    private static final String VERSION = RBAC + "/v1";

    // verbs that mean something for these only
    private static final Map<String, Set<String>> SPECIAL =
            Map.of(
                    "use",
                    Set.of("podsecuritypolicies.policy", "podsecuritypolicies.extensions"),
                    "bind",
                    Set.of("roles." + RBAC, "clusterroles." + RBAC),
                    "escalate",
                    Set.of("roles." + RBAC, "clusterroles." + RBAC),
                    "impersonate",
                    Set.of(
                            "users",
                            "serviceaccounts",
                            "groups",
                            "userextras.authentication.k8s.io"));

    private final Sight sight;
    private final @Nullable String namespace;

    /** @param namespace null leaves it out */
    NewRight(Sight sight, @Nullable String namespace) {
        this.sight = sight;
        this.namespace = namespace;
    }

    /** @throws No if the cluster has no such resource, or it is a token */
    ObjectNode of(CreateRight command) {
        var name = command.object().name();
        return switch (command) {
            case CreateRight.ServiceAccount _ -> Draft.of("v1", "ServiceAccount", name, namespace);
            case CreateRight.Role role -> {
                var object = Draft.of(VERSION, "Role", name, namespace);
                rules(object, role.rules());
                yield object;
            }
            case CreateRight.ClusterRole role -> clusterRole(role);
            case CreateRight.RoleBinding binding -> {
                var object = Draft.of(VERSION, "RoleBinding", name, namespace);
                subjects(object, binding.subjects());
                var role = binding.role();
                reference(
                        object,
                        role == null ? "ClusterRole" : "Role",
                        role == null ? String.valueOf(binding.clusterRole()) : role);
                yield object;
            }
            case CreateRight.ClusterRoleBinding binding -> {
                var object = Draft.of(VERSION, "ClusterRoleBinding", name, null);
                subjects(object, binding.subjects());
                reference(object, "ClusterRole", binding.clusterRole());
                yield object;
            }
            case CreateRight.Token _ ->
                    throw new No(
                            "Tokens are not made here: whoever reads one may use it. Make it with"
                                    + " kubectl at the cluster.");
        };
    }

    private ObjectNode clusterRole(CreateRight.ClusterRole command) {
        var role = Draft.of(VERSION, "ClusterRole", command.object().name(), null);
        var rules = command.rules();
        if (rules != null) {
            rules(role, rules);
            return role;
        }
        role.putNull("rules");
        var selector =
                role.putObject("aggregationRule").putArray("clusterRoleSelectors").addObject();
        Draft.put(selector, "matchLabels", command.aggregated());
        return role;
    }

    private void rules(ObjectNode role, RoleRules rules) {
        var list = role.putArray("rules");
        resources(rules)
                .forEach((group, resources) -> {
                    var rule = verbs(list, rules);
                    rule.putArray("apiGroups").add(group);
                    Draft.put(rule, "resources", List.copyOf(resources));
                    Draft.put(rule, "resourceNames", rules.resourceNames());
                });
        if (!rules.paths().isEmpty()) {
            Draft.put(verbs(list, rules), "nonResourceURLs", rules.paths());
        }
    }

    private static ObjectNode verbs(ArrayNode list, RoleRules rules) {
        var rule = list.addObject();
        Draft.put(rule, "verbs", rules.verbs());
        return rule;
    }

    private Map<String, Set<String>> resources(RoleRules rules) {
        var byGroup = new TreeMap<String, Set<String>>();
        for (var typed : rules.resources()) {
            var parts = typed.split("/", 2);
            var named = parts[0].split("\\.", 2);
            var resource = find(parts[0]);
            var plural = resource.isPresent() ? resource.get().plural() : named[0];
            var group =
                    resource.isPresent()
                            ? resource.get().group()
                            : named.length > 1 ? named[1] : "";
            if (!named[0].equals("*")) {
                check(rules.verbs(), plural, group, resource.isPresent());
            }
            byGroup.computeIfAbsent(group, _ -> new LinkedHashSet<>())
                    .add(parts.length > 1 ? plural + "/" + parts[1] : plural);
        }
        return byGroup;
    }

    private Optional<ApiResource> find(String typed) {
        try {
            return typed.equals("*") ? Optional.empty() : sight.find(ResourceType.of(typed));
        } catch (InvalidName none) {
            return Optional.empty();
        }
    }

    private static void check(List<String> verbs, String plural, String group, boolean known) {
        var whole = group.isEmpty() ? plural : plural + "." + group;
        var special = false;
        for (var verb : verbs) {
            var only = SPECIAL.get(verb);
            if (only != null && !only.contains(whole)) {
                throw No.saying(
                        "can not perform '%s' on '%s' in group '%s'"
                                .formatted(verb, plural, group));
            }
            special |= only != null;
        }
        if (!known && !special) {
            var said = "the server doesn't have a resource type \"%s\"".formatted(plural);
            throw new No("The cluster has no resource %s.".formatted(whole), said + "\n");
        }
    }

    private static void subjects(ObjectNode binding, Bindings subjects) {
        if (subjects.users().isEmpty()
                && subjects.groups().isEmpty()
                && subjects.serviceAccounts().isEmpty()) {
            return;
        }
        var list = binding.putArray("subjects");
        subjects.users().forEach(user -> subject(list, "User", user));
        subjects.groups().forEach(group -> subject(list, "Group", group));
        subjects.serviceAccounts()
                .forEach(account -> {
                    var parts = account.split(":", 2);
                    list.addObject()
                            .put("kind", "ServiceAccount")
                            .put("name", parts[1])
                            .put("namespace", parts[0]);
                });
    }

    static void subject(ArrayNode list, String kind, String name) {
        list.addObject().put("kind", kind).put("apiGroup", RBAC).put("name", name);
    }

    private static void reference(ObjectNode binding, String kind, String name) {
        binding.putObject("roleRef").put("apiGroup", RBAC).put("kind", kind).put("name", name);
    }
}
