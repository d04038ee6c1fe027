package dev.kubechat.execute.describe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TabbedTextTest {

    @Test
    void alignsNeighboursOnly() {
        assertThat(aligned("Name:\tweb\nNamespace:\tshop\nPods:\n  a:\tb\n"))
                .isEqualTo(
                        """
                        Name:       web
                        Namespace:  shop
                        Pods:
                          a:  b
                        """);
    }

    @Test
    void endsAColumnWhereALineHasNone() {
        assertThat(aligned("a\tb\tc\naaaa\tbbbb\nx\ty\tz\n"))
                .isEqualTo("a     b  c\naaaa  bbbb\nx     y  z\n");
    }

    @Test
    void widensWhatComesBeforeATab() {
        assertThat(aligned("host\t\nlonger host\tx\n"))
                .isEqualTo("host         \nlonger host  x\n");
        assertThat(aligned("a\t\t\n")).isEqualTo("a    \n");
    }

    @Test
    void countsLettersNotBytes() {
        assertThat(aligned("ü\t1\nab\t2\n😀\t3\n")).isEqualTo("ü   1\nab  2\n😀   3\n");
    }

    @Test
    void leavesTheLastLineAsItIs() {
        assertThat(aligned("aa\tb\na\tc")).isEqualTo("aa  b\na   c");
        assertThat(aligned("aa\tb\na\t")).isEqualTo("aa  b\na");
        assertThat(aligned("")).isEmpty();
    }

    @Test
    void beginsAnewAfterAFormFeed() {
        assertThat(aligned("aaaa\tb\fa\tb\n")).isEqualTo("aaaa  b\na  b\n");
    }

    @Test
    void endsHostileTextsWithinBounds() {
        var wide = "x".repeat(100_000) + "\ty\n" + "\t\n".repeat(100_000);
        assertThat(TabbedText.aligned(wide, 1_000_000).length()).isLessThan(1_200_000);
        assertThat(TabbedText.aligned("\t".repeat(200_000), 1_000_000)).hasSize(399_998);
    }

    private static String aligned(String text) {
        return TabbedText.aligned(text, 10_000);
    }
}
