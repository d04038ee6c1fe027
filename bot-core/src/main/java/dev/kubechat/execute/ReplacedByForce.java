package dev.kubechat.execute;

import dev.kubechat.kubectl.DeleteOptions;
import dev.kubechat.kubectl.KubectlCommand.Delete;
import dev.kubechat.kubectl.ManifestCommand.Replace;
import dev.kubechat.kubectl.ObjectName;
import dev.kubechat.kubectl.ResourceType;
import dev.kubechat.kubectl.Selection;
import java.util.ArrayList;
import java.util.List;

/** {@code kubectl replace --force}: what is there is deleted, then made anew of the manifest. */
final class ReplacedByForce {

    private final Sight sight;
    private final Alteration alteration;
    private final Replace replace;

    ReplacedByForce(Sight sight, Alteration alteration, Replace replace) {
        this.sight = sight;
        this.alteration = alteration;
        this.replace = replace;
    }

    /** All deletions come first, as in kubectl. */
    List<Planning> plan(List<ManifestObject> objects) {
        var plannings = new ArrayList<Planning>();
        objects.stream().map(this::deleted).forEach(plannings::add);
        objects.stream().map(this::made).forEach(plannings::add);
        return plannings;
    }

    private Planning deleted(ManifestObject object) {
        var name = new ObjectName(ResourceType.of(object.resource().resource()), object.name());
        var how =
                new DeleteOptions(
                        replace.replacement().cascade(),
                        replace.replacement().gracePeriod(),
                        false,
                        false,
                        true,
                        true,
                        null);
        var delete = new Delete(new Selection.Named(List.of(name)), replace.scope(), how);
        return new DeleteVerb(sight, delete).plan(name);
    }

    private Planning made(ManifestObject object) {
        var wanted =
                replace.options().savesConfig() || ManifestObject.isNoted(object.wanted())
                        ? object.noted()
                        : object.wanted();
        var call =
                new Call(
                        "POST",
                        ApiPath.of(object.resource(), object.namespace()),
                        Api.JSON,
                        wanted.toString());
        var step =
                alteration.creation(
                        new Seen(object.resource(), wanted),
                        object.namespace(),
                        call,
                        "replaced",
                        ManifestVerb.query(replace.options(), "kubectl-replace"));
        var words =
                "%s is made anew after it was deleted, which the server cannot try before. If it refuses, the object stays deleted."
                        .formatted(object.resource().called(object.name()));
        return step.telling(List.of(words));
    }
}
