package dev.kubechat.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowFilterTest {

    private static String filtered(String words, String output) {
        return new RowFilter(words).of(output);
    }

    @Test
    void findsThePodsThatFail() {
        assertThat(
                        filtered(
                                "failing",
                                """
                                NAME       READY   STATUS             RESTARTS   AGE
                                cart       1/1     Running            0          5d
                                catalog    0/1     CrashLoopBackOff   12         3m
                                checkout   1/2     Running            0          3m
                                seed       0/1     Completed          0          3m
                                """))
                .isEqualTo(
                        """
                        NAME       READY   STATUS             RESTARTS   AGE
                        catalog    0/1     CrashLoopBackOff   12         3m
                        checkout   1/2     Running            0          3m
                        """);
    }

    @Test
    void findsTheWorkloadsThatFail() {
        assertThat(
                        filtered(
                                "not ready",
                                """
                                NAME   DESIRED   CURRENT   READY   AGE
                                logs   3         3         2       5d
                                dns    3         3         3       5d
                                """))
                .isEqualTo(
                        """
                        NAME   DESIRED   CURRENT   READY   AGE
                        logs   3         3         2       5d
                        """);
    }

    @Test
    void findsWordsInRowsAndLines() {
        var nodes =
                """
                NAME     STATUS
                node-1   Ready
                node-2   NotReady
                """;
        assertThat(filtered("node-2", nodes)).isEqualTo("NAME     STATUS\nnode-2   NotReady\n");
        assertThat(filtered("not node-2", nodes)).isEqualTo("NAME     STATUS\nnode-1   Ready\n");
        assertThat(filtered("node-3", nodes)).isEmpty();
        assertThat(filtered("failing", "all is well\nERROR no route\n"))
                .isEqualTo("ERROR no route\n");
        assertThat(filtered("well", "all is well\nERROR no route\n")).isEqualTo("all is well\n");
    }
}
