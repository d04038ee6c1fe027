package dev.kubechat.app.verb;

import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.KubectlReader;
import dev.kubechat.kubectl.Reading;
import dev.kubechat.risk.Classifier;
import dev.kubechat.risk.RiskContext;
import dev.kubechat.risk.Verdict;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The reader and the rules, without a house around them. */
public final class Judge {

    /** What is said where a defect of KubeChat itself comes between. */
    static final String BROKEN =
            "KubeChat broke over this line, and what it cannot read never runs. Please report the"
                    + " line as a defect.";

    private final KubectlReader reader;
    private final Classifier classifier;

    private Judge(KubectlReader reader, Classifier classifier) {
        this.reader = reader;
        this.classifier = classifier;
    }

    /** Loads grammar and rules side by side: each is half of what a first answer waits for. */
    public static Judge with(Supplier<Classifier> rules) {
        var reader = CompletableFuture.supplyAsync(KubectlReader::new);
        Classifier classifier = rules.get();
        return new Judge(reader.join(), classifier);
    }

    public KubectlReader reader() {
        return reader;
    }

    /** Never throws, whatever the text holds. */
    public Reading read(String text) {
        return reader.read(text);
    }

    public Verdict of(KubectlCommand command, RiskContext context) {
        return classifier.classify(command, context);
    }

    /** @param text what the command was read from; the code blocks under the line are what its files hold */
    Verdict of(KubectlCommand command, RiskContext context, String text) {
        return classifier.classify(
                command, context, List.copyOf(KubectlReader.blocks(text).values()));
    }
}
