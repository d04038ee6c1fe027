package dev.kubechat.kubectl;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a new role allows.
 *
 * @param verbs each once, at least one; a {@code *} stands alone
 * @param resources as RESOURCE.GROUP/SUBRESOURCE; a {@code *} stands alone
 * @param resourceNames only these objects; empty for all
 * @param paths of the API server outside its resources, for cluster roles
 */
public record RoleRules(
        List<String> verbs,
        List<String> resources,
        List<String> resourceNames,
        List<String> paths) {

    private static final Set<String> PATH_VERBS =
            Set.of("*", "get", "post", "put", "delete", "patch", "head", "options");

    public RoleRules {
        verbs = alone(verbs);
        resources = alone(resources);
        resourceNames = resourceNames.stream().distinct().toList();
        paths = paths.stream().distinct().toList();
    }

    private static List<String> alone(List<String> values) {
        return values.contains("*") ? List.of("*") : values.stream().distinct().toList();
    }

    static RoleRules of(Said said) {
        RoleRules rules = read(said);
        if (rules.verbs().isEmpty() || rules.resources().isEmpty()) {
            throw incomplete(said);
        }
        return rules;
    }

    static RoleRules ofCluster(Said said) {
        RoleRules rules = read(said);
        if (rules.verbs().isEmpty() || (rules.resources().isEmpty() && rules.paths().isEmpty())) {
            throw incomplete(said);
        }
        if (!rules.paths().isEmpty()) {
            rules.verbs().forEach(RoleRules::checkPathVerb);
            rules.paths().forEach(RoleRules::checkPath);
        }
        return rules;
    }

    /** For a role that takes its rules from others. */
    static @Nullable RoleRules none(Said said) {
        RoleRules rules = read(said);
        boolean some =
                !rules.verbs().isEmpty()
                        || !rules.resources().isEmpty()
                        || !rules.resourceNames().isEmpty()
                        || !rules.paths().isEmpty();
        if (some) {
            throw new Unreadable(
                    "A role with --aggregation-rule takes its rules from other roles: leave --verb"
                            + " and --resource out.");
        }
        return null;
    }

    private static RoleRules read(Said said) {
        List<String> resources = said.list("resource");
        resources.forEach(RoleRules::checkResource);
        return new RoleRules(
                said.list("verb"),
                resources,
                said.list("resource-name"),
                said.list("non-resource-url"));
    }

    private static void checkResource(String resource) {
        if (resource.isEmpty() || resource.startsWith(".") || resource.startsWith("/")) {
            throw new Unreadable(
                    "--resource is like pods, deployments.apps or pods/log, and not %s."
                            .formatted(Shown.quoted(resource)));
        }
    }

    private static void checkPathVerb(String verb) {
        if (!PATH_VERBS.contains(verb)) {
            throw new Unreadable(
                    "%s is no verb for --non-resource-url: get, post, put, delete, patch, head and options are."
                            .formatted(Shown.quoted(verb)));
        }
    }

    private static void checkPath(String path) {
        boolean plain = path.equals("*") || path.startsWith("/");
        int star = path.indexOf('*');
        if (!plain || (star >= 0 && star < path.length() - 1)) {
            throw new Unreadable(
                    "--non-resource-url is a path like /healthz or /healthz/*, and not %s."
                            .formatted(Shown.quoted(path)));
        }
    }

    private static Unreadable incomplete(Said said) {
        String better =
                "kubectl %s reader --verb=get,list --resource=pods".formatted(said.line().verb());
        return new Unreadable(
                "%s needs --verb and --resource, like %s.".formatted(said.line().verb(), better),
                better);
    }

    LineBuilder write(LineBuilder line) {
        return line.list("verb", verbs)
                .list("resource", resources)
                .list("resource-name", resourceNames)
                .list("non-resource-url", paths);
    }
}
