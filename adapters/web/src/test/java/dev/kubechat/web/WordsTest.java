package dev.kubechat.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.web.Words.Kind;
import dev.kubechat.web.Words.Part;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void drawsWhatStandsBetweenBackticksAsCode() {
        assertThat(Words.READER.parts("Run `get pods` again"))
                .containsExactly(
                        new Part(Kind.WORDS, "Run "),
                        new Part(Kind.CODE, "get pods"),
                        new Part(Kind.WORDS, " again"));
    }

    @Test
    void drawsAFencedBlockAsItStands() {
        assertThat(Words.READER.parts("apply\n```yaml\nkind: Pod\n  x: `y`\n```"))
                .containsExactly(
                        new Part(Kind.WORDS, "apply\n"),
                        new Part(Kind.BLOCK, "kind: Pod\n  x: `y`\n"));
    }

    @Test
    void leavesBackticksThatDoNotPair() {
        assertThat(Words.READER.parts("a ` b\nc"))
                .containsExactly(new Part(Kind.WORDS, "a ` b\nc"));
        assertThat(Words.READER.parts("")).isEmpty();
    }

    @Test
    void showsTheFirstTwelveLinesOfAFile() {
        assertThat(Words.READER.beginning("x\n".repeat(40))).isEqualTo("x\n".repeat(11) + "x");
        assertThat(Words.READER.beginning("")).isEmpty();
    }
}
