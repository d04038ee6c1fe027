package dev.kubechat.execute.change;

import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.Call;
import dev.kubechat.execute.api.ManifestObject;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Seen;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.kubectl.ManifestCommand.Apply;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code kubectl apply --server-side}: who owns which field is part of what comes out, so the manifest itself is sent, on the
 * condition that the object is the one that was seen and has not changed.
 */
final class ServerApplyVerb {

    static final String TYPE = "application/apply-patch+yaml";

    /** No object has it; the server minds it where there is an object, and makes one where there is none. */
    private static final String NONE = "1";

    private static final String REVIEW =
            """
            Please review the fields above--they currently have other managers. Here
            are the ways you can resolve this warning:
            * If you intend to manage all of these fields, please re-run the apply
              command with the `--force-conflicts` flag.
            * If you do not intend to manage all of the fields, please edit your
              manifest to remove references to the fields that should keep their
              current managers.
            * You may co-own fields by updating your manifest to match the existing
              value; in this case, you'll become the manager if the other manager(s)
              stop managing the field (remove it from their configuration).
            See https://kubernetes.io/docs/reference/using-api/server-side-apply/#conflicts
            """;

    private final Sight sight;
    private final Alteration alteration;
    private final Apply apply;
    private final NewNamespaces made;

    ServerApplyVerb(Sight sight, Alteration alteration, Apply apply, NewNamespaces made) {
        this.made = made;
        this.sight = sight;
        this.alteration = alteration;
        this.apply = apply;
    }

    /** @throws No if the server would not do it, as where others own a field */
    Planning plan(ManifestObject object) {
        requireName(object);
        if (made.await(object)) {
            return alteration.creation(
                    new Seen(object.resource(), object.wanted()),
                    object.namespace(),
                    new Call("PATCH", path(object), TYPE, object.wanted().toString()),
                    "serverside-applied",
                    query());
        }
        return tried(object);
    }

    private static void requireName(ManifestObject object) {
        if (object.name().isEmpty()) {
            throw new No(
                    "What is applied needs a name, and %s has none in %s. Name it, or say kubectl create."
                            .formatted(object.resource().kind(), object.file()));
        }
    }

    private String part() {
        return Objects.requireNonNullElse(apply.subresource(), "");
    }

    private ApiPath path(ManifestObject object) {
        return part().isEmpty() ? object.path() : object.path().at(part());
    }

    private String query() {
        return new ApiPath(ManifestVerb.query(apply.options(), "kubectl"))
                .with("force", String.valueOf(apply.forceConflicts()))
                .text();
    }

    private Planning tried(ManifestObject object) {
        var live = object.live(sight);
        var wanted = object.wanted().deepCopy();
        if (live != null) {
            wanted.withObject("metadata").set("uid", live.path("metadata").path("uid"));
        }
        var part = part();
        var path = path(object);
        var query = query();
        var call = new Call("PATCH", path, TYPE, wanted.toString());
        var sent = new Call("PATCH", path.asked(query), TYPE, call.body());
        var seen = new Seen(object.resource(), live == null ? object.wanted() : live);
        var after = tried(sent.dry(), seen);
        if (after.path("metadata").has("deletionTimestamp")) {
            sight.warn(ApplyVerb.GOING.formatted(object.name()));
        }
        if (alteration.isRehearsed()) {
            alteration.tell(seen.called(), seen.called() + " serverside-applied", after);
            return Planning.nothing("%s was tried.".formatted(seen.called()), "");
        }
        return live == null
                ? alteration.creation(seen, object.namespace(), call, "serverside-applied", query)
                : alteration.applied(seen, live, after, call, part, query);
    }

    private JsonNode tried(Call call, Seen seen) {
        var reply = sight.api().answered(sight.api().call(call));
        if (reply.code() == 409 && !conflicts(reply).isEmpty()) {
            throw conflict(seen, reply);
        }
        return alteration.accepted(reply, call, seen, null);
    }

    private static List<JsonNode> conflicts(Reply reply) {
        return StreamSupport.stream(
                        reply.json().path("details").path("causes").spliterator(), false)
                .filter(cause -> cause.path("reason").asString("").equals("FieldManagerConflict"))
                .toList();
    }

    /** {@code kubectl-edit owns .spec.replicas of Deployment web.} */
    private static No conflict(Seen seen, Reply reply) {
        var owned = new ArrayList<String>();
        for (var cause : conflicts(reply)) {
            var words = cause.path("message").asString("");
            owned.add(
                    "%s (%s)"
                            .formatted(
                                    cause.path("field").asString(""),
                                    words.replaceFirst("^conflict with ", "")));
        }
        return new No(
                "Others own fields of %s that the manifest would change: %s. Take them out of the manifest, or take them over with --force-conflicts."
                        .formatted(
                                seen.resource().called(seen.name()),
                                owned.stream().limit(20).collect(Collectors.joining(", "))),
                "error: " + reply.json().path("message").asString("") + "\n" + REVIEW);
    }

    /** Whether the step sends a manifest for the server to lay over what there is. */
    static boolean applies(Step step) {
        var request = step.request();
        return request != null && request.contentType().equals(TYPE);
    }

    /** What is sent: over just that state of the object which the latest look saw, or over none. */
    static String body(Step step) {
        var request = Objects.requireNonNull(step.request());
        var body = (ObjectNode) Reply.JSON.readTree(request.body());
        body.withObject("metadata")
                .put(
                        "resourceVersion",
                        step.action() == Step.Action.CREATE ? NONE : step.resourceVersion());
        return body.toString();
    }
}
