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
            programs: {wraps: env, destroys: rm, destroys-words: rm, shells: sh, reads: ls, reads-unless: {}, reads-lines: [], reads-asks: status, commands: [], statements: []}
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
                    {verbs: get, level: SAFE, reason: r} | verbs is no condition; there are verb, changes, types, breadth, scope, set, flag, matches, shows, program, objects, manifest, context.
                    {verb: get, reason: r} | The rule "r" has no level, or one where it is given by its section.
                    {verb: get, level: HARMLESS, reason: r} | level is one of [safe, warning, dangerous, forbidden], and not HARMLESS.
                    {verb: get, level: SAFE} | The rule {verb=get, level=SAFE} has no reason.
                    {breadth: huge, level: SAFE, reason: r} | breadth is one of [one, several, selected, most, everything, file, none], and not huge.
                    {changes: maybe, level: SAFE, reason: r} | changes is true or false, and not maybe.
                    {flag: force, level: SAFE, reason: r} | A flag goes with its values, like {replicas: "0"}, and not force.
                    {matches: {patch: "("}, level: SAFE, reason: r} | ( is no pattern: Unclosed group.
                    {objects: {under: 3}, level: SAFE, reason: r} | objects goes with a number, like {over: 20}, and not {under: 3}.
                    {objects: {over: many}, level: SAFE, reason: r} | objects goes with a number, like {over: 20}, and not {over: many}.
                    {shows: everything, level: SAFE, reason: r} | shows is data, and not everything.
                    {manifest: {pods: big}, level: SAFE, reason: r} | manifest goes with kinds, holds, namespace or readable, and not pods.
                    {manifest: {holds: magic}, level: SAFE, reason: r} | holds is one of [privileged, host-path, host-network, host-pid, host-ipc, capabilities, root, cluster-admin, token, no-replicas, finalizers, no-finalizers], and not magic.
                    {manifest: {readable: maybe}, level: SAFE, reason: r} | readable is true or false, and not maybe.
                    {verb: [], level: SAFE, reason: r} | A list of conditions is empty.
                    {breadth: [], level: SAFE, reason: r} | A list of conditions is empty.
                    {context: night, level: SAFE, reason: r} | context is production or protected, and not night.
                    """)
    void refusesWhatItDoesNotKnow(String rule, String sentence) {
        assertThatThrownBy(() -> Classifier.of(rules(rule)))
                .isInstanceOf(InvalidRules.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    shells: sh | shell: sh | programs knows no shell.
                    shells: sh, | '' | programs has no shells.
                    commands: [] | 'commands: 7' | commands is a list.
                    commands: [] | 'commands: [{reads: status}]' | programs has no programs.
                    commands: [] | 'commands: [7]' | An entry of commands is not made of names and values.
                    reads-unless: {} | 'reads-unless: {date: "("}' | ( is no pattern: Unclosed group.
                    """)
    void refusesListsOfProgramsThatItDoesNotKnow(String usual, String instead, String sentence) {
        String yaml = rules("{verb: get, level: SAFE, reason: r}").replace(usual, instead);
        assertThatThrownBy(() -> Classifier.of(yaml))
                .isInstanceOf(InvalidRules.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ": : :" | This is no YAML
                    "[]" | The file is not made of names and values.
                    "{version: 1, extra: []}" | extra is no section; there are base, also, raise and programs.
                    "{version: 1}" | base, also and raise are lists of rules.
                    """)
    void refusesFilesThatAreNoRules(String yaml, String sentence) {
        assertThatThrownBy(() -> Classifier.of(yaml.replace("\"", "")))
                .isInstanceOf(InvalidRules.class)
                .hasMessageStartingWith(sentence);
    }

    @Test
    void refusesAnotherVersion() {
        assertThatThrownBy(() -> Classifier.of("version: 2"))
                .hasMessage("These rules are of version 2, and this KubeChat reads version 1.");
    }
}
