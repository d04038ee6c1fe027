package dev.kubechat.pipeline;

import dev.kubechat.cluster.Cluster;
import dev.kubechat.kubectl.ChangeCommand;
import dev.kubechat.kubectl.CreateCommand;
import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.ManifestCommand;
import dev.kubechat.kubectl.MarkCommand;
import dev.kubechat.kubectl.NodeCommand;
import dev.kubechat.kubectl.PodCommand;
import dev.kubechat.kubectl.ReadCommand;
import dev.kubechat.kubectl.RolloutChange;
import dev.kubechat.kubectl.Selection;
import dev.kubechat.kubectl.SetCommand;
import dev.kubechat.risk.Classifier;
import dev.kubechat.risk.Level;
import dev.kubechat.risk.RiskContext;
import dev.kubechat.risk.Verdict;
import java.util.List;

/** How risky the command is, and why. What is forbidden, or not carried out by this version, ends here. */
final class Classify {

    private final Classifier classifier;

    Classify(Classifier classifier) {
        this.classifier = classifier;
    }

    Stage verdict(Stage.Planned planned) {
        var files = planned.asked().files();
        var named = planned.command().attachments().stream().filter(files::containsKey).toList();
        var verdict =
                of(
                        planned.command(),
                        planned.asked().cluster(),
                        named.stream().map(files::get).toList());
        var judged = new Stage.Judged(planned, verdict);
        if (verdict.level() == Level.FORBIDDEN) {
            return new Stage.Answered(
                    judged, Sentences.forbidden(planned.command(), verdict), Stage.End.REFUSED);
        }
        var missing =
                planned.command().attachments().stream()
                        .filter(name -> !files.containsKey(name))
                        .toList();
        if (!missing.isEmpty()) {
            return new Stage.Answered(
                    judged, Sentences.attach(planned.command(), missing), Stage.End.ASKED_BACK);
        }
        if (!isCarriedOut(planned.command())) {
            return new Stage.Answered(
                    judged, Sentences.notYet(planned.command()), Stage.End.REFUSED);
        }
        if (!planned.command().changes() && verdict.level() == Level.DANGEROUS) {
            return new Stage.Answered(
                    judged, Sentences.readsTooMuch(planned.command(), verdict), Stage.End.REFUSED);
        }
        return judged;
    }

    /** Whether this version can run it, with all that it says. */
    private static boolean isCarriedOut(KubectlCommand command) {
        return command.changes() ? isDone(command) : isRead(command);
    }

    /** A dry run says itself what it cannot try. */
    private static boolean isRead(KubectlCommand command) {
        return switch (command) {
            case ManifestCommand _, KubectlCommand.NotYet _ -> false;
            case PodCommand pod -> pod instanceof PodCommand.Run;
            default -> true;
        };
    }

    private static boolean isDone(KubectlCommand command) {
        return switch (command) {
            case KubectlCommand.Get _,
                    KubectlCommand.Describe _,
                    KubectlCommand.Logs _,
                    KubectlCommand.Events _,
                    KubectlCommand.Raw _,
                    ReadCommand _ ->
                    true;
            case KubectlCommand.Scale scale ->
                    scale.options().isUsual()
                            && scale.timeout() == null
                            && isSpokenOf(scale.selection());
            case KubectlCommand.RolloutRestart restart ->
                    restart.options().isUsual() && isSpokenOf(restart.selection());
            case KubectlCommand.Delete delete ->
                    delete.change().isUsual()
                            && delete.options().timeout() == null
                            && isSpokenOf(delete.selection());
            case MarkCommand mark -> mark.options().isUsual() && isSpokenOf(mark.selection());
            case NodeCommand.Drain drain -> drain.options().isUsual() && !drain.disableEviction();
            case NodeCommand node -> node.options().isUsual();
            case SetCommand set -> set.options().isUsual() && isSpokenOf(set.selection());
            case RolloutChange rollout ->
                    rollout.options().isUsual() && isSpokenOf(rollout.selection());
            case ChangeCommand.Patch patch ->
                    patch.options().isUsual()
                            && patch.patch() != null
                            && !patch.local()
                            && isSpokenOf(patch.selection());
            case CreateCommand create -> create.options().isUsual();
            case ChangeCommand.Expose expose ->
                    expose.options().isUsual() && isSpokenOf(expose.selection());
            case ChangeCommand.Autoscale autoscale ->
                    autoscale.options().isUsual() && isSpokenOf(autoscale.selection());
            case ChangeCommand.CertificateApprove approve ->
                    approve.options().isUsual() && isSpokenOf(approve.selection());
            case ChangeCommand.CertificateDeny deny ->
                    deny.options().isUsual() && isSpokenOf(deny.selection());
            case PodCommand.Run run -> run.options().isUsual();
            case PodCommand _ -> true;
            case ManifestCommand _, KubectlCommand.NotYet _ -> false;
        };
    }

    private static boolean isSpokenOf(Selection selection) {
        return !(selection instanceof Selection.InFiles);
    }

    /** @param files the texts of the manifests that the command names */
    Verdict of(KubectlCommand command, Cluster cluster, List<String> files) {
        return classifier.classify(
                command,
                new RiskContext(
                        cluster.id().value(), cluster.production(), cluster.protectedNamespaces()),
                files);
    }
}
