package dev.kubechat.risk;

import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.Reading;
import java.util.List;

/** From a command, and what is known about its target, to how risky it is. */
public final class Classifier {

    public Verdict classify(KubectlCommand command, RiskContext context) {
        var judgement = new Judgement();
        Policy.judge(command, judgement);
        Surroundings.judge(command, context, judgement);
        return judgement.verdict();
    }

    /** What could not be read, or never runs from a chat, is FORBIDDEN for the reason the reader gave. */
    public Verdict classify(Reading reading, RiskContext context) {
        return switch (reading) {
            case Reading.Command read -> classify(read.command(), context);
            case Reading.Rejected rejected ->
                    new Verdict(Level.FORBIDDEN, List.of(rejected.sentence()));
        };
    }
}
