package dev.kubechat.execute.hang;

import static dev.kubechat.execute.hang.Phrases.verb;

import dev.kubechat.execute.hang.Surroundings.Resource;
import dev.kubechat.execute.hang.Touch.Doing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Who gains or loses which rights. */
final class Rights {

    private static final String GROUP = "rbac.authorization.k8s.io";

    private final Surroundings around;

    Rights(Surroundings around) {
        this.around = around;
    }

    List<String> of(Touch touch) {
        if (!touch.resource().group().equals(GROUP) || Deletions.isAlready(touch)) {
            return List.of();
        }
        return switch (touch.kind()) {
            case "RoleBinding", "ClusterRoleBinding" -> ofBinding(touch);
            case "Role", "ClusterRole" -> ofRole(touch);
            default -> List.of();
        };
    }

    private static List<String> ofBinding(Touch touch) {
        var before = subjects(touch.before());
        var after = touch.isDeletion() ? List.<String>of() : subjects(touch.after());
        var sentences = new ArrayList<String>();
        var lost = before.stream().filter(one -> !after.contains(one)).toList();
        var gained = after.stream().filter(one -> !before.contains(one)).toList();
        var rights = rights(touch);
        if (!lost.isEmpty()) {
            sentences.add(told(lost, verb(lost.size(), "loses", "lose"), rights));
        }
        if (!gained.isEmpty()) {
            sentences.add(told(gained, verb(gained.size(), "gets", "get"), rights));
        }
        return sentences;
    }

    private static String told(List<String> who, String verb, String rights) {
        return Phrases.begun("%s %s the rights of %s.".formatted(Phrases.list(who), verb, rights));
    }

    private static String rights(Touch touch) {
        var role = touch.seen().path("roleRef");
        return "%s %s %s"
                .formatted(
                        role.path("kind").asString(""),
                        role.path("name").asString(""),
                        touch.namespace() == null
                                ? "in the whole cluster"
                                : "in namespace " + touch.namespace());
    }

    private List<String> ofRole(Touch touch) {
        if (touch.doing() == Doing.MAKE || !(touch.isDeletion() || touch.sets("rules"))) {
            return List.of();
        }
        var bound =
                bindings(touch)
                        .filter(binding -> isTo(binding, touch))
                        .flatMap(binding -> subjects(binding).stream())
                        .toList();
        if (bound.isEmpty()) {
            return List.of(
                    "No binding that you can see gives %s to anybody.".formatted(touch.called()));
        }
        return List.of(
                touch.isDeletion()
                        ? "The rights of %s are taken from %s."
                                .formatted(touch.called(), Phrases.list(bound))
                        : "The rights of %s change for %s."
                                .formatted(touch.called(), Phrases.list(bound)));
    }

    private Stream<JsonNode> bindings(Touch touch) {
        var inNamespaces = around.list(Resource.rights("rolebindings"), touch.namespace());
        return touch.kind().equals("Role")
                ? inNamespaces.items().stream()
                : Stream.concat(
                        around.list(Resource.rights("clusterrolebindings"), null).items().stream(),
                        inNamespaces.items().stream());
    }

    private static boolean isTo(JsonNode binding, Touch touch) {
        var role = binding.path("roleRef");
        return role.path("kind").asString("").equals(touch.kind())
                && role.path("name").asString("").equals(touch.name());
    }

    private static List<String> subjects(JsonNode binding) {
        return binding.path("subjects").valueStream().map(Rights::subject).toList();
    }

    private static String subject(JsonNode subject) {
        var name = subject.path("name").asString("");
        return switch (subject.path("kind").asString("")) {
            case "User" -> "user " + name;
            case "Group" -> "group " + name;
            default ->
                    "service account %s/%s".formatted(subject.path("namespace").asString(""), name);
        };
    }
}
