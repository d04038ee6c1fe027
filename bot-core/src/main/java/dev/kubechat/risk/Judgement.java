package dev.kubechat.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects findings; the worst one gives the level. */
final class Judgement {

    private record Finding(Level level, String reason) {}

    private final List<Finding> findings = new ArrayList<>();

    void add(Level level, String reason) {
        findings.add(new Finding(level, reason));
    }

    Level level() {
        return findings.stream().map(Finding::level).reduce(Level.SAFE, Level::or);
    }

    /** SAFE is a finding too: a judgement that found nothing has judged nothing, and what is not judged is never safe. */
    Verdict verdict() {
        if (findings.isEmpty()) {
            return new Verdict(
                    Level.DANGEROUS,
                    List.of("No rule knows this command, and what is not known is not safe."));
        }
        List<String> reasons =
                findings.stream()
                        .sorted(Comparator.comparing(Finding::level).reversed())
                        .map(Finding::reason)
                        .distinct()
                        .toList();
        return new Verdict(level(), reasons);
    }
}
