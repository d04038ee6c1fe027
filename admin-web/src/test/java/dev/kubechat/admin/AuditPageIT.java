package dev.kubechat.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.audit.Actor;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditPageIT {

    private static AdminWorld world;
    private static Deeds deeds;

    @BeforeAll
    static void start() {
        world = new AdminWorld(0);
        assertThat(world.seen("dave", "/admin/audit", ".nothing"))
                .containsExactly("Nothing has happened yet.");
        deeds = world.deeds();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void showsAnEntryWithItsFacts() {
        var request = UUID.randomUUID();
        deeds.recorded(
                "approval.voted",
                deeds.human("alice", "Alice"),
                request,
                Map.of("choice", "APPROVE", "command", "kubectl get pods\n  -n shop"));
        var entry = world.page("dave", "/admin/audit?request=" + request).select(".entries li");
        assertThat(entry.select(".entry").text())
                .matches(
                        "#\\d+ \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+Z approval.voted by"
                                + " Alice request "
                                + request);
        assertThat(entry.select("dt").eachText()).containsExactly("choice", "command");
        assertThat(entry.select("dd").get(1).wholeText()).isEqualTo("kubectl get pods\n  -n shop");
        assertThat(entry.select("a[href]").eachAttr("href"))
                .containsExactly(
                        "/admin/audit?type=approval.voted",
                        "/admin/audit?person=" + deeds.person("alice"),
                        "/admin/audit?request=" + request);
    }

    @Test
    void filtersByTypeAndByItsBeginning() {
        deeds.recorded("step.intended", new Actor.Bot(), UUID.randomUUID(), Map.of());
        deeds.recorded("step.ended", new Actor.Bot(), UUID.randomUUID(), Map.of());
        assertThat(world.seen("dave", "/admin/audit?type=step.", ".type"))
                .contains("step.ended", "step.intended")
                .allMatch(type -> type.startsWith("step."));
        assertThat(world.seen("dave", "/admin/audit?type=step.ended", ".type"))
                .containsOnly("step.ended");
        assertThat(world.seen("dave", "/admin/audit?type=step", ".nothing"))
                .containsExactly("No entry fits this filter.");
    }

    @ParameterizedTest
    @CsvSource({"bob", "web:bob", "slack:U-bob", "%20bob%20"})
    void filtersByAnyAccountOfAPerson(String typed) {
        deeds.recorded("ask.answered", deeds.human("bob", "Bob"), UUID.randomUUID(), Map.of());
        deeds.recorded("ask.answered", new Actor.Bot(), UUID.randomUUID(), Map.of());
        var page = world.page("dave", "/admin/audit?person=" + typed);
        assertThat(page.select(".entry").eachText())
                .isNotEmpty()
                .allMatch(entry -> entry.contains("by Bob"));
        assertThat(page.select("input[name=person]").val()).isEqualTo(typed.replace("%20", ""));
    }

    @Test
    void showsTextsOfOthersAsTextAndWhatTheyHide() {
        var request = UUID.randomUUID();
        deeds.recorded(
                "approval.click-refused",
                new Actor.Stranger("<img src=x onerror=alert(1)>"),
                request,
                Map.of("why", "\u202E</dd><script>alert(1)</script>\u0007"));
        var page = world.page("dave", "/admin/audit?request=" + request);
        assertThat(page.select("script, main img")).isEmpty();
        assertThat(page.select(".entry").text())
                .contains("by unknown account <img src=x onerror=alert(1)>");
        assertThat(page.select("dd").text())
                .isEqualTo("[U+202E]</dd><script>alert(1)</script>[U+0007]");
    }

    @Test
    void pagesThroughAllThatFitsOnce() {
        var request = UUID.randomUUID();
        IntStream.range(0, 2 * AuditPage.PAGE)
                .forEach(n -> {
                    deeds.recorded("step.ended", new Actor.Bot(), request, Map.of("n", "n" + n));
                    deeds.recorded("step.ended", new Actor.Bot(), UUID.randomUUID(), Map.of());
                });
        var numbers = new ArrayList<String>();
        for (var next = "/admin/audit?request=" + request; !next.isEmpty(); ) {
            var page = world.page("dave", next);
            numbers.addAll(page.select("dd").eachText());
            next = page.select("a[rel=next]").attr("href");
        }
        assertThat(numbers)
                .containsExactlyElementsOf(
                        IntStream.iterate(2 * AuditPage.PAGE - 1, n -> n >= 0, n -> n - 1)
                                .mapToObj(n -> "n" + n)
                                .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "request=oops, is no request id",
        "request=1-1-1-1-1, is no request id",
        "type=%3Cscript%3E, is no type of event",
        "type=a%00b, is no type of event",
        "person=nobody, KubeChat knows nobody by",
        "person=al%00ice, KubeChat knows nobody by",
        "person=web:, KubeChat knows nobody by",
        "before=newest, is no position in the list",
        "request=a&request=b, is no request id"
    })
    void answersABadFilterWithASentenceAndKeepsTheForm(String typed, String sentence) {
        var address = "/admin/audit?" + typed;
        assertThat(world.answer("dave", address).getStatus()).isEqualTo(400);
        var page = world.page("dave", address);
        assertThat(page.select("[role=alert]").text()).contains(sentence);
        assertThat(page.select("form.filters input")).hasSize(3);
        assertThat(page.select(".entries")).isEmpty();
    }

    @Test
    void keepsWhatWasTypedWrongSoThatItCanBeRepaired() {
        var page = world.page("dave", "/admin/audit?request=%22%3E%3Cb%3E&type=step.");
        assertThat(page.select("input[name=request]").val()).isEqualTo("\"><b>");
        assertThat(page.select("input[name=type]").val()).isEqualTo("step.");
        assertThat(page.select("main b")).isEmpty();
    }
}
