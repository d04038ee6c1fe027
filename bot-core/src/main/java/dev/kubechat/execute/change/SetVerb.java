package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Seen;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.kubectl.SetCommand;
import dev.kubechat.kubectl.SetEnv;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code kubectl set}: fields of the pods that a workload makes, the selector of a service, and whom a role is given to. */
final class SetVerb {

    private static final List<String> CONTAINERS = List.of("initContainers", "containers");

    private final Sight sight;
    private final Alteration alteration;

    SetVerb(Sight sight, Alteration alteration) {
        this.sight = sight;
        this.alteration = alteration;
    }

    /** @throws No if a container is not there or the server refuses */
    List<Planning> plan(SetCommand command) {
        return switch (command) {
            case SetCommand.Image image ->
                    each(image, seen -> images(seen, image.images()), "image updated");
            case SetCommand.Resources resources ->
                    each(
                            resources,
                            seen -> resources(seen, resources),
                            "resource requirements updated");
            case SetCommand.Account account ->
                    each(account, seen -> account(seen, account), "serviceaccount updated");
            case SetEnv env ->
                    each(
                            env,
                            seen -> {
                                var set = containers(seen);
                                new SetEnvVerb(sight, env).apply(seen, set);
                                return set;
                            },
                            "env updated");
            case SetCommand.Selector selector -> each(selector, seen -> selector(seen, selector));
            case SetCommand.Subject subject -> each(subject, seen -> subjects(seen, subject));
        };
    }

    private Planning selector(Seen seen, SetCommand.Selector command) {
        if (!seen.resource().is("services", "")) {
            throw No.saying("setting a selector is only supported for Services");
        }
        var version = seen.object().path("metadata").path("resourceVersion").asString("");
        if (command.resourceVersion() != null && !command.resourceVersion().equals(version)) {
            throw new No(
                    "%s is at resource version %s, not %s as --resource-version asks. Nothing would be changed."
                            .formatted(seen.called(), version, command.resourceVersion()));
        }
        var wanted = Reply.JSON.createObjectNode();
        NewLimit.selector(wanted, command.selector());
        if (wanted.has("matchExpressions")) {
            throw No.saying("match expression is not supported on this object");
        }
        var patch = Reply.JSON.createObjectNode();
        var fields = patch.putObject("spec").putObject("selector");
        seen.object().path("spec").path("selector").propertyNames().forEach(fields::putNull);
        wanted.path("matchLabels")
                .properties()
                .forEach(one -> fields.set(one.getKey(), one.getValue()));
        var done = seen.called() + " selector updated";
        return alteration.change(seen, Alteration.MERGE, patch.toString(), "", done, done);
    }

    private Planning subjects(Seen seen, SetCommand.Subject command) {
        if (!seen.resource().group().equals(NewRight.RBAC)
                || !List.of("RoleBinding", "ClusterRoleBinding").contains(seen.resource().kind())) {
            throw No.saying(
                    "%s/%s setting subjects is only supported for RoleBinding/ClusterRoleBinding"
                            .formatted(seen.resource().plural(), seen.name()));
        }
        var wanted = Reply.JSON.createArrayNode();
        command.users().stream()
                .distinct()
                .sorted()
                .forEach(user -> NewRight.subject(wanted, "User", user));
        command.groups().stream()
                .distinct()
                .sorted()
                .forEach(group -> NewRight.subject(wanted, "Group", group));
        command.serviceAccounts().stream()
                .distinct()
                .sorted()
                .forEach(account -> wanted.add(serviceAccount(seen, account)));
        var patch = Reply.JSON.createObjectNode();
        var all = patch.putArray("subjects");
        var there = seen.object().path("subjects");
        there.forEach(all::add);
        for (var one : wanted) {
            if (there.valueStream().noneMatch(one::equals)) {
                all.add(one);
            }
        }
        var done = seen.called() + " subjects updated";
        return alteration.change(seen, Alteration.MERGE, patch.toString(), "", done, "");
    }

    private static ObjectNode serviceAccount(Seen seen, String typed) {
        var parts = typed.split(":", 2);
        if (parts[0].isEmpty() && seen.namespace() == null) {
            throw No.saying(
                    "serviceaccount must be <namespace>:<name>, namespace must be specified");
        }
        return Reply.JSON
                .createObjectNode()
                .put("kind", "ServiceAccount")
                .put("name", parts[1])
                .put("namespace", parts[0].isEmpty() ? seen.namespace() : parts[0]);
    }

    private interface Fields {
        /** What is set in the pods' spec. */
        ObjectNode of(Seen seen);
    }

    private List<Planning> each(SetCommand command, Function<Seen, Planning> plan) {
        return new Chosen(sight, command.local())
                .each(
                        command.selection(),
                        command.scope(),
                        seen ->
                                plan.apply(
                                        command.local()
                                                ? new Seen(seen.resource(), ZeroFields.in(seen))
                                                : seen));
    }

    private List<Planning> each(SetCommand command, Fields fields, String done) {
        return each(
                command,
                seen ->
                        alteration.change(
                                seen,
                                Alteration.MERGE,
                                PodTemplates.patch(seen, fields.of(seen)).toString(),
                                "",
                                seen.called() + " " + done,
                                ""));
    }

    private static ObjectNode images(Seen seen, Map<String, String> images) {
        var set = containers(seen);
        images.forEach((name, image) -> {
            var found = matching(set, container -> name.equals("*") || name.equals(container));
            if (found.isEmpty()) {
                throw No.saying("unable to find container named \"%s\"".formatted(name));
            }
            found.forEach(container -> container.put("image", image));
        });
        return set;
    }

    private static ObjectNode resources(Seen seen, SetCommand.Resources command) {
        var set = containers(seen);
        var wanted = glob(command.containers());
        var found = matching(set, container -> wanted.matcher(container).matches());
        if (found.isEmpty()) {
            throw No.saying("unable to find container named %s".formatted(command.containers()));
        }
        found.forEach(container -> {
            put(container, "limits", command.limits());
            put(container, "requests", command.requests());
        });
        return set;
    }

    private static void put(ObjectNode container, String kind, Map<String, String> amounts) {
        if (!amounts.isEmpty()) {
            var resources = container.withObject("/resources");
            var node = resources.putObject(kind);
            amounts.forEach(node::put);
        }
    }

    private static ObjectNode account(Seen seen, SetCommand.Account command) {
        PodTemplates.path(seen); // says so where there are no pods
        var fields =
                Reply.JSON.createObjectNode().put("serviceAccountName", command.serviceAccount());
        // the server keeps the older name of the field alike
        return command.local() ? fields : fields.put("serviceAccount", command.serviceAccount());
    }

    /** Copies of the containers as they are, which a merge patch replaces whole. */
    static ObjectNode containers(Seen seen) {
        var set = Reply.JSON.createObjectNode();
        var spec = PodTemplates.spec(seen);
        for (var field : CONTAINERS) {
            if (spec.path(field) instanceof ArrayNode there) {
                set.set(field, there.deepCopy());
            }
        }
        return set;
    }

    private static List<ObjectNode> matching(ObjectNode set, Predicate<String> name) {
        return CONTAINERS.stream()
                .flatMap(field -> set.path(field).valueStream())
                .filter(container -> name.test(container.path("name").asString("")))
                .map(SetVerb::object)
                .toList();
    }

    private static ObjectNode object(JsonNode node) {
        return (ObjectNode) node;
    }

    static Pattern glob(String wanted) {
        return Pattern.compile("\\Q" + wanted.replace("*", "\\E.*\\Q") + "\\E");
    }
}
