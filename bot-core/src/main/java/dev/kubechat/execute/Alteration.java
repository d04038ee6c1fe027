package dev.kubechat.execute;

import dev.kubechat.execute.Sight.No;
import dev.kubechat.kubectl.ChangeOptions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plans one object's change or making: the server tries it without effect, and what would come out of it is what people see and
 * what is sent, each field with a test of its old value.
 */
final class Alteration {

    static final String MERGE = "application/merge-patch+json";
    static final String STRATEGIC = "application/strategic-merge-patch+json";

    private static final Set<String> IN_STATUS = Set.of("status", "approval");

    private final Sight sight;
    private final boolean secretValues;
    private final @Nullable Rehearsal rehearsal;
    private final boolean namesOnly;

    /** @param secretValues whether values of secrets may be set; a chat must not hold them (P9) */
    private Alteration(
            Sight sight, boolean secretValues, @Nullable Rehearsal rehearsal, boolean namesOnly) {
        this.sight = sight;
        this.secretValues = secretValues;
        this.rehearsal = rehearsal;
        this.namesOnly = namesOnly;
    }

    /** Tells in place of making steps. */
    static Alteration rehearsed(Sight sight, Rehearsal rehearsal) {
        return new Alteration(sight, true, rehearsal, false);
    }

    /**
     * Makes steps.
     *
     * @param secretValues whether values of secrets may be set; a chat must not hold them (P9)
     * @throws No if this version does not do all that the options ask for
     */
    static Alteration meant(Sight sight, boolean secretValues, ChangeOptions options) {
        if (options.recordsCause() || options.savesConfig()) {
            throw new No("--record and --save-config are not run yet. Say it without them.");
        }
        var format = options.output().format();
        if (!format.isEmpty() && !format.equals("name")) {
            throw new No(
                    "A change is told in words or by name here. Say it without -o, and look at the"
                            + " object with kubectl get.");
        }
        return new Alteration(sight, secretValues, null, !format.isEmpty());
    }

    /** Whether credentials may be shown and set; a chat must not hold them (P9). */
    boolean showsSecrets() {
        return secretValues;
    }

    boolean isRehearsed() {
        return rehearsal != null;
    }

    /** In a rehearsal, one more line. */
    void say(String words) {
        if (rehearsal != null) {
            rehearsal.tell(words, words, Reply.JSON.createObjectNode());
        }
    }

    /** Whether the server is not asked what would come of it. */
    boolean isLocal() {
        return rehearsal != null && !rehearsal.asksServer();
    }

    /** One object, as it was seen. */
    record Seen(ApiResource resource, JsonNode object) {

        String name() {
            return object.path("metadata").path("name").asString("");
        }

        @Nullable String namespace() {
            return resource.namespaced()
                    ? object.path("metadata").path("namespace").asString("")
                    : null;
        }

        /** {@code deployment.apps/checkout}. */
        String called() {
            return resource.qualified() + "/" + name();
        }

        ApiPath path() {
            return ApiPath.of(resource, namespace()).at(name());
        }
    }

    /**
     * @param contentType of the patch
     * @param subresource empty for the object itself
     * @param done what kubectl prints when it was done
     * @param unchanged what kubectl prints when there is nothing to do
     * @throws No if the server would not do it
     */
    Planning change(
            Seen seen,
            String contentType,
            String patch,
            String subresource,
            String done,
            String unchanged) {
        var path = subresource.isEmpty() ? seen.path() : seen.path().at(subresource);
        var call = new Call("PATCH", path, contentType, patch).dry();
        var local = isLocal() && contentType.equals(MERGE);
        var after =
                local && subresource.isEmpty()
                        ? MergePatch.of(seen.object(), Reply.JSON.readTree(patch))
                        : tried(call, seen, null);
        var before = subresource.isEmpty() ? seen.object() : sight.answer(sight.api().get(path));
        if (subresource.equals("approval")) {
            // the server puts its own times in, which are others whenever it is tried
            after = MergePatch.of(before, Reply.JSON.readTree(patch));
        }
        var diff = FieldDiff.between(before, after, IN_STATUS.contains(subresource));
        if (rehearsal != null) {
            var words = diff.isEmpty() ? unchanged : done;
            rehearsal.tell(seen.called(), words, rehearsed(rehearsal, before, after));
            return Planning.nothing("%s was tried.".formatted(seen.called()), "");
        }
        if (diff.isEmpty()) {
            return Planning.nothing(
                    "%s is so already.".formatted(seen.called()),
                    namesOnly && !unchanged.isEmpty() ? seen.called() : unchanged);
        }
        refuseSecretValues(seen.resource(), before, after);
        var changes = FieldDiff.shown(diff, Masking.object(before), Masking.object(after));
        var step = Planning.step(Step.Action.CHANGE, seen.resource(), before, changes);
        var uid = step.object().uid();
        var request =
                new Step.Request(
                        "PATCH",
                        subresource,
                        Api.JSON_PATCH,
                        diff.operations(uid).toString(),
                        namesOnly ? seen.called() : done);
        return Planning.of(
                new Step(step.action(), step.object(), step.resourceVersion(), changes, request),
                List.of());
    }

    // without the server, what only it counts stays as it is
    private static ObjectNode rehearsed(Rehearsal rehearsal, JsonNode before, JsonNode after) {
        var object = (ObjectNode) after.deepCopy();
        if (!rehearsal.asksServer() && object.path("metadata") instanceof ObjectNode metadata) {
            for (var field : List.of("generation", "resourceVersion", "managedFields")) {
                if (before.path("metadata").has(field)) {
                    metadata.set(field, before.path("metadata").get(field));
                }
            }
        }
        return object;
    }

    /**
     * @param object whole, with apiVersion, kind and name
     * @param done what kubectl says when it was made, such as {@code created}
     * @param failure what kubectl puts before the server's words; null where it says that they are the server's
     * @throws No if the server would not make it
     */
    Planning create(
            ApiResource resource,
            @Nullable String namespace,
            ObjectNode object,
            String done,
            @Nullable String failure) {
        var seen = new Seen(resource, object);
        var words = seen.called() + " " + done;
        if (rehearsal != null && isLocal()) {
            rehearsal.tell(seen.called(), words, object);
            return Planning.nothing("%s was tried.".formatted(seen.called()), "");
        }
        var path = ApiPath.of(resource, namespace);
        var call = new Call("POST", path, Api.JSON, object.toString());
        var after = tried(call.dry(), seen, failure);
        if (rehearsal != null) {
            rehearsal.tell(seen.called(), words, (ObjectNode) after);
            return Planning.nothing("%s was tried.".formatted(seen.called()), "");
        }
        refuseSecretValues(resource, Reply.JSON.createObjectNode(), after);
        var key =
                new ObjectKey(
                        resource.group(),
                        resource.version(),
                        resource.plural(),
                        resource.kind(),
                        namespace,
                        seen.name(),
                        "");
        var nothing = Reply.JSON.createObjectNode();
        var shown =
                FieldDiff.shown(
                        FieldDiff.between(nothing, object, false), nothing, Masking.object(object));
        return Planning.of(
                new Step(
                        Step.Action.CREATE,
                        key,
                        "",
                        shown,
                        new Step.Request(
                                "POST",
                                "",
                                Api.JSON,
                                object.toString(),
                                namesOnly ? seen.called() : words)),
                List.of());
    }

    private JsonNode tried(Call call, Seen seen, @Nullable String failure) {
        var reply = sight.api().answered(sight.api().call(call));
        if (reply.ok()) {
            return reply.json();
        }
        var sentence =
                switch (reply.code()) {
                    case 403 -> Refusals.forbidden(reply, sight.caller());
                    case 404 ->
                            call.method().equals("PATCH")
                                    ? Refusals.missing(
                                            seen.resource(),
                                            seen.name(),
                                            seen.namespace(),
                                            sight.caller())
                                    : Refusals.other(reply, sight.caller());
                    default -> Refusals.other(reply, sight.caller());
                };
        throw new No(
                sentence,
                failure == null
                        ? reply.asKubectlSaysIt()
                        : "error: " + failure + Masking.text(reply.message()) + "\n");
    }

    private void refuseSecretValues(ApiResource resource, JsonNode before, JsonNode after) {
        var values = resource.is("secrets", "") && !before.path("data").equals(after.path("data"));
        if (values && !secretValues) {
            throw new No(
                    "A secret's values are not set from a chat: everybody who reads it would know"
                        + " them. Make it with kubectl at the cluster, or through your GitOps.");
        }
    }
}
