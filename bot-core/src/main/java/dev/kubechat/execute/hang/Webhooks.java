package dev.kubechat.execute.hang;

import dev.kubechat.execute.hang.Surroundings.Resource;
import dev.kubechat.execute.hang.Touch.Doing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Programs that the server asks about a change before it makes it. */
final class Webhooks {

    private static final String GROUP = "admissionregistration.k8s.io";
    private static final List<Resource> CONFIGURATIONS =
            List.of(
                    new Resource(GROUP, "v1", "mutatingwebhookconfigurations"),
                    new Resource(GROUP, "v1", "validatingwebhookconfigurations"));

    private final Surroundings around;

    Webhooks(Surroundings around) {
        this.around = around;
    }

    List<String> of(List<Touch> touches) {
        var names = new ArrayList<String>();
        for (var configuration : CONFIGURATIONS) {
            for (var one : around.list(configuration, null).items()) {
                one.path("webhooks")
                        .valueStream()
                        .filter(hook -> touches.stream().anyMatch(touch -> isAsked(hook, touch)))
                        .map(hook -> hook.path("name").asString(""))
                        .forEach(names::add);
            }
        }
        if (names.isEmpty()) {
            return List.of();
        }
        return List.of(
                "Before it is done, the cluster asks %s, which may change or refuse it."
                        .formatted(
                                names.size() == 1
                                        ? "webhook " + names.getFirst()
                                        : "webhooks " + Phrases.list(names)));
    }

    private boolean isAsked(JsonNode hook, Touch touch) {
        return hook.path("rules").valueStream().anyMatch(rule -> covers(rule, touch))
                && fits(hook.path("objectSelector"), labelled(touch))
                && fitsNamespace(hook.path("namespaceSelector"), touch);
    }

    private static boolean covers(JsonNode rule, Touch touch) {
        var eviction = touch.doing() == Doing.EVICT;
        var group = touch.resource().group();
        var scope = rule.path("scope").asString("*");
        return holds(rule.path("operations"), operation(touch.doing()))
                && holds(rule.path("apiGroups"), group)
                && (scope.equals("*")
                        || scope.equals(touch.namespace() == null ? "Cluster" : "Namespaced"))
                && rule.path("resources")
                        .valueStream()
                        .anyMatch(one ->
                                isResource(
                                        one.asString(""),
                                        touch.resource().plural(),
                                        eviction ? "eviction" : touch.subresource()));
    }

    private static String operation(Doing doing) {
        return switch (doing) {
            case CHANGE, RESTART -> "UPDATE";
            case MAKE, EVICT -> "CREATE";
            case CONNECT -> "CONNECT";
            case DELETE, ORPHAN -> "DELETE";
        };
    }

    private static boolean holds(JsonNode names, String sought) {
        return Stream.of("*", sought)
                .anyMatch(
                        one -> names.valueStream().anyMatch(name -> name.asString("").equals(one)));
    }

    /** {@code pods}, {@code pods/eviction}, {@code pods/*}, {@code *}, {@code *}{@code /scale} or {@code *}{@code /*}. */
    private static boolean isResource(String said, String plural, String subresource) {
        var slash = said.indexOf('/');
        var resource = slash < 0 ? said : said.substring(0, slash);
        var sub = slash < 0 ? "" : said.substring(slash + 1);
        return (resource.equals("*") || resource.equals(plural))
                && (sub.equals("*") || sub.equals(subresource));
    }

    // what is sent to connect has no labels, whatever the pod has
    private static JsonNode labelled(Touch touch) {
        return touch.doing() == Doing.CONNECT ? MissingNode.getInstance() : touch.seen();
    }

    private static boolean fits(JsonNode selector, JsonNode object) {
        return selector.isEmpty() || Labels.fits(selector, Labels.of(object));
    }

    // what is in no namespace is asked about whatever the selector, but for namespaces themselves
    private boolean fitsNamespace(JsonNode selector, Touch touch) {
        if (selector.isEmpty()) {
            return true;
        }
        if (touch.is("namespaces", "")) {
            return Labels.fits(selector, Labels.of(touch.seen()));
        }
        if (touch.namespace() == null) {
            return true;
        }
        return namespace(touch.namespace())
                .map(namespace -> Labels.fits(selector, Labels.of(namespace)))
                .orElse(false);
    }

    private Optional<JsonNode> namespace(@Nullable String name) {
        return name == null
                ? Optional.of(MissingNode.getInstance())
                : around.get(Resource.core("namespaces"), null, name);
    }
}
