package dev.kubechat.risk;

import static dev.kubechat.kubectl.KubectlFixture.command;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.kubectl.KubectlCommand;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The last that is still taken, and the first that is not. */
class LimitsTest {

    private static final RiskContext STAGING = new RiskContext("staging", false, Set.of());
    private static final String MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";

    private final Classifier classifier = new Classifier();

    private boolean reads(String... files) {
        KubectlCommand apply = command("kubectl apply -f a.yaml");
        return !classifier
                .classify(apply, STAGING, List.of(files))
                .reasons()
                .contains("What the manifest holds could not be read.");
    }

    private static String documents(int count) {
        return String.join("---\n", Collections.nCopies(count, MAP));
    }

    @Test
    void reads200Documents() {
        assertThat(reads(documents(200))).isTrue();
        assertThat(reads(documents(201))).isFalse();
    }

    @Test
    void reads50Files() {
        assertThat(reads(Collections.nCopies(50, MAP).toArray(String[]::new))).isTrue();
        assertThat(reads(Collections.nCopies(51, MAP).toArray(String[]::new))).isFalse();
    }

    @Test
    void reads64Levels() {
        // the object itself is one
        assertThat(reads(MAP + "x: " + "[".repeat(63) + "]".repeat(63))).isTrue();
        assertThat(reads(MAP + "x: " + "[".repeat(64) + "]".repeat(64))).isFalse();
    }

    @Test
    void readsAMebibyte() {
        String whole = MAP + "x: ";
        assertThat(reads(whole + "y".repeat(1024 * 1024 - whole.length()))).isTrue();
        assertThat(reads(whole + "y".repeat(1024 * 1024 - whole.length() + 1))).isFalse();
    }

    @Test
    void reads50000Nodes() {
        // begin and end of stream, document and map are nodes, and so are names
        assertThat(reads(MAP + "x: [" + "1,".repeat(49_982) + "]")).isTrue();
        assertThat(reads(MAP + "x: [" + "1,".repeat(49_983) + "]")).isFalse();
    }

    @Test
    void reads20Aliases() {
        assertThat(reads(MAP + "x: &a [b]\ny: [" + "*a,".repeat(20) + "]")).isTrue();
        assertThat(reads(MAP + "x: &a [b]\ny: [" + "*a,".repeat(21) + "]")).isFalse();
    }

    @Test
    void readsListsInListsInLists() {
        assertThat(reads(listed(3))).isTrue();
        assertThat(reads(listed(4))).isFalse();
    }

    private static String listed(int times) {
        String object = "{apiVersion: v1, kind: ConfigMap}";
        for (int i = 0; i < times; i++) {
            object = "{apiVersion: v1, kind: List, items: [" + object + "]}";
        }
        return object;
    }

    @Test
    void takes20ObjectsForFew() {
        assertThat(labels(20)).isEqualTo(Level.WARNING);
        assertThat(labels(21)).isEqualTo(Level.DANGEROUS);
    }

    private Level labels(int pods) {
        String names =
                IntStream.range(0, pods).mapToObj(i -> "web-" + i).collect(Collectors.joining(" "));
        return classifier
                .classify(command("kubectl label pods %s tier=gold".formatted(names)), STAGING)
                .level();
    }

    @Test
    void looksThrough4Wrappers() {
        assertThat(runs("time ".repeat(4) + "ls")).isEqualTo(Level.WARNING);
        assertThat(runs("time ".repeat(5) + "ls")).isEqualTo(Level.DANGEROUS);
    }

    @Test
    void knowsTimesOfANumberAndAUnit() {
        assertThat(runs("timeout 999999999s cat /etc/hosts")).isEqualTo(Level.WARNING);
        assertThat(runs("timeout 9999999999s cat /etc/hosts")).isEqualTo(Level.DANGEROUS);
        assertThat(runs("timeout 1.5m cat /etc/hosts")).isEqualTo(Level.WARNING);
        assertThat(runs("timeout 5w cat /etc/hosts")).isEqualTo(Level.DANGEROUS);
    }

    private Level runs(String program) {
        return classifier.classify(command("kubectl exec web-0 -- " + program), STAGING).level();
    }
}
