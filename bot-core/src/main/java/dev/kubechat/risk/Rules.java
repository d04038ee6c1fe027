package dev.kubechat.risk;

import java.util.ArrayList;
import java.util.List;

/**
 * The policy.
 *
 * @param base the first that fits gives the level to start from; the last one fits all
 * @param also each that fits adds its level
 * @param raise each that fits lifts a WARNING to DANGEROUS
 */
record Rules(List<Rule> base, List<Rule> also, List<Rule> raise, Programs programs) {

    Rules {
        base = List.copyOf(base);
        also = List.copyOf(also);
        raise = List.copyOf(raise);
    }

    Verdict judge(Facts facts) {
        Rule start = base.stream().filter(rule -> rule.fits(facts)).findFirst().orElse(unknown());
        var fitting = new ArrayList<>(List.of(start));
        also.stream().filter(rule -> rule.fits(facts)).forEach(fitting::add);
        Level level = fitting.stream().map(Rule::level).reduce(Level.SAFE, Level::or);
        if (level == Level.WARNING) {
            raise.stream().filter(rule -> rule.fits(facts)).forEach(fitting::add);
        }
        return verdict(fitting, facts);
    }

    private static Rule unknown() {
        return new Rule(
                List.of(),
                Level.DANGEROUS,
                "No rule knows this command, and what is not known is not safe.");
    }

    private static Verdict verdict(List<Rule> fitting, Facts facts) {
        Level level = fitting.stream().map(Rule::level).reduce(Level.SAFE, Level::or);
        // what only reads is not worth saying beside what does not
        List<String> reasons =
                fitting.stream()
                        .filter(rule -> rule.level() != Level.SAFE || level == Level.SAFE)
                        .sorted((one, other) -> other.level().compareTo(one.level()))
                        .map(rule -> rule.reason(facts))
                        .distinct()
                        .toList();
        return new Verdict(level, reasons);
    }
}
