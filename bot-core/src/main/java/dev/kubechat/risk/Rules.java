package dev.kubechat.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The policy: which rules there are for which command. */
final class Rules {

    private static final Rule UNKNOWN =
            new Rule(
                    Set.of(),
                    List.of(),
                    Level.DANGEROUS,
                    Reason.of("No rule knows this command, and what is not known is not safe."));

    private final Programs programs;
    private final Map<String, OfVerb> byVerb = new HashMap<>();
    private final OfVerb others;

    /**
     * @param base the first that fits gives the level to start from
     * @param also each that fits adds its level
     * @param raise each that fits lifts a WARNING to DANGEROUS
     */
    Rules(List<Rule> base, List<Rule> also, List<Rule> raise, Programs programs) {
        this.programs = programs;
        var all = new OfVerb(base, also, raise);
        var verbs = new LinkedHashSet<String>();
        for (List<Rule> rules : List.of(base, also, raise)) {
            rules.forEach(rule -> verbs.addAll(rule.verbs()));
        }
        verbs.forEach(verb -> byVerb.put(verb, all.about(verb)));
        this.others = all.about("");
    }

    /** Those of the rules that are about one verb. */
    private record OfVerb(List<Rule> base, List<Rule> also, List<Rule> raise) {

        OfVerb about(String verb) {
            return new OfVerb(about(base, verb), about(also, verb), about(raise, verb));
        }

        private static List<Rule> about(List<Rule> rules, String verb) {
            return rules.stream().filter(rule -> rule.isAbout(verb)).toList();
        }

        Rule start(Facts facts) {
            for (Rule rule : base) {
                if (rule.fits(facts)) {
                    return rule;
                }
            }
            return UNKNOWN;
        }
    }

    Programs programs() {
        return programs;
    }

    Verdict judge(Facts facts) {
        OfVerb rules = byVerb.getOrDefault(facts.verb(), others);
        var fitting = new ArrayList<Rule>(4);
        fitting.add(rules.start(facts));
        Level level = add(rules.also(), facts, fitting, fitting.getFirst().level());
        if (level == Level.WARNING) {
            level = add(rules.raise(), facts, fitting, level);
        }
        return new Verdict(level, reasons(fitting, facts, level));
    }

    private static Level add(List<Rule> rules, Facts facts, List<Rule> fitting, Level start) {
        Level level = start;
        for (Rule rule : rules) {
            if (rule.fits(facts)) {
                fitting.add(rule);
                level = level.or(rule.level());
            }
        }
        return level;
    }

    private static List<String> reasons(List<Rule> fitting, Facts facts, Level level) {
        if (fitting.size() == 1) {
            return List.of(fitting.getFirst().reason().about(facts));
        }
        // what only reads is not worth saying beside what does not
        return fitting.stream()
                .filter(rule -> rule.level() != Level.SAFE || level == Level.SAFE)
                .sorted(Comparator.comparing(Rule::level).reversed())
                .map(rule -> rule.reason().about(facts))
                .distinct()
                .toList();
    }
}
