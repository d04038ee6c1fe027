package dev.kubechat.execute.change;

import dev.kubechat.execute.api.ApplyPatch;
import dev.kubechat.execute.api.Call;
import dev.kubechat.execute.api.ManifestObject;
import dev.kubechat.execute.api.Seen;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.execute.change.Alteration.Asked;
import dev.kubechat.kubectl.ManifestCommand.Apply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code kubectl apply} by the client: what kubectl would send is tried, and the difference is sent. */
final class ApplyVerb {

    static final String GOING = "Detected changes to resource %s which is currently being deleted.";

    private final Sight sight;
    private final Alteration alteration;
    private final Apply apply;
    private final NewNamespaces made;
    private final Set<String> uids = new HashSet<>();

    ApplyVerb(Sight sight, Alteration alteration, Apply apply, NewNamespaces made) {
        this.sight = sight;
        this.alteration = alteration;
        this.apply = apply;
        this.made = made;
    }

    /** Of the objects that were there when they were planned. */
    Set<String> uids() {
        return Set.copyOf(uids);
    }

    /**
     * Two plannings where the object is deleted and made anew.
     *
     * @throws No if the server would not do it
     */
    List<Planning> plan(ManifestObject object) {
        if (object.name().isEmpty()) {
            throw No.saying(
                    "from %s: cannot use generate name with apply"
                            .formatted(
                                    object.wanted()
                                            .path("metadata")
                                            .path("generateName")
                                            .asString("")));
        }
        if (made.await(object)) {
            return List.of(alteration.creation(object, wanted(object), "created", query()));
        }
        var live = object.live(sight);
        if (live == null) {
            return List.of(
                    alteration.create(
                            object.resource(),
                            object.namespace(),
                            wanted(object),
                            "created",
                            ManifestVerb.errors("creating", object),
                            query()));
        }
        uids.add(live.path("metadata").path("uid").asString(""));
        return changed(object, live);
    }

    private String query() {
        return ManifestVerb.query(apply.options(), "kubectl-client-side-apply");
    }

    private List<Planning> changed(ManifestObject object, ObjectNode live) {
        if (!ManifestObject.isNoted(live)) {
            sight.warn(
                    "resource %s/%s is missing the %s annotation which is required by kubectl apply. kubectl apply should only be used on resources created declaratively by either kubectl create --save-config or kubectl apply. The missing annotation will be patched automatically."
                            .formatted(
                                    object.resource().plural(),
                                    object.name(),
                                    ManifestObject.APPLIED));
        }
        var patch = ApplyPatch.noted(sight, object, live);
        if (!apply.overwrite()) {
            refuseConflicts(object, live, patch);
        }
        if (patch.isEmpty()) {
            return List.of(between(object, live, live, "unchanged"));
        }
        if (alteration.isLocal()) {
            return List.of(between(object, live, MergePatch.of(live, patch), "configured"));
        }
        var seen = new Seen(object.resource(), live);
        var call =
                new Call("PATCH", seen.path().asked(query()), Alteration.MERGE, patch.toString())
                        .dry();
        var reply = sight.api().answered(sight.api().call(call));
        if (apply.replacement().force() && (reply.code() == 409 || reply.code() == 422)) {
            return new ReplacedByForce(sight, alteration)
                    .applied(object, live, apply, reply.message(), query());
        }
        var after =
                alteration.accepted(
                        reply, call, seen, ManifestVerb.errors("applying patch for", object));
        return List.of(between(object, live, after, "configured"));
    }

    private void refuseConflicts(ManifestObject object, ObjectNode live, ObjectNode patch) {
        if (ApplyPatch.conflicts(sight, object, live, patch)) {
            throw new No(
                    "%s is not what was applied last, and --overwrite=false leaves it so. kubectl diff shows what would be overwritten; without the flag it is. (The note of what was applied counts too, as in kubectl, so with this flag only what needs no change goes through.)"
                            .formatted(object.resource().called(object.name())),
                    "error: error when patching \"%s\": the patch conflicts with changes made from original to current\n"
                            .formatted(object.file()));
        }
    }

    private Planning between(ManifestObject object, ObjectNode live, JsonNode after, String done) {
        if (after.path("metadata").has("deletionTimestamp")) {
            sight.warn(GOING.formatted(object.name()));
        }
        var seen = new Seen(object.resource(), live);
        var words = seen.called() + " " + done;
        return alteration.between(seen, live, after, new Asked("", words, words, query()));
    }

    private static ObjectNode wanted(ManifestObject object) {
        return withoutNulls(object.noted());
    }

    // as kubectl does where it makes what it applies
    private static ObjectNode withoutNulls(ObjectNode object) {
        for (var name : new ArrayList<>(object.propertyNames())) {
            var value = object.get(name);
            if (value.isNull()) {
                object.remove(name);
            } else {
                withoutNulls(value);
            }
        }
        return object;
    }

    private static void withoutNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            withoutNulls(object);
        } else {
            node.forEach(ApplyVerb::withoutNulls);
        }
    }
}
