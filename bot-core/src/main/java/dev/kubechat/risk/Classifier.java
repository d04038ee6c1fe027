package dev.kubechat.risk;

import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.Reading;
import java.util.List;

/** From a command, and what is known about its target, to how risky it is, by rules that an admin can read and change. */
public final class Classifier {

    private final Rules rules;

    private Classifier(Rules rules) {
        this.rules = rules;
    }

    /** By the rules that come with KubeChat. */
    public Classifier() {
        this(RulesFile.builtIn());
    }

    /**
     * By rules of one's own.
     * @throws InvalidRules if they cannot be taken
     */
    public static Classifier of(String yaml) {
        return new Classifier(RulesFile.read(yaml));
    }

    /** A command whose manifests, if it names some, are not there: judged by what it would do with any. */
    public Verdict classify(KubectlCommand command, RiskContext context) {
        return classify(command, context, List.of());
    }

    /** @param files the texts of the manifests that the command names, YAML or JSON */
    public Verdict classify(KubectlCommand command, RiskContext context, List<String> files) {
        return rules.judge(new Facts(command, context, rules.programs(), files));
    }

    /**
     * Whether a program in a container changes nothing.
     * @param words the program, then what it is told; false for one that is not known
     */
    public boolean onlyReads(List<String> words) {
        return rules.programs().kind(words) == Programs.Kind.READS;
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
