package dev.kubechat.execute.change;

import dev.kubechat.execute.api.ManifestObjects;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.kubectl.ChangeCommand;
import dev.kubechat.kubectl.CreateCommand;
import dev.kubechat.kubectl.CreateRight;
import dev.kubechat.kubectl.ManifestCommand;
import dev.kubechat.kubectl.MarkCommand;
import dev.kubechat.kubectl.NodeCommand;
import dev.kubechat.kubectl.ObjectName;
import dev.kubechat.kubectl.PodCommand;
import dev.kubechat.kubectl.ResourceType;
import dev.kubechat.kubectl.RolloutChange;
import dev.kubechat.kubectl.Scope;
import dev.kubechat.kubectl.Selection;
import dev.kubechat.kubectl.SetCommand;
import java.time.Instant;
import java.util.List;

/** What each object comes to that a command changes or makes, whether it is meant or only tried. */
final class ChangePlans {

    private final Sight sight;
    private final Alteration alteration;
    private final Instant now;

    ChangePlans(Sight sight, Alteration alteration, Instant now) {
        this.sight = sight;
        this.alteration = alteration;
        this.now = now;
    }

    /** @throws No if it cannot be done, or is not run by this version */
    List<Planning> of(ChangeCommand change) {
        return switch (change) {
            case MarkCommand mark -> new MarkVerb(sight, alteration, mark).plan();
            case NodeCommand.Drain drain -> new DrainVerb(sight, alteration, drain, now).plan();
            case NodeCommand node -> new NodeVerb(sight, alteration).plan(node);
            case SetCommand set -> new SetVerb(sight, alteration).plan(set);
            case RolloutChange rollout -> new RolloutChangeVerb(sight, alteration).plan(rollout);
            case ChangeCommand.Patch patch -> new PatchVerb(sight, alteration, patch).plan();
            case CreateRight.Token token -> new TokenVerb(sight, alteration).plan(token);
            case CreateCommand create -> new CreateVerb(sight, alteration).plan(create);
            case ChangeCommand.Expose expose -> new ExposeVerb(sight, alteration, expose).plan();
            case ChangeCommand.Autoscale autoscale ->
                    new AutoscaleVerb(sight, alteration, autoscale).plan();
            case PodCommand.Run run -> new RunVerb(sight, alteration, run).plan();
            case ChangeCommand.CertificateApprove approve ->
                    new CertificateVerb(sight, alteration)
                            .approve(approve.selection(), approve.scope());
            case ChangeCommand.CertificateDeny deny ->
                    new CertificateVerb(sight, alteration).deny(deny.selection(), deny.scope());
            case ManifestCommand manifest -> new ManifestVerb(sight, alteration).plan(manifest);
            case PodCommand.Exec exec -> new ExecVerb(sight, alteration.showsSecrets()).plan(exec);
            case PodCommand.CopyOut copy ->
                    new ExecVerb(sight, alteration.showsSecrets()).plan(copy);
            case PodCommand.CopyIn _ ->
                    throw new No(
                            "Files are not put into containers: they would be gone with the pod."
                                    + " Change the image, or a config map that it mounts.");
            case PodCommand.Debug debug -> new DebugVerb(sight, alteration, debug).plan();
        };
    }

    /** The objects by name that are spoken of: a selector never reaches a write (P14). */
    static List<ObjectName> names(Selection selection, Scope scope, Sight sight) {
        if (selection instanceof Selection.Named(var names)) {
            return names;
        }
        if (selection instanceof Selection.InFiles(var manifests, var selector)) {
            return new ManifestObjects(sight, scope, false)
                    .of(manifests, selector).stream()
                            .map(object ->
                                    new ObjectName(
                                            ResourceType.of(object.resource().resource()),
                                            object.name()))
                            .toList();
        }
        if (scope instanceof Scope.Everywhere) {
            throw new No(
                    "What is changed is chosen in one namespace at a time: name it with -n in place"
                            + " of -A.");
        }
        return new Chosen(sight)
                .objects(selection, scope).stream()
                        .map(seen ->
                                new ObjectName(
                                        ResourceType.of(seen.resource().resource()), seen.name()))
                        .toList();
    }
}
