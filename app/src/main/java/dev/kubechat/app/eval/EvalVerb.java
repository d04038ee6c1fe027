package dev.kubechat.app.eval;

import dev.kubechat.app.verb.Judge;
import dev.kubechat.app.verb.OfflinePlans;
import dev.kubechat.app.verb.Options;
import dev.kubechat.app.verb.SmallVerb;
import dev.kubechat.app.verb.Streams;
import dev.kubechat.app.verb.Where;
import dev.kubechat.app.verb.WrongUse;
import dev.kubechat.kubectl.Reading;
import dev.kubechat.risk.Classifier;
import dev.kubechat.risk.Level;
import dev.kubechat.risk.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code eval FILE}: how often KubeChat is right on labelled lines, of words or of risks. */
public final class EvalVerb implements SmallVerb {

    private static final Options.Known KNOWN = new Options.Known("eval", Set.of("json"), Set.of());

    @Override
    public int run(List<String> words, Streams streams) throws IOException {
        Options options = KNOWN.read(words);
        if (options.rest().size() != 1) {
            throw new WrongUse("eval needs one file of labelled lines: kubechat eval FILE");
        }
        var file = LabelFile.read(options.rest().getFirst());
        var report = report(file.labels());
        String said =
                options.has("json")
                        ? report.json().with("unreadable", file.unreadable()) + "\n"
                        : report.text() + unreadable(file.unreadable());
        streams.out().write(said.getBytes(StandardCharsets.UTF_8));
        streams.out().flush();
        return 0;
    }

    private static String unreadable(List<String> sentences) {
        return sentences.isEmpty()
                ? ""
                : "%nnot measured%n%s%n".formatted(String.join(System.lineSeparator(), sentences));
    }

    private static Report report(List<Label> labels) {
        var judge = Judge.with(Classifier::new);
        if (labels.getFirst() instanceof Label.Words) {
            var plans = new OfflinePlans(judge);
            return new PlanReport(
                    labels.stream()
                            .map(Label.Words.class::cast)
                            .map(one -> plan(one, plans))
                            .toList());
        }
        var where = Where.of(Optional.empty(), Optional.empty(), false);
        return new RiskReport(
                labels.stream()
                        .map(Label.Risk.class::cast)
                        .map(one -> judge(one, judge, where))
                        .toList());
    }

    private static PlanResult plan(Label.Words label, OfflinePlans plans) {
        long start = System.nanoTime();
        var reply = plans.plan(label.utterance(), label.where());
        return new PlanResult(label, reply, System.nanoTime() - start);
    }

    private static RiskResult judge(Label.Risk label, Judge judge, Where where) {
        long start = System.nanoTime();
        Verdict verdict =
                switch (judge.read(label.command())) {
                    case Reading.Command read -> judge.of(read.command(), where.risk());
                    case Reading.Rejected no ->
                            new Verdict(Level.FORBIDDEN, List.of(no.sentence()));
                };
        return new RiskResult(label, verdict, System.nanoTime() - start);
    }
}
