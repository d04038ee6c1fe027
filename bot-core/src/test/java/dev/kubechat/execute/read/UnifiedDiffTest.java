package dev.kubechat.execute.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {

    @Test
    void isEmptyForTheSameText() {
        assertThat(UnifiedDiff.of("a\nb\n", "a\nb\n")).isEmpty();
    }

    @Test
    void showsAChangeWithThreeLinesAroundIt() {
        assertThat(UnifiedDiff.of("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"))
                .isEqualTo(
                        """
                        @@ -2,7 +2,7 @@
                         2
                         3
                         4
                        -5
                        +five
                         6
                         7
                         8
                        """);
    }

    @Test
    void beginsAtNothingWhereThereWasNothing() {
        assertThat(UnifiedDiff.of("", "a\nb\n")).isEqualTo("@@ -0,0 +1,2 @@\n+a\n+b\n");
        assertThat(UnifiedDiff.of("a\n", "")).isEqualTo("@@ -1 +0,0 @@\n-a\n");
    }

    @Test
    void keepsChangesApartThatAreFarFromEachOther() {
        var from = numbers(1, 20);
        var to = from.replace("3\n4\n", "3\nx\n4\n").replace("18\n", "");

        assertThat(UnifiedDiff.of(from, to).lines().filter(line -> line.startsWith("@@")))
                .containsExactly("@@ -1,6 +1,7 @@", "@@ -15,6 +16,5 @@");
    }

    @Test
    void beginsARunOfEqualLinesAsLateAsItCan() {
        assertThat(UnifiedDiff.of("a\nb\nc\n", "a\nb\nb\nc\n"))
                .isEqualTo("@@ -1,3 +1,4 @@\n a\n b\n+b\n c\n");
    }

    @Test
    void comparesLongTextsThatHaveNothingInCommon() {
        var diff = UnifiedDiff.of(numbers(1, 5000), numbers(10_001, 15_000));

        assertThat(diff).startsWith("@@ -1,5000 +1,5000 @@\n-1\n");
        assertThat(diff.lines()).hasSize(10_001);
    }

    private static String numbers(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> number + "\n")
                .collect(Collectors.joining());
    }
}
