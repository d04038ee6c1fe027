package dev.kubechat.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void padsAsKubectlDoes() {
        var text =
                new Columns()
                        .add(List.of("NAME", "READY", "A", "AGE"))
                        .add(List.of("checkout", "2/2", "1", "3s"))
                        .text();

        assertThat(text)
                .isEqualTo(
                        """
                        NAME       READY   A     AGE
                        checkout   2/2     1     3s
                        """);
    }

    @Test
    void cutsACellAtItsFirstLineBreak() {
        assertThat(new Columns().add(List.of("two\nlines", "x")).text()).isEqualTo("two...   x\n");
    }
}
