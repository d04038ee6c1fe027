package dev.kubechat.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kubechat.chat.Audience;
import dev.kubechat.chat.ChatThread;
import dev.kubechat.chat.Content;
import dev.kubechat.chat.ContentFixture;
import dev.kubechat.chat.Message;
import dev.kubechat.chat.PostRef;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = TestApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "kubechat.web.sign-in=pick")
class WebChatIT {

    @Autowired private WebPlatform platform;
    @Autowired private WebChannels channels;
    @Autowired private BreakableDataSource database;
    @Autowired private TestInbox inbox;
    @Autowired private TestClock clock;
    @LocalServerPort private int port;

    private WebChatUnderTest chat;
    private Browser anna;
    private Browser ben;
    private String channel;

    @BeforeEach
    void freshChannel() {
        chat = new WebChatUnderTest(platform, channels, database, inbox, clock, port);
        anna = chat.browser(chat.anna());
        ben = chat.browser(chat.ben());
        channel = chat.thread().channel();
    }

    @Test
    void letsNobodyInWhoIsNotSignedIn() {
        var stranger = new Browser(port);
        assertThat(stranger.get("/chat/" + channel).headers().firstValue("Location"))
                .contains("/sign-in");
        assertThat(stranger.getAsHtmx("/chat/" + channel).headers().firstValue("HX-Redirect"))
                .contains("/sign-in");
        assertThat(stranger.getAsHtmx("/chat/%s/changes?after=0".formatted(channel)).statusCode())
                .isEqualTo(401);
        assertThatThrownBy(() -> stranger.live(stranger.origin(), new Wire()))
                .isInstanceOf(CompletionException.class);
    }

    @Test
    void aPersonsWindowsAreTheirsAlone() {
        assertThat(anna.page("/chat/" + channel).expectFirst(".me strong").text())
                .isEqualTo("Anna Adler");
        assertThat(ben.page("/chat/" + channel).expectFirst(".me strong").text())
                .isEqualTo("Ben Brandt");
    }

    @Test
    void signsInOnlyFromItsOwnPage() {
        var browser = new Browser(port);
        assertThat(signIn(browser, "anna", "http://elsewhere.example").statusCode()).isEqualTo(403);
        assertThat(
                        browser.send(
                                        browser.request("/as/anna/sign-in")
                                                .POST(BodyPublishers.noBody()))
                                .statusCode())
                .isEqualTo(403);
        assertThat(signIn(browser, "nobody", browser.origin()).statusCode()).isEqualTo(404);
        assertThat(signIn(browser, "anna", browser.origin()).statusCode()).isEqualTo(302);
    }

    @Test
    void aSignInChangesTheSession() {
        var browser = new Browser(port);
        var first = cookie(signIn(browser, "anna", browser.origin()));
        assertThat(cookie(signIn(browser, "anna", browser.origin())))
                .isNotEqualTo(first)
                .contains("Path=/as/anna");
    }

    @Test
    void takesNothingWithoutItsToken() {
        var forged =
                anna.send(
                        anna.request("/chat/%s/messages".formatted(channel))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        BodyPublishers.ofString(
                                                "once=%s&text=hi".formatted(UUID.randomUUID()))));
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(chat.inbox().stored()).hasSize(1);
    }

    @Test
    void allowsOnlyItsOwnScriptsAndStyles() {
        var policy =
                anna.get("/chat/" + channel)
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow();
        assertThat(policy).contains("default-src 'self'").doesNotContain("unsafe");
        var page = anna.page("/chat/" + channel);
        assertThat(page.select("style, [style], script:not([src]), [onclick]")).isEmpty();
    }

    @Test
    void servesWhatItsPagesAskFor() {
        var page = anna.page("/chat/" + channel);
        assertThat(page.select("script[src], link[href]"))
                .extracting(element -> element.attr("src") + element.attr("href"))
                .allSatisfy(path ->
                        assertThat(anna.get(path.replace("/as/anna", "")).statusCode())
                                .isEqualTo(200));
    }

    @Test
    void keepsNeitherHalfWhenTheInboxFails() {
        inbox.breakWith(new IllegalStateException("the inbox is broken"));
        assertThat(say("delete pod cart-1").statusCode()).isEqualTo(500);
        assertThat(anna.page("/chat/" + channel).text()).doesNotContain("delete pod cart-1");
    }

    @Test
    void tellsInASentenceWhyAMessageWasNotSent() {
        var refused = say("x".repeat(9000));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .startsWith("Nothing was sent: a message has at most 8 KiB of text.");
        assertThat(chat.inbox().stored()).hasSize(1);
    }

    @Test
    void tellsWhenAThreadIsNotThere() {
        var refused =
                anna.say(
                        channel,
                        "/threads/%s/messages".formatted(UUID.randomUUID()),
                        UUID.randomUUID(),
                        "hi",
                        List.of());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).isEqualTo(Incoming.NO_THREAD.sentence());
    }

    @Test
    void aButtonThatIsNotShownDoesNothing() {
        var card = post("card", Audience.everyone(), ContentFixture.askCard());
        var choice = ContentFixture.choice(dev.kubechat.chat.Choice.Verb.APPROVE).text();
        platform.edit(card, ContentFixture.doneCard());
        var late = ben.postForm(channel, "/clicks", Map.of("post", card.value(), "choice", choice));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).isEqualTo(Incoming.NO_BUTTON.sentence());
        assertThat(chat.inbox().stored()).hasSize(1);
    }

    @Test
    void nobodyElseCanPressOrFetchWhatIsPrivate() {
        var file = new dev.kubechat.chat.Attachment("secret.txt", "text/plain", "for Ben");
        var hint = post("hint", Audience.only(chat.ben()), new Message("Look.", "", List.of(file)));
        var path = "/chat/%s/messages/%s/files/0".formatted(channel, hint.value());
        assertThat(ben.get(path).body()).isEqualTo("for Ben");
        assertThat(anna.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aDownloadIsNeverShownAsAPage() {
        var file =
                new dev.kubechat.chat.Attachment(
                        "x.html", "text/html", "<script>alert(1)</script>");
        var shown = post("file", Audience.everyone(), new Message("Look.", "", List.of(file)));
        var headers =
                ben.get("/chat/%s/messages/%s/files/0".formatted(channel, shown.value())).headers();
        assertThat(headers.firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
        assertThat(headers.firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void aLinkIsAnAnchorThatTellsTheOtherSideNothing() {
        var link =
                new dev.kubechat.chat.Link(
                        "pod <b>web</b>", "https://console.example.com/%3Cb%3E?a=b&c=d");
        post("link", Audience.everyone(), Message.of("Look.").with(List.of(link)));
        assertThat(ben.get("/chat/" + channel).body())
                .contains(
                        "rel=\"noopener noreferrer\"",
                        "href=\"https://console.example.com/%3Cb%3E?a=b&amp;c=d\"",
                        "pod &lt;b&gt;web&lt;/b&gt;")
                .doesNotContain("<b>web</b>");
    }

    @Test
    void completesNamesForWhoeverMayListThem() {
        var names = "/chat/%s/names?begun=chec".formatted(channel);
        assertThat(anna.getAsHtmx(names).body()).isEqualTo("[\"chec-new\"]");
        assertThat(anna.getAsHtmx(names + "&thread=" + chat.thread().root()).body())
                .isEqualTo("[\"chec-known\"]");
        assertThat(ben.getAsHtmx(names).body()).isEqualTo("[]");
        assertThat(anna.getAsHtmx(names + "&thread=" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(anna.getAsHtmx("/chat/elsewhere/names?begun=chec").statusCode()).isEqualTo(404);
        assertThat(new Browser(port).get(names).headers().firstValue("Location"))
                .contains("/sign-in");
    }

    @Test
    void aWindowIsToldWhichThreadChanged() {
        var wire = new Wire();
        var socket = ben.live(ben.origin(), wire);
        assertThat(wire.next()).isEqualTo("{}");
        post("answer", Audience.everyone(), Message.of("Three pods."));
        assertThat(wire.next()).contains(channel).contains(chat.thread().root());
        socket.abort();
    }

    @Test
    void aWindowIsNotToldOfWhatIsPrivateToSomebodyElse() {
        var wire = new Wire();
        var socket = ben.live(ben.origin(), wire);
        assertThat(wire.next()).isEqualTo("{}");
        post("hint", Audience.only(chat.anna()), Message.of("Only Anna."));
        var other = thread("get nodes");
        assertThat(wire.next()).contains(other.root()).doesNotContain(chat.thread().root());
        socket.abort();
    }

    @Test
    void aPageFromElsewhereCannotListen() {
        assertThatThrownBy(() -> anna.live("http://elsewhere.example", new Wire()))
                .isInstanceOf(CompletionException.class)
                .hasStackTraceContaining("403");
    }

    @Test
    void aWindowThatWasAwayAsksWhatChangedSince() {
        var seen = change(ben.getAsHtmx("/chat/%s/changes?after=0".formatted(channel)));
        post("hint", Audience.only(chat.anna()), Message.of("Only Anna."));
        var news = ben.getAsHtmx("/chat/%s/changes?after=%d".formatted(channel, seen)).body();
        assertThat(news).contains("\"threads\":[]");
        post("answer", Audience.everyone(), Message.of("Three pods."));
        assertThat(ben.getAsHtmx("/chat/%s/changes?after=%d".formatted(channel, seen)).body())
                .contains(chat.thread().root());
    }

    @Test
    void theSignInPageListsEverybodyAndWhatTheyAreFor() {
        var page = Jsoup.parse(new Browser(port).get("/sign-in").body());
        assertThat(page.select(".somebody").eachText())
                .containsExactly(
                        "A Anna Adler Develops the shop.",
                        "B Ben Brandt May approve what is dangerous.");
    }

    @Test
    void signingOutEndsTheSession() {
        var token = anna.page("/chat/" + channel).expectFirst(".me input[name=_csrf]").val();
        anna.send(
                anna.request("/sign-out")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("_csrf=" + token)));
        assertThat(anna.get("/chat/" + channel).statusCode()).isEqualTo(302);
    }

    private HttpResponse<String> say(String text) {
        return anna.say(channel, "/messages", UUID.randomUUID(), text, List.of());
    }

    private ChatThread thread(String text) {
        assertThat(say(text).statusCode()).isEqualTo(204);
        return chat.inbox().lastMessage().thread();
    }

    private PostRef post(String key, Audience audience, Content content) {
        return platform.post(
                ContentFixture.key(key, chat.thread()), chat.thread(), audience, content);
    }

    private static long change(HttpResponse<String> news) {
        return Long.parseLong(news.body().replaceAll(".*\"change\":(\\d+).*", "$1"));
    }

    private static HttpResponse<String> signIn(Browser browser, String account, String origin) {
        return browser.send(
                browser.request("/as/%s/sign-in".formatted(account))
                        .header("Origin", origin)
                        .POST(BodyPublishers.noBody()));
    }

    private static String cookie(HttpResponse<String> response) {
        return response.headers().firstValue("Set-Cookie").orElseThrow();
    }
}
