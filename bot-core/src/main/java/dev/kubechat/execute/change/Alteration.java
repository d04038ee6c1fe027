package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.ApiResource;
import dev.kubechat.execute.api.Call;
import dev.kubechat.execute.api.ManifestObject;
import dev.kubechat.execute.api.Masking;
import dev.kubechat.execute.api.ObjectKey;
import dev.kubechat.execute.api.Refusals;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Seen;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.Gone;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.kubectl.ChangeCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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
    private final ChangeNotes notes;
    private final ChangeWords printed;

    /** @param secretValues whether values of secrets may be set; a chat must not hold them (P9) */
    private Alteration(
            Sight sight,
            boolean secretValues,
            @Nullable Rehearsal rehearsal,
            ChangeCommand command) {
        this.sight = sight;
        this.secretValues = secretValues;
        this.rehearsal = rehearsal;
        this.notes = new ChangeNotes(command);
        this.printed = new ChangeWords(command, secretValues);
    }

    /** Tells in place of making steps. */
    static Alteration rehearsed(Sight sight, Rehearsal rehearsal, ChangeCommand command) {
        return new Alteration(sight, true, rehearsal, command);
    }

    /**
     * Makes steps.
     *
     * @param secretValues whether values of secrets may be set; a chat must not hold them (P9)
     */
    static Alteration meant(Sight sight, boolean secretValues, ChangeCommand command) {
        return new Alteration(sight, secretValues, null, command);
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

    /** In a rehearsal, of one more object. */
    void tell(String called, String words, JsonNode object) {
        if (rehearsal != null) {
            rehearsal.tell(called, words, (ObjectNode) object);
        }
    }

    /** In a rehearsal, of an object that would not be taken; the others are tried all the same. */
    void fail(No no) {
        if (rehearsal != null) {
            rehearsal.fail(no);
        }
    }

    /** In a rehearsal, whether an object would not be taken. */
    boolean hasFailed() {
        return rehearsal != null && !rehearsal.errors().isEmpty();
    }

    /** Whether the server is not asked what would come of it. */
    boolean isLocal() {
        return rehearsal != null && !rehearsal.asksServer();
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
        var sent = subresource.isEmpty() ? notes.caused(contentType, patch) : patch;
        if (isLocal() && contentType.equals(MERGE) && subresource.isEmpty()) {
            var merged = MergePatch.of(seen.object(), Reply.JSON.readTree(sent));
            return between(
                    seen, seen.object(), merged, new Asked(subresource, done, unchanged, null));
        }
        var path = subresource.isEmpty() ? seen.path() : seen.path().at(subresource);
        var call = new Call("PATCH", path, contentType, sent).dry();
        var after = tried(call, seen, null);
        var before = subresource.isEmpty() ? seen.object() : sight.answer(sight.api().get(path));
        if (subresource.equals("approval")) {
            // the server puts its own times in, which are others whenever it is tried
            after = MergePatch.of(before, Reply.JSON.readTree(patch));
        }
        return between(seen, before, after, new Asked(subresource, done, unchanged, null));
    }

    /**
     * How a change is sent and told.
     *
     * @param subresource empty for the object itself
     * @param done what kubectl prints when it was done
     * @param unchanged what it prints when there is nothing to do
     * @param query what the path ends with; null for nothing
     */
    record Asked(String subresource, String done, String unchanged, @Nullable String query) {}

    /**
     * From one state to another that the server has made in a dry run.
     *
     * @throws No if values of a secret would change and may not
     */
    Planning between(Seen seen, JsonNode before, JsonNode after, Asked asked) {
        var diff = FieldDiff.between(before, after, IN_STATUS.contains(asked.subresource()));
        if (rehearsal != null) {
            var words = diff.isEmpty() ? asked.unchanged() : asked.done();
            rehearsal.tell(seen.called(), words, rehearsal.object(before, after));
            return Planning.nothing("%s was tried.".formatted(seen.called()), "");
        }
        if (diff.isEmpty()) {
            return Planning.nothing(
                    "%s is so already.".formatted(seen.called()),
                    printed.said(seen.called(), asked.unchanged(), before));
        }
        refuseSecretValues(seen.resource(), before, after);
        var changes =
                FieldDiff.shown(diff, Masking.object(before), Masking.object(after)).stream()
                        .filter(change -> !change.path().equals(ManifestObject.NOTE))
                        .toList();
        var step = Planning.step(Step.Action.CHANGE, seen.resource(), before, changes);
        var call =
                new Call(
                        "PATCH",
                        seen.path(),
                        Api.JSON_PATCH,
                        Call.text(diff.operations(step.object().uid())));
        return step(
                step,
                printed.request(
                        call, asked.subresource(), seen.called(), asked.done(), asked.query()),
                new Planning.View(before, after, diff.paths()));
    }

    /** Of a manifest that the server lays over what is there. */
    Planning applied(
            Seen seen, JsonNode before, JsonNode after, Call call, String part, String query) {
        var diff = FieldDiff.between(before, after, IN_STATUS.contains(part));
        var words = seen.called() + " serverside-applied";
        var owners = Owners.of(before, after);
        if (diff.isEmpty() && owners.isEmpty()) {
            return Planning.nothing(
                    "%s is so already.".formatted(seen.called()),
                    printed.said(seen.called(), words, before));
        }
        refuseSecretValues(seen.resource(), before, after);
        var changes =
                new ArrayList<>(
                        FieldDiff.shown(diff, Masking.object(before), Masking.object(after)));
        changes.addAll(owners);
        return step(
                Planning.step(Step.Action.CHANGE, seen.resource(), before, changes),
                printed.request(call, part, seen.called(), words, query),
                new Planning.View(before, after, diff.paths()));
    }

    private static Planning step(Step step, Step.Request request, Planning.View view) {
        return Planning.of(
                        new Step(
                                step.action(),
                                step.object(),
                                step.resourceVersion(),
                                step.changes(),
                                request),
                        List.of())
                .seen(view);
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
        return create(
                resource,
                namespace,
                notes.kept(object),
                done,
                failure == null
                        ? Reply::asKubectlSaysIt
                        : reply -> "error: " + failure + Masking.text(reply.message()) + "\n",
                null);
    }

    /**
     * The same, of an object that stands whole in a manifest.
     *
     * @param errors what kubectl says of a server's no
     * @param query what the path ends with; null for nothing
     */
    Planning create(
            ApiResource resource,
            @Nullable String namespace,
            ObjectNode object,
            String done,
            Function<Reply, String> errors,
            @Nullable String query) {
        var seen = new Seen(resource, object);
        var words = seen.called() + " " + done;
        if (rehearsal != null && isLocal()) {
            rehearsal.tell(seen.called(), words, object);
            return Planning.nothing("%s was tried.".formatted(seen.called()), "");
        }
        var path = ApiPath.of(resource, namespace);
        var call = new Call("POST", path, Api.JSON, object.toString());
        var after =
                tried(
                        new Call("POST", path.asked(query), Api.JSON, call.body()).dry(),
                        seen,
                        errors);
        if (rehearsal != null) {
            rehearsal.tell(seen.called(), words, (ObjectNode) after);
            return Planning.nothing("%s was tried.".formatted(seen.called()), "");
        }
        return creation(seen, namespace, call, done, query)
                .seen(new Planning.View(Consequences.none(), after, List.of()));
    }

    /** What kubectl prints of an object as it is now. */
    String said(String called, String words, JsonNode object) {
        return printed.said(called, words, object);
    }

    /** The step that makes an object of a manifest which the server could not try. */
    Planning creation(ManifestObject object, ObjectNode wanted, String done, String query) {
        var path = ApiPath.of(object.resource(), object.namespace());
        return creation(
                new Seen(object.resource(), wanted),
                object.namespace(),
                new Call("POST", path, Api.JSON, wanted.toString()),
                done,
                query);
    }

    /** The step that makes an object, tried or not. */
    Planning creation(
            Seen seen, @Nullable String namespace, Call call, String done, @Nullable String query) {
        var resource = seen.resource();
        var object = seen.object();
        var nothing = Reply.JSON.createObjectNode();
        refuseSecretValues(resource, nothing, object);
        var key =
                new ObjectKey(
                        resource.group(),
                        resource.version(),
                        resource.plural(),
                        resource.kind(),
                        namespace,
                        seen.name(),
                        "");
        var shown =
                FieldDiff.shown(
                        FieldDiff.between(nothing, ManifestObject.bare(object), false),
                        nothing,
                        Masking.object(ManifestObject.bare(object)));
        return step(
                new Step(Step.Action.CREATE, key, "", shown),
                printed.request(call, "", seen.called(), seen.called() + " " + done, query),
                new Planning.View(Consequences.none(), object, List.of()));
    }

    /** @throws No if the server would not do it */
    JsonNode tried(Call call, Seen seen, @Nullable Function<Reply, String> errors) {
        return accepted(sight.api().answered(sight.api().call(call)), call, seen, errors);
    }

    /** What the server answered. */
    JsonNode accepted(Reply reply, Call call, Seen seen, @Nullable Function<Reply, String> errors) {
        sight.warned(reply);
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
        if (reply.code() == 404 && call.method().equals("PATCH")) {
            throw new Gone(sentence, reply.asKubectlSaysIt());
        }
        throw new No(
                sentence,
                errors == null ? reply.asKubectlSaysIt() : errors.apply(reply),
                () -> reply.code() == 403 ? Refusals.granting(reply, sight.api()) : "");
    }

    private void refuseSecretValues(ApiResource resource, JsonNode before, JsonNode after) {
        var values =
                resource.is("secrets", "")
                        && (!before.path("data").equals(after.path("data"))
                                || !after.path("stringData").isMissingNode());
        if (values && !secretValues) {
            throw new No(
                    "A secret's values are not set from a chat: everybody who reads it would know"
                        + " them. Make it with kubectl at the cluster, or through your GitOps.");
        }
    }
}
