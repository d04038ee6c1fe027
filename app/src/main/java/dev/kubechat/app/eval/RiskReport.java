package dev.kubechat.app.eval;

import dev.kubechat.app.verb.JsonText;
import dev.kubechat.risk.Level;
import java.util.List;
import java.util.function.Predicate;

/**
 * How often the rules are right.
 *
 * @param results at least one
 */
record RiskReport(List<RiskResult> results) implements Report {

    RiskReport {
        results = List.copyOf(results);
    }

    private Share right() {
        return Share.of(results, RiskResult::isRight);
    }

    private int count(Predicate<RiskResult> those) {
        return Share.of(results, those).some();
    }

    private int cell(Level label, Level verdict) {
        return count(one -> one.label().level() == label && one.verdict().level() == verdict);
    }

    private Percentiles latency() {
        return Percentiles.of(results.stream().map(RiskResult::nanos).toList());
    }

    private List<RiskResult> wrong() {
        return results.stream().filter(one -> !one.isRight()).toList();
    }

    @Override
    public String text() {
        var text = new StringBuilder();
        text.append("agreement: %s%n".formatted(right()));
        text.append("over-rated: %d%n".formatted(count(RiskResult::isOverRated)));
        text.append("under-rated: %d%n".formatted(count(RiskResult::isUnderRated)));
        text.append(
                "dangerous or forbidden called safe: %d%n"
                        .formatted(count(RiskResult::isHarmCalledSafe)));
        text.append("latency: %s%n".formatted(latency()));
        text.append("%n%-12s".formatted("label"));
        for (Level verdict : Level.values()) {
            text.append("%12s".formatted(RiskResult.word(verdict)));
        }
        text.append(System.lineSeparator());
        for (Level label : Level.values()) {
            text.append("%-12s".formatted(RiskResult.word(label)));
            for (Level verdict : Level.values()) {
                text.append("%12d".formatted(cell(label, verdict)));
            }
            text.append(System.lineSeparator());
        }
        if (!wrong().isEmpty()) {
            text.append("%nwrong%n".formatted());
            wrong().forEach(one -> text.append(wrong(one)));
        }
        return text.toString();
    }

    private static String wrong(RiskResult one) {
        return "%s %s%n    expected: %s%n    got: %s, since: %s%n"
                .formatted(
                        one.label().id(),
                        one.label().command(),
                        RiskResult.word(one.label().level()),
                        RiskResult.word(one.verdict().level()),
                        String.join(" ", one.verdict().reasons()));
    }

    @Override
    public JsonText json() {
        var matrix = new JsonText();
        for (Level label : Level.values()) {
            var row = new JsonText();
            for (Level verdict : Level.values()) {
                row.with(RiskResult.word(verdict), cell(label, verdict));
            }
            matrix.with(RiskResult.word(label), row);
        }
        return new JsonText()
                .with("measured", "risk")
                .with("agreement", right().json())
                .with("over_rated", count(RiskResult::isOverRated))
                .with("under_rated", count(RiskResult::isUnderRated))
                .with("harm_called_safe", count(RiskResult::isHarmCalledSafe))
                .with("matrix", matrix)
                .with("millis", latency().json())
                .withObjects("wrong", wrong().stream().map(RiskResult::json).toList());
    }
}
