package dev.kubechat.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FollowUpTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"next", "Next page", "show me more", "more rows.", "the next ones", "go on"})
    void asksForTheRowsThatFollow(String words) {
        assertThat(FollowUp.of(words)).contains(new FollowUp.Next());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "as file",
                "send it as a file",
                "give me that as a text file",
                "download it!"
            })
    void asksForAFile(String words) {
        assertThat(FollowUp.of(words)).contains(new FollowUp.AsFile());
    }

    @ParameterizedTest
    @CsvSource({
        "only the failing ones, failing",
        "only failing pods, failing",
        "show me only those that are not ready, not ready",
        "just checkout, checkout",
        "--filter=cart, cart",
        "--filter \"cart\", cart",
        "filter by node-1, node-1",
        "hide the running ones, not running",
        "without kube-system, not kube-system"
    })
    void asksForSomeOfTheRows(String words, String filter) {
        assertThat(FollowUp.of(words)).contains(new FollowUp.Only(new RowFilter(filter)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "get pods",
                "scale checkout to 3",
                "only delete the pods of checkout in shop",
                "more replicas for checkout",
                "without downtime please restart the cart deployment",
                "next to nothing works",
                ""
            })
    void otherWordsAreAboutSomethingElse(String words) {
        assertThat(FollowUp.of(words)).isEmpty();
    }

    @Test
    void longWordsAreNot() {
        assertThat(FollowUp.of("only " + "x".repeat(300))).isEmpty();
    }
}
