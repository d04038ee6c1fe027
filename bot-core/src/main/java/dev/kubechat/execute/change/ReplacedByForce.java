package dev.kubechat.execute.change;

import dev.kubechat.execute.api.ManifestObject;
import dev.kubechat.execute.api.Masking;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.kubectl.DeleteOptions;
import dev.kubechat.kubectl.ManifestCommand.Apply;
import dev.kubechat.kubectl.ManifestCommand.Replace;
import dev.kubechat.kubectl.Replacement;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** {@code --force} of replace and apply: what is there is deleted, then made anew of the manifest. */
final class ReplacedByForce {

    private final Sight sight;
    private final Alteration alteration;

    ReplacedByForce(Sight sight, Alteration alteration) {
        this.sight = sight;
        this.alteration = alteration;
    }

    /** All deletions come first, as in kubectl. */
    List<Planning> plan(List<ManifestObject> objects, Replace replace) {
        var plannings = new ArrayList<Planning>();
        objects.stream()
                .map(object -> deleted(object, replace.replacement()))
                .forEach(plannings::add);
        objects.stream().map(object -> made(object, replace)).forEach(plannings::add);
        return plannings;
    }

    private Planning deleted(ManifestObject object, Replacement replacement) {
        var live = object.live(sight);
        if (live == null) {
            return Planning.nothing("There is no %s.".formatted(object.called()), "");
        }
        var how =
                new DeleteOptions(
                        replacement.cascade(),
                        replacement.gracePeriod(),
                        false,
                        false,
                        true,
                        true,
                        null);
        return DeleteVerb.planned(object.resource(), live, how);
    }

    private Planning made(ManifestObject object, Replace replace) {
        var wanted =
                replace.options().savesConfig() || ManifestObject.isNoted(object.wanted())
                        ? object.noted()
                        : object.wanted();
        return alteration
                .creation(
                        object,
                        wanted,
                        "replaced",
                        ManifestVerb.query(replace.options(), "kubectl-replace"))
                .telling(
                        "%s is made anew after it was deleted, which the server cannot try before. If it refuses, the object stays deleted."
                                .formatted(object.resource().called(object.name())));
    }

    /**
     * Of an object that the server refuses to change as the manifest says.
     *
     * @param why in the server's words
     */
    List<Planning> applied(
            ManifestObject object, ObjectNode live, Apply apply, String why, String query) {
        var wanted = object.noted();
        if (!object.resource().is("services", "")) {
            // the addresses that a service holds are free only when it is gone
            OtherName.tried(sight, alteration, object, wanted);
        }
        var deletion =
                DeleteVerb.planned(object.resource(), live, PruneVerb.options(apply.replacement()));
        var making =
                alteration
                        .creation(object, wanted, "configured", query)
                        .telling(
                                "The server does not change %s like that (%s), so by --force it is deleted and made anew. If it then refuses, the object stays deleted."
                                        .formatted(
                                                object.resource().called(object.name()),
                                                Masking.text(why)));
        return List.of(deletion.saying(""), making);
    }
}
