package dev.kubechat.risk;

import static dev.kubechat.kubectl.KubectlFixture.grammarLines;
import static dev.kubechat.kubectl.KubectlFixture.lines;
import static dev.kubechat.kubectl.KubectlFixture.reader;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.Namespace;
import dev.kubechat.kubectl.Reading;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever the text, there is a verdict and no exception; and the canonical text, which is what runs, is judged like the line that
 * somebody typed and looked at. A million lines with -Pthorough.
 */
class HostileLinesTest {

    private static final int LINES = Boolean.getBoolean("kubechat.thorough") ? 250_000 : 5_000;
    private static final RiskContext STAGING =
            new RiskContext("staging", false, Set.of(new Namespace("kube-system")));

    private final Classifier classifier = new Classifier();

    @Test
    void judgesWhatPeopleTypeLikeItsCanonicalText() {
        assertJudgedAlike(lines(LINES));
    }

    @Test
    void judgesEveryCommandAndFlagLikeItsCanonicalText() {
        assertJudgedAlike(grammarLines(LINES));
    }

    @Test
    void judgesRisksInDisguiseLikeTheirCanonicalText() {
        var random = new Random(LINES);
        assertJudgedAlike(IntStream.range(0, LINES).mapToObj(i -> disguised(random)));
    }

    @Test
    void refusesNoise() {
        var random = new Random(LINES);
        assertJudgedAlike(IntStream.range(0, LINES).mapToObj(i -> noise(random)));
    }

    /** A manifest may hold anything too. */
    @Test
    void judgesDamagedManifests() {
        var random = new Random(LINES);
        Reading.Command apply = (Reading.Command) reader().read("kubectl apply -f a.yaml");
        for (int i = 0; i < LINES / 10; i++) {
            var file = new StringBuilder(MANIFEST);
            for (int times = random.nextInt(6); times >= 0; times--) {
                int at = random.nextInt(file.length());
                file.replace(
                        at,
                        Math.min(file.length(), at + random.nextInt(8)),
                        BITS.get(random.nextInt(BITS.size())));
            }
            Verdict verdict =
                    classifier.classify(apply.command(), STAGING, List.of(file.toString()));
            assertThat(verdict.level()).as(file.toString()).isGreaterThanOrEqualTo(Level.WARNING);
        }
    }

    private void assertJudgedAlike(Stream<String> lines) {
        lines.forEach(line -> {
            Reading reading = reader().read(line);
            Verdict verdict = classifier.classify(reading, STAGING);
            if (reading instanceof Reading.Command read) {
                KubectlCommand command = read.command();
                Verdict again = classifier.classify(reader().read(command.canonical()), STAGING);
                assertThat(again).as(line).isEqualTo(verdict);
            } else {
                assertThat(verdict.level()).as(line).isEqualTo(Level.FORBIDDEN);
            }
        });
    }

    private static final String MANIFEST =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, labels: {app: web}}
            spec:
              replicas: 2
              template:
                spec:
                  containers:
                  - name: web
                    image: "web:2"
                    args: ['-a', "b"]
            """;

    private static final List<String> BITS =
            List.of(
                    "\n", ": ", "- ", "{", "}", "[", "]", "'", "\"", "&a ", "*a", "!!int ", "!x ",
                    "|", ">", "#", "%", "---\n", "...", "<<: ", "? ", "\t", "\u0000", "0x", "1e999",
                    "~", "null", "\\u00", ",", "\uD83D", "\u2028", "&a [*a]", "  ");

    private static final List<String> RISKS =
            List.of(
                    "delete ns shop",
                    "delete pods --all",
                    "delete pod web-0 --force",
                    "get secret db -o yaml",
                    "get secrets -A -o jsonpath={..data}",
                    "exec web-0 -- sh -c ls",
                    "exec web-0 -- cat /run/secrets/a",
                    "scale deploy web --replicas=0",
                    "patch pv a -p {\"metadata\":{\"finalizers\":[]}}",
                    "drain node-1",
                    "create token a",
                    "label pods -l !a b=c",
                    "config view --raw",
                    "run a --image=b --overrides={\"spec\":{\"hostPID\":true}}",
                    "cp kube-system/a:/b c",
                    "apply -f a --prune --all");

    private static final List<String> DISGUISES =
            List.of(
                    " --dry-run=none",
                    " --dry-run",
                    " -- --dry-run=client",
                    " --dry-run=client",
                    " -n kube-system",
                    " -n=shop",
                    " --local",
                    " --help",
                    " -h=false",
                    " --v=0",
                    " --as=",
                    " -o name",
                    " -oname",
                    " --output=",
                    " --selector=",
                    " -l ''",
                    " --all=false",
                    " --raw=false",
                    " --list",
                    " \\\n",
                    "\t",
                    "\u00a0",
                    "\u200b",
                    "'",
                    "\"",
                    " #",
                    ";",
                    " --template={{.metadata.name}}");

    private static String disguised(Random random) {
        var line = new StringBuilder("kubectl ").append(RISKS.get(random.nextInt(RISKS.size())));
        for (int i = random.nextInt(3); i >= 0; i--) {
            String disguise = DISGUISES.get(random.nextInt(DISGUISES.size()));
            int blank = line.indexOf(" ", random.nextInt(line.length()));
            line.insert(random.nextBoolean() || blank < 0 ? line.length() : blank, disguise);
        }
        return line.toString();
    }

    private static String noise(Random random) {
        var text = new StringBuilder(random.nextBoolean() ? "kubectl " : "");
        for (int i = random.nextInt(40); i >= 0; i--) {
            switch (random.nextInt(4)) {
                case 0 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
                case 1 -> text.append((char) random.nextInt(Character.MAX_VALUE + 1));
                case 2 -> text.append((char) (' ' + random.nextInt(95)));
                default -> text.append(BITS.get(random.nextInt(BITS.size())));
            }
        }
        return text.toString();
    }
}
