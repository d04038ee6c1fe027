package dev.kubechat.execute.change;

import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.ApiResource;
import dev.kubechat.execute.api.ManifestObject;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Seen;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.kubectl.DeleteOptions;
import dev.kubechat.kubectl.InvalidName;
import dev.kubechat.kubectl.ManifestCommand.Apply;
import dev.kubechat.kubectl.Replacement;
import dev.kubechat.kubectl.ResourceType;
import dev.kubechat.kubectl.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code kubectl apply --prune}: what was applied once, fits the selector and stands in no manifest any more is deleted, each
 * object in a step of its own.
 */
final class PruneVerb {

    private static final int MOST = 200;

    // kubectl's own lists, in their order
    private static final List<String> USUAL =
            List.of(
                    "core/v1/ConfigMap",
                    "core/v1/Endpoints",
                    "core/v1/PersistentVolumeClaim",
                    "core/v1/Pod",
                    "core/v1/ReplicationController",
                    "core/v1/Secret",
                    "core/v1/Service",
                    "batch/v1/Job",
                    "batch/v1/CronJob",
                    "networking.k8s.io/v1/Ingress",
                    "apps/v1/DaemonSet",
                    "apps/v1/Deployment",
                    "apps/v1/ReplicaSet",
                    "apps/v1/StatefulSet",
                    "core/v1/Namespace",
                    "core/v1/PersistentVolume");

    private static final String SOME_DAY =
            "Deprecated: kubectl apply will no longer prune non-namespaced resources by default"
                    + " when used with the --namespace flag in a future release. To preserve the"
                    + " current behaviour, list the resources you want to target explicitly in the"
                    + " --prune-allowlist flag.";

    private final Sight sight;
    private final Alteration alteration;
    private final Apply apply;

    PruneVerb(Sight sight, Alteration alteration, Apply apply) {
        this.sight = sight;
        this.alteration = alteration;
        this.apply = apply;
    }

    /** @throws No if a type is not known, so that nothing is applied before */
    List<ApiResource> types() {
        var said = Objects.requireNonNull(apply.prune()).types();
        return (said.isEmpty() ? USUAL : said).stream().map(this::type).toList();
    }

    private ApiResource type(String words) {
        var parts = words.split("/", -1);
        if (parts.length != 3) {
            throw No.saying(
                    "invalid GroupVersionKind format: %s, please follow <group/version/kind>"
                            .formatted(words));
        }
        var group = parts[0].equals("core") ? "" : parts[0];
        var type = "%s.%s.%s".formatted(parts[2].toLowerCase(Locale.ROOT), parts[1], group);
        return found(type)
                .orElseThrow(() ->
                        new No(
                                "Cluster %s knows no kind \"%s\" of %s, so nothing of it can be pruned. Look with kubectl api-resources."
                                        .formatted(
                                                sight.caller().cluster(),
                                                parts[2],
                                                parts[0] + "/" + parts[1]),
                                "error: no matches for kind \"%s\" in version \"%s\"\n"
                                        .formatted(
                                                parts[2],
                                                group.isEmpty()
                                                        ? parts[1]
                                                        : group + "/" + parts[1])));
    }

    private Optional<ApiResource> found(String type) {
        try {
            return sight.find(ResourceType.of(type));
        } catch (InvalidName none) {
            return Optional.empty();
        }
    }

    /**
     * @param types those of {@link #types}
     * @param namespaces where something was applied, and where the command runs
     * @param applied uids of what the manifests name
     * @throws No if the person may not look, or it would be a namespace or too much
     */
    List<Planning> plan(
            List<ApiResource> types, Collection<String> namespaces, Set<String> applied) {
        if (Objects.requireNonNull(apply.prune()).types().isEmpty()
                && apply.scope() instanceof Scope.In) {
            sight.warn(SOME_DAY);
        }
        var objects = new ArrayList<Seen>();
        for (var namespace : namespaces) {
            types.stream()
                    .filter(ApiResource::namespaced)
                    .flatMap(type -> leftOver(type, namespace, applied))
                    .forEach(objects::add);
        }
        types.stream()
                .filter(type -> !type.namespaced())
                .flatMap(type -> leftOver(type, null, applied))
                .forEach(objects::add);
        if (objects.size() > MOST) {
            throw new No(
                    "%d objects would be pruned, more than the %d that are looked at at once. Narrow it down with a selector."
                            .formatted(objects.size(), MOST));
        }
        return objects.stream().map(this::pruned).toList();
    }

    private Stream<Seen> leftOver(
            ApiResource type, @Nullable String namespace, Set<String> applied) {
        var path = ApiPath.of(type, namespace);
        var selector = apply.selector();
        var reply = sight.api().get(selector == null ? path : path.with("labelSelector", selector));
        sight.warned(reply);
        return sight.answer(reply)
                .path("items")
                .valueStream()
                .filter(item ->
                        item.path("metadata").path("annotations").has(ManifestObject.APPLIED))
                .filter(item -> !applied.contains(uid(item)))
                .map(item -> new Seen(type, typed(type, item)));
    }

    private static String uid(JsonNode object) {
        return object.path("metadata").path("uid").asString("");
    }

    // items of a list do not say what they are
    private static JsonNode typed(ApiResource type, JsonNode item) {
        var object = Reply.JSON.createObjectNode();
        object.put("apiVersion", type.apiVersion()).put("kind", type.kind());
        item.properties().forEach(field -> object.set(field.getKey(), field.getValue()));
        return object;
    }

    private Planning pruned(Seen seen) {
        var words = seen.called() + " pruned";
        var deletion =
                DeleteVerb.planned(seen.resource(), seen.object(), options(apply.replacement()));
        if (!alteration.isRehearsed()) {
            refuseNamespace(seen);
            return deletion.saying(alteration.said(seen.called(), words, seen.object()));
        }
        if (!alteration.isLocal()) {
            var call = DeleteVerb.call(deletion.step().orElseThrow()).dry();
            alteration.tried(call, seen, null);
        }
        alteration.tell(seen.called(), words, seen.object());
        return Planning.nothing("%s was tried.".formatted(seen.called()), "");
    }

    // the rules that keep namespaces from being deleted go by what a command names
    private static void refuseNamespace(Seen seen) {
        if (seen.resource().is("namespaces", "")) {
            throw new No(
                    "Namespace %s, with all that is in it, would be deleted by this, and --prune deletes no namespaces here. Delete it by name, or say with --prune-allowlist what else is meant."
                            .formatted(seen.name()));
        }
    }

    /** As typed: unlike delete, apply makes no 1 of a 0. */
    static DeleteOptions options(Replacement replacement) {
        var grace = replacement.gracePeriod();
        return new DeleteOptions(
                replacement.cascade(),
                grace,
                grace != null && grace == 0,
                false,
                false,
                false,
                null);
    }
}
