package dev.kubechat.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookAlikesTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x1B, 0x7F, 0xAD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180D,
                0x180E, 0x180F, 0x200B, 0x200D, 0x2028, 0x2029, 0x202E, 0x2066, 0x2800, 0x3164,
                0xD800, 0xE000, 0xFE00, 0xFE0F, 0xFEFF, 0xFFA0, 0x378, 0xE0100, 0xE01EF, 0xE0061
            })
    void findsWhatCannotBeSeen(int c) {
        assertThat(LookAlikes.isHidden(c)).as("%x", c).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                ' ', 'a', '~', 0xA0, 0x034E, 0x0350, 0x115E, 0x1161, 0x17B3, 0x17B6, 0x180A, 0x1810,
                0x2801, 0x27FF, 0x3163, 0x3165, 0xFE10, 0xFFA1, 0x1F600
            })
    void leavesAloneWhatShows(int c) {
        assertThat(LookAlikes.isHidden(c)).as("%x", c).isFalse();
    }

    @Test
    void knowsTheDashesThatProgramsMakeOfTwoHyphens() {
        assertThat(IntStream.rangeClosed(0, 0xFFFF).filter(LookAlikes::isDash))
                .containsExactly(
                        0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0x2E3A, 0xFE58,
                        0xFE63, 0xFF0D);
    }
}
