package dev.kubechat.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.approval.Vote.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsksPageIT {

    private static AdminWorld world;
    private static Deeds deeds;

    @BeforeAll
    static void start() {
        world = new AdminWorld(0);
        assertThat(world.seen("dave", "/admin/asks", ".nothing"))
                .containsExactly("Nobody has asked anything yet.");
        deeds = world.deeds();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static List<String> newest() {
        return world.page("dave", "/admin/asks").select("tbody tr").getFirst().select("td").stream()
                .map(Element::text)
                .toList();
    }

    @Test
    void showsWhoAskedWhatAndWhereTheTrailIs() {
        var request = deeds.asked("alice", "show the pods", "kubectl get pods", "SAFE");
        assertThat(newest())
                .contains("Alice web", "show the pods", "kubectl get pods", "staging", "SAFE")
                .contains("answered");
        assertThat(world.page("dave", "/admin/asks").select("tbody a").getFirst().attr("href"))
                .isEqualTo("/admin/audit?request=" + request);
    }

    @Test
    void showsWhoApprovedAndHowItEnded() {
        var approval = deeds.waits("alice", "delete cart", "kubectl delete …", "DANGEROUS");
        assertThat(newest()).contains("waits for approval 1 of 1 still missing, from sre");
        deeds.votes(approval, "bob", "sre", Choice.APPROVE);
        deeds.runs(approval, "SUCCEEDED", true);
        assertThat(newest()).contains("done approved by Bob");
    }

    @Test
    void doesNotCallAnOwnConfirmationAnApproval() {
        var approval = deeds.waits("alice", "scale cart to 2", "kubectl scale …", "WARNING");
        assertThat(newest()).contains("waits for confirmation by the asker");
        deeds.votes(approval, "alice", "shop-developers", Choice.APPROVE);
        deeds.runs(approval, "UNKNOWN", true);
        assertThat(newest()).contains("unknown whether it happened confirmed by Alice");
    }

    @Test
    void showsWordsOfOthersAsTextAndWhatTheyHide() {
        deeds.asked("alice", "<script>alert(1)</script> \u202Etxt.exe &amp;", "", "");
        var page = world.page("dave", "/admin/asks");
        assertThat(page.select("script")).isEmpty();
        assertThat(newest())
                .contains("<script>alert(1)</script> [U+202E]txt.exe &amp;", "no command");
    }

    @Test
    void pagesThroughAllAsksOnce() {
        IntStream.range(0, 2 * AsksPage.PAGE + 1)
                .forEach(n -> deeds.asked("bob", "page me " + n, "kubectl get pods", "SAFE"));
        var words = new ArrayList<String>();
        for (var next = "/admin/asks"; !next.isEmpty(); ) {
            var page = world.page("dave", next);
            words.addAll(page.select("tbody td:nth-child(3)").eachText());
            next = page.select("a[rel=next]").attr("href");
        }
        assertThat(words)
                .doesNotHaveDuplicates()
                .containsSubsequence("page me 100", "page me 51", "page me 50", "page me 0")
                .filteredOn(text -> text.startsWith("page me"))
                .hasSize(2 * AsksPage.PAGE + 1);
    }

    @Test
    void saysThatThereIsNothingOlder() {
        assertThat(world.seen("dave", "/admin/asks?before=0", ".nothing"))
                .containsExactly("There is nothing older.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "9999999999999999999999", "1%00", "%27%20or%201=1"})
    void answersAPositionThatIsNoneWithASentence(String before) {
        var answer = world.answer("dave", "/admin/asks?before=" + before);
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(world.seen("dave", "/admin/asks?before=" + before, "main p").getFirst())
                .contains("is no position in the list");
    }
}
