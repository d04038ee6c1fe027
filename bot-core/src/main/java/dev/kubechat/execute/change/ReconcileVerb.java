package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.Call;
import dev.kubechat.execute.api.ManifestObject;
import dev.kubechat.execute.api.Seen;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.change.Alteration.Asked;
import dev.kubechat.kubectl.Cascade;
import dev.kubechat.kubectl.DeleteOptions;
import dev.kubechat.kubectl.ManifestCommand.Reconcile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code kubectl auth reconcile}: roles and bindings get the rights and subjects that a manifest asks for. */
final class ReconcileVerb {

    private static final String GROUP = "rbac.authorization.k8s.io";
    private static final String KEPT = "rbac.authorization.kubernetes.io/autoupdate";
    private static final Set<String> ROLES = Set.of("roles", "clusterroles");
    private static final Set<String> BINDINGS = Set.of("rolebindings", "clusterrolebindings");

    private final Sight sight;
    private final Alteration alteration;
    private final Reconcile reconcile;

    ReconcileVerb(Sight sight, Alteration alteration, Reconcile reconcile) {
        this.sight = sight;
        this.alteration = alteration;
        this.reconcile = reconcile;
    }

    /** @throws Sight.No if the server would not do it */
    Stream<Planning> plan(ManifestObject object) {
        var plural = object.resource().plural();
        var known = ROLES.contains(plural) || BINDINGS.contains(plural);
        if (!known || !object.resource().group().equals(GROUP)) {
            return Stream.of(
                    Planning.nothing(
                            "%s is no role or binding, and stays as it is."
                                    .formatted(object.called()),
                            ""));
        }
        var live = object.live(sight);
        if (live == null) {
            return Stream.of(created(object));
        }
        if (live.path("metadata").path("annotations").path(KEPT).asString("").equals("false")) {
            return Stream.of(kept(object, live));
        }
        if (ROLES.contains(plural)) {
            return Stream.of(
                    changed(
                            object,
                            live,
                            Reconciled.role(
                                    live, object.wanted(), reconcile.removeExtraPermissions())));
        }
        return role(live).equals(role(object.wanted()))
                ? Stream.of(
                        changed(
                                object,
                                live,
                                Reconciled.binding(
                                        live, object.wanted(), reconcile.removeExtraSubjects())))
                : madeAnew(object, live);
    }

    private static List<String> role(JsonNode binding) {
        var role = binding.path("roleRef");
        return Stream.of("apiGroup", "kind", "name")
                .map(field -> role.path(field).asString(""))
                .toList();
    }

    private Planning created(ManifestObject object) {
        var wanted = object.wanted().deepCopy();
        if (ROLES.contains(object.resource().plural()) && !wanted.has("rules")) {
            wanted.putNull("rules"); // as kubectl sends and prints it
        }
        return alteration.create(object.resource(), object.namespace(), wanted, "reconciled", null);
    }

    private Planning kept(ManifestObject object, ObjectNode live) {
        var seen = new Seen(object.resource(), live);
        var same = alteration.between(seen, live, live, asked(seen));
        return new Planning(
                Optional.empty(),
                List.of(
                        "%s asks to be left alone, by its annotation %s=false."
                                .formatted(seen.called(), KEPT)),
                same.said());
    }

    private static Asked asked(Seen seen) {
        var words = seen.called() + " reconciled";
        return new Asked("", words, words, null);
    }

    private Planning changed(ManifestObject object, ObjectNode live, ObjectNode wanted) {
        var seen = new Seen(object.resource(), live);
        if (alteration.isLocal() || wanted.equals(live)) {
            return alteration.between(seen, live, wanted, asked(seen));
        }
        var call = new Call("PUT", seen.path(), Api.JSON, wanted.toString()).dry();
        return alteration.between(seen, live, alteration.tried(call, seen, null), asked(seen));
    }

    /** The server lets no binding name another role. */
    private Stream<Planning> madeAnew(ManifestObject object, ObjectNode live) {
        if (alteration.isRehearsed()) {
            alteration.tell(object.called(), object.called() + " reconciled", object.wanted());
            return Stream.of(Planning.nothing("%s was tried.".formatted(object.called()), ""));
        }
        var call =
                new Call(
                        "POST",
                        ApiPath.of(object.resource(), object.namespace()),
                        Api.JSON,
                        object.wanted().toString());
        // whoever may not bind that role must not lose the binding that is there
        OtherName.tried(sight, alteration, object, object.wanted());
        var made =
                alteration.creation(
                        new Seen(object.resource(), object.wanted()),
                        object.namespace(),
                        call,
                        "reconciled",
                        null);
        var words =
                "%s names another role, so it is deleted and made anew, which the server tried under another name."
                        .formatted(object.resource().called(object.name()));
        return Stream.of(deleted(object, live), made.telling(List.of(words)));
    }

    // kubectl says one word of both
    private static Planning deleted(ManifestObject object, ObjectNode live) {
        var how = new DeleteOptions(Cascade.BACKGROUND, null, false, false, true, true, null);
        return DeleteVerb.planned(object.resource(), live, how).saying("");
    }
}
