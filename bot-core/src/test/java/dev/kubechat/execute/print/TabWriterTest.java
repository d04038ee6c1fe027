package dev.kubechat.execute.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TabWriterTest {

    @Test
    void leavesThreeBlanksAndSixColumnsAtLeastInTables() {
        assertThat(TabWriter.table("A\tB\tNAME\nx\t1234567\ty\n"))
                .isEqualTo("A     B         NAME\nx     1234567   y\n");
    }

    @Test
    void padsTheCellBeforeALastTab() {
        assertThat(TabWriter.table("NAME\tCPU\t\nweb-0\t3m\t\n"))
                .isEqualTo("NAME    CPU   \nweb-0   3m    \n");
        assertThat(close("host\t\nlonger host\tx\n")).isEqualTo("host         \nlonger host  x\n");
        assertThat(close("a\t\t\n")).isEqualTo("a    \n");
    }

    @Test
    void remembersHowWideATableWas() {
        assertThat(TabWriter.table("longername\tb\nplain\na\tb\n"))
                .isEqualTo("longername   b\nplain\na            b\n");
    }

    @Test
    void widensATableFromWhereItGetsWider() {
        assertThat(
                        TabWriter.table(
                                "a\tb\tc\nplain\nlonger name\tb\tc\nplain\na\tlonger\tc\nx\ty\n"))
                .isEqualTo(
                        """
                        a     b     c
                        plain
                        longer name   b     c
                        plain
                        a             longer   c
                        x             y
                        """);
    }

    @Test
    void remembersOverAFormFeed() {
        assertThat(TabWriter.table("longername\tb\fa\tb\n"))
                .isEqualTo("longername   b\na            b\n");
        assertThat(close("aaaa\tb\fa\tb\n")).isEqualTo("aaaa  b\na  b\n");
    }

    @Test
    void alignsNeighboursOnly() {
        assertThat(close("Name:\tweb\nNamespace:\tshop\nPods:\n  a:\tb\n"))
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
        assertThat(close("a\tb\tc\naaaa\tbbbb\nx\ty\tz\n"))
                .isEqualTo("a     b  c\naaaa  bbbb\nx     y  z\n");
    }

    @Test
    void countsLettersNotBytes() {
        assertThat(close("ü\t1\nab\t2\n😀\t3\n")).isEqualTo("ü   1\nab  2\n😀   3\n");
    }

    @Test
    void leavesTheLastLineAsItIs() {
        assertThat(close("aa\tb\na\tc")).isEqualTo("aa  b\na   c");
        assertThat(close("aa\tb\na\t")).isEqualTo("aa  b\na");
        assertThat(close("")).isEmpty();
    }

    @Test
    void endsHostileTextsWithinBounds() {
        var wide = "x".repeat(100_000) + "\ty\n" + "\t\n".repeat(100_000);
        assertThat(TabWriter.close(wide, 1_000_000).length()).isLessThan(1_200_000);
        assertThat(TabWriter.table(wide).length()).isLessThan(70_000_000);
        assertThat(TabWriter.close("\t".repeat(200_000), 1_000_000)).hasSize(399_998);
    }

    private static String close(String text) {
        return TabWriter.close(text, 10_000);
    }
}
