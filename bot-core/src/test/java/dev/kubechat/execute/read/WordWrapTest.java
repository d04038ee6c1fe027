package dev.kubechat.execute.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordWrapTest {

    @Test
    void breaksBetweenWords() {
        assertThat(WordWrap.wrap("one two three four", 9)).isEqualTo("one two\nthree\nfour");
    }

    @Test
    void leavesAWordThatIsTooLong() {
        assertThat(WordWrap.wrap("a https://example.com/long b", 8))
                .isEqualTo("a\nhttps://example.com/long\nb");
    }

    @Test
    void keepsLineBreaksAndTheBlanksBeforeThem() {
        assertThat(WordWrap.wrap("one \n\n two", 20)).isEqualTo("one \n\n two");
    }
}
