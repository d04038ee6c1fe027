package dev.kubechat.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The policy: which rules there are for which command. */
final class Rules {

    private static final Rule UNKNOWN =
            new Rule(
                    Set.of(),
                    null,
                    false,
                    List.of(),
                    Level.DANGEROUS,
                    Reason.of("No rule knows this command, and what is not known is not safe."));

    private static final List<Level> WORST_FIRST =
            List.of(Level.FORBIDDEN, Level.DANGEROUS, Level.WARNING);

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
        var all = new Policy(base, also, raise);
        var verbs = new LinkedHashSet<String>();
        for (List<Rule> rules : List.of(base, also, raise)) {
            rules.forEach(rule -> verbs.addAll(rule.verbs()));
        }
        verbs.forEach(verb -> byVerb.put(verb, OfVerb.of(all, verb)));
        this.others = OfVerb.of(all, "");
    }

    /** Those of the rules that may fit a command of one verb, sorted out beforehand by what is known of each command at once. */
    private record OfVerb(Policy reads, Policy changes, Policy readsFiles, Policy changesFiles) {

        static OfVerb of(Policy all, String verb) {
            Policy ofVerb = all.only(rule -> rule.isAbout(verb));
            return new OfVerb(
                    ofVerb.only(rule -> rule.isFor(false, false)),
                    ofVerb.only(rule -> rule.isFor(true, false)),
                    ofVerb.only(rule -> rule.isFor(false, true)),
                    ofVerb.only(rule -> rule.isFor(true, true)));
        }

        Policy on(Facts facts) {
            if (facts.hasManifest()) {
                return facts.changes() ? changesFiles : readsFiles;
            }
            return facts.changes() ? changes : reads;
        }
    }

    private record Policy(List<Rule> base, List<Rule> also, List<Rule> raise) {

        Policy only(Predicate<Rule> wanted) {
            return new Policy(
                    base.stream().filter(wanted).toList(),
                    also.stream().filter(wanted).toList(),
                    raise.stream().filter(wanted).toList());
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
        Policy rules = byVerb.getOrDefault(facts.verb(), others).on(facts);
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
        var reasons = new LinkedHashSet<String>();
        for (Level each : level == Level.SAFE ? List.of(level) : WORST_FIRST) {
            for (Rule rule : fitting) {
                if (rule.level() == each) {
                    reasons.add(rule.reason().about(facts));
                }
            }
        }
        return List.copyOf(reasons);
    }
}
