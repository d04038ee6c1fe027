package dev.kubechat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    private static final String PODS =
            """
            NAME       READY   STATUS    RESTARTS      AGE   NOMINATED NODE
            cart       1/1     Running   3 (2m ago)    5d    <none>
            checkout   0/1     Pending   0             3m
            """;

    private static TextTable pods() {
        return TextTable.of(PODS).orElseThrow();
    }

    @Test
    void takesATableApart() {
        assertThat(pods().header())
                .containsExactly("NAME", "READY", "STATUS", "RESTARTS", "AGE", "NOMINATED NODE");
        assertThat(pods().rows())
                .containsExactly(
                        List.of("cart", "1/1", "Running", "3 (2m ago)", "5d", "<none>"),
                        List.of("checkout", "0/1", "Pending", "0", "3m", ""));
    }

    @Test
    void keepsTheFirstColumnHoweverNarrowItGets() {
        assertThat(pods().within(3).text()).isEqualTo("NAME\ncart\ncheckout\n");
        assertThat(pods().within(1000)).isEqualTo(pods());
    }

    @Test
    void textThatIsNoTableIsNone() {
        assertThat(TextTable.of("")).isEmpty();
        assertThat(TextTable.of("Name:  cart\nNode:  a\n")).isEmpty();
        assertThat(TextTable.of("NAME   READY\ncart   1/1\n\nNAME   AGE\ncart   5d\n")).isEmpty();
        assertThat(TextTable.of("NAME   READY\na-long-name-below\n")).isEmpty();
        assertThat(TextTable.of("\n\n\n")).isEmpty();
    }
}
