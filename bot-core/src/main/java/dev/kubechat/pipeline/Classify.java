package dev.kubechat.pipeline;

import dev.kubechat.cluster.Cluster;
import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.risk.Classifier;
import dev.kubechat.risk.Level;
import dev.kubechat.risk.RiskContext;
import dev.kubechat.risk.Verdict;

/** How risky the command is, and why. What is forbidden, or not carried out by this version, ends here. */
final class Classify {

    private final Classifier classifier;

    Classify(Classifier classifier) {
        this.classifier = classifier;
    }

    Stage verdict(Stage.Planned planned) {
        var verdict = of(planned.command(), planned.asked().cluster());
        var judged = new Stage.Judged(planned, verdict);
        if (verdict.level() == Level.FORBIDDEN) {
            return new Stage.Answered(
                    judged, Sentences.forbidden(planned.command(), verdict), Stage.End.REFUSED);
        }
        if (planned.command() instanceof KubectlCommand.NotYet notYet) {
            return new Stage.Answered(judged, Sentences.notYet(notYet), Stage.End.REFUSED);
        }
        if (!planned.command().changes() && verdict.level() == Level.DANGEROUS) {
            return new Stage.Answered(
                    judged, Sentences.readsTooMuch(planned.command(), verdict), Stage.End.REFUSED);
        }
        return judged;
    }

    Verdict of(KubectlCommand command, Cluster cluster) {
        return classifier.classify(
                command,
                new RiskContext(
                        cluster.id().value(), cluster.production(), cluster.protectedNamespaces()));
    }
}
