package dev.kubechat.pipeline;

import dev.kubechat.cluster.Cluster;
import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.NodeCommand;
import dev.kubechat.kubectl.PodCommand;
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
            case KubectlCommand.NotYet _ -> false;
            case PodCommand pod -> pod instanceof PodCommand.Run;
            default -> true;
        };
    }

    private static boolean isDone(KubectlCommand command) {
        return switch (command) {
            case NodeCommand.Drain drain -> drain.options().isUsual() && !drain.disableEviction();
            case KubectlCommand.NotYet _ -> false;
            default -> true;
        };
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
