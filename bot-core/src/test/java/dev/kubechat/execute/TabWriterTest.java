package dev.kubechat.execute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TabWriterTest {

    @Test
    void leavesThreeBlanksAndSixColumnsAtLeast() {
        assertThat(TabWriter.table("A\tB\tNAME\nx\t1234567\ty\n"))
                .isEqualTo("A     B         NAME\nx     1234567   y\n");
    }

    @Test
    void padsTheCellBeforeALastTab() {
        assertThat(TabWriter.table("NAME\tCPU\t\nweb-0\t3m\t\n"))
                .isEqualTo("NAME    CPU   \nweb-0   3m    \n");
    }

    @Test
    void endsAColumnWhereALineHasNone() {
        assertThat(TabWriter.close("a\tb\nplain\nlonger\tb\n"))
                .isEqualTo("a  b\nplain\nlonger  b\n");
    }

    @Test
    void remembersHowWideATableWas() {
        assertThat(TabWriter.table("longername\tb\nplain\na\tb\n"))
                .isEqualTo("longername   b\nplain\na            b\n");
    }

    @Test
    void countsLettersAndNotBytes() {
        assertThat(TabWriter.close("äöü\tb\nabcd\tb\n")).isEqualTo("äöü   b\nabcd  b\n");
    }
}
