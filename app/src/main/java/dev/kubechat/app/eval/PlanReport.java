package dev.kubechat.app.eval;

import dev.kubechat.app.verb.JsonText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How often the planner is right.
 *
 * @param results at least one
 */
record PlanReport(List<PlanResult> results) implements Report {

    PlanReport {
        results = List.copyOf(results);
    }

    private Share right() {
        return Share.of(results, PlanResult::isRight);
    }

    private Share lenient() {
        return Share.of(results, PlanResult::isRightOrShowsMore);
    }

    private Map<String, Share> by(Function<PlanResult, String> group) {
        return results.stream()
                .collect(
                        Collectors.groupingBy(
                                group,
                                TreeMap::new,
                                Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        some -> Share.of(some, PlanResult::isRight))));
    }

    private Map<String, Share> byCategory() {
        return by(result -> result.label().category());
    }

    private Map<String, Share> byLanguage() {
        return by(result -> result.label().language());
    }

    private List<PlanResult> wrong() {
        return results.stream().filter(result -> !result.isRight()).toList();
    }

    private List<PlanResult> unaskedChanges() {
        return results.stream().filter(PlanResult::changesWhereNothingIsRight).toList();
    }

    private Percentiles latency() {
        return Percentiles.of(results.stream().map(PlanResult::nanos).toList());
    }

    @Override
    public String text() {
        var text = new StringBuilder();
        text.append("right: %s%n".formatted(right()));
        text.append("right, where showing more than asked counts: %s%n".formatted(lenient()));
        text.append(
                "changes proposed where no command is right: %d%n"
                        .formatted(unaskedChanges().size()));
        text.append("latency: %s%n".formatted(latency()));
        table(text, "category", byCategory());
        table(text, "language", byLanguage());
        if (!wrong().isEmpty()) {
            text.append("%nwrong%n".formatted());
            wrong().forEach(one -> text.append(wrong(one)));
        }
        return text.toString();
    }

    private static void table(StringBuilder text, String name, Map<String, Share> shares) {
        text.append("%n%-16s right%n".formatted(name));
        shares.forEach((group, share) -> text.append("%-16s %s%n".formatted(group, share)));
    }

    private static String wrong(PlanResult one) {
        return "%s [%s, %s] %s%n    expected: %s%n    got: %s%n"
                .formatted(
                        one.label().id(),
                        one.label().category(),
                        one.label().language(),
                        one.label().utterance(),
                        one.expected(),
                        one.got());
    }

    @Override
    public JsonText json() {
        return new JsonText()
                .with("measured", "planner")
                .with("accuracy", right().json())
                .with("lenient", lenient().json())
                .with("unasked_changes", unaskedChanges().size())
                .with("categories", shares(byCategory()))
                .with("languages", shares(byLanguage()))
                .with("millis", latency().json())
                .withObjects("wrong", wrong().stream().map(PlanResult::json).toList());
    }

    private static JsonText shares(Map<String, Share> shares) {
        var json = new JsonText();
        shares.forEach((group, share) -> json.with(group, share.json()));
        return json;
    }
}
