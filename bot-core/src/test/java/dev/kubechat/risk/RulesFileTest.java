package dev.kubechat.risk;

import static dev.kubechat.kubectl.KubectlFixture.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesFileTest {

    private static final String PROGRAMS =
            """
            programs: {destroys: [rm], destroys-words: "rm", shell: [sh], reads: [ls], reads-words: [get], fetches: [curl], fetches-sending: "-X"}
            """;
    private static final RiskContext STAGING = new RiskContext("staging", false, Set.of());

    private static String rules(String base) {
        return "version: 1\nalso: []\nraise: []\nbase:\n- " + base + "\n" + PROGRAMS;
    }

    @Test
    void letsAnAdminWriteAnotherPolicy() {
        var classifier =
                Classifier.of(
                        rules(
                                "{verb: get, types: nodes, level: DANGEROUS, reason: \"{what} is"
                                        + " none of your business.\"}"));
        assertThat(classifier.classify(command("get nodes node-1"), STAGING))
                .isEqualTo(
                        new Verdict(
                                Level.DANGEROUS, List.of("Node node-1 is none of your business.")));
    }

    @Test
    void isDangerousWhereNoRuleFits() {
        var classifier = Classifier.of(rules("{verb: get, level: SAFE, reason: Only reads.}"));
        assertThat(classifier.classify(command("describe pod web-0"), STAGING).level())
                .isEqualTo(Level.DANGEROUS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {verbs: get, level: SAFE, reason: r} | verbs is no condition; there are verb, changes, types, breadth, scope, set, flag, matches, program, context.
                    {verb: get, reason: r} | The rule "r" has no level, or one where it is given by its section.
                    {verb: get, level: HARMLESS, reason: r} | level is one of [safe, warning, dangerous, forbidden], and not HARMLESS.
                    {verb: get, level: SAFE} | The rule {verb=get, level=SAFE} has no reason.
                    {breadth: huge, level: SAFE, reason: r} | breadth is one of [one, several, selected, everything, file, none], and not huge.
                    {changes: maybe, level: SAFE, reason: r} | changes is true or false, and not maybe.
                    {flag: force, level: SAFE, reason: r} | A flag goes with its values, like {replicas: "0"}, and not force.
                    {matches: {patch: "("}, level: SAFE, reason: r} | ( is no pattern: Unclosed group.
                    {context: night, level: SAFE, reason: r} | context is production or protected, and not night.
                    """)
    void refusesWhatItDoesNotKnow(String rule, String sentence) {
        assertThatThrownBy(() -> Classifier.of(rules(rule)))
                .isInstanceOf(InvalidRules.class)
                .hasMessage(sentence);
    }

    @Test
    void refusesAnotherVersion() {
        assertThatThrownBy(() -> Classifier.of("version: 2"))
                .hasMessage("These rules are of version 2, and this KubeChat reads version 1.");
    }
}
