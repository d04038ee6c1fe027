package dev.kubechat.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.chat.Attachment;
import dev.kubechat.chat.ChatMessage;
import dev.kubechat.chat.ChatPlatform;
import dev.kubechat.chat.ChatThread;
import dev.kubechat.chat.EventId;
import dev.kubechat.chat.Mark;
import dev.kubechat.chat.MemoryInbox;
import dev.kubechat.chat.Person;
import dev.kubechat.chat.PlatformUnderTest;
import dev.kubechat.chat.PostRef;
import dev.kubechat.chat.Screen;
import dev.kubechat.chat.Shown;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jsoup.nodes.Element;

/** The running web chat with the windows of two people, and a channel of its own for each test. */
final class WebChatUnderTest implements PlatformUnderTest {

    private static final Set<String> DRAWN = Set.of("bdi", "code", "pre");

    private final WebPlatform platform;
    private final BreakableDataSource database;
    private final MemoryInbox inbox;
    private final Map<String, Browser> browsers;
    private final String channel = "c-" + UUID.randomUUID();
    private final ChatThread thread;
    private Runnable last = () -> {};

    WebChatUnderTest(
            WebPlatform platform,
            WebChannels channels,
            BreakableDataSource database,
            TestInbox inbox,
            TestClock clock,
            int port) {
        this.platform = platform;
        this.database = database;
        this.inbox = inbox.fresh();
        clock.pass(Duration.ofMinutes(1)); // nobody is in a hurry from the test before
        this.browsers = Map.of("anna", Browser.of(port, "anna"), "ben", Browser.of(port, "ben"));
        channels.open(new WebChannel(channel, "ops", ""));
        say(anna(), "/messages", "get pods", List.of());
        this.thread = inbox().lastMessage().thread();
    }

    @Override
    public ChatPlatform platform() {
        return platform;
    }

    @Override
    public MemoryInbox inbox() {
        return inbox;
    }

    @Override
    public Person anna() {
        return TestApplication.ANNA.signedIn().person();
    }

    @Override
    public Person ben() {
        return TestApplication.BEN.signedIn().person();
    }

    @Override
    public Screen screenOf(Person viewer) {
        return new Page(browser(viewer));
    }

    @Override
    public ChatThread thread() {
        return thread;
    }

    @Override
    public void say(Person person, ChatThread in, String text, List<Attachment> files) {
        say(person, "/threads/%s/messages".formatted(in.root()), text, files);
    }

    private void say(Person person, String path, String text, List<Attachment> files) {
        var once = UUID.randomUUID();
        last =
                () ->
                        assertThat(
                                        browser(person)
                                                .say(channel, path, once, text, files)
                                                .statusCode())
                                .isEqualTo(204);
        last.run();
    }

    @Override
    public void press(Person person, ChatThread in, PostRef post, String label) {
        var button =
                entry(browser(person), in, post.value()).select("button").stream()
                        .filter(each -> each.text().equals(label))
                        .findFirst()
                        .orElseThrow();
        var pressed =
                browser(person)
                        .postForm(
                                in.channel(),
                                "/clicks",
                                Map.of("post", post.value(), "choice", button.attr("value")));
        assertThat(pressed.statusCode()).isEqualTo(204);
    }

    @Override
    public void redeliver() {
        last.run();
    }

    @Override
    public void remove(PostRef post) {
        platform.delete(post);
    }

    @Override
    public void goAway() {
        database.goAway();
    }

    @Override
    public void comeBack() {
        database.comeBack();
    }

    ChatMessage opening() {
        return (ChatMessage) inbox.stored().getFirst();
    }

    Browser browser(Person person) {
        return Objects.requireNonNull(browsers.get(person.account()));
    }

    private static Element entry(Browser browser, ChatThread thread, String id) {
        return browser.page("/chat/%s/threads/%s".formatted(thread.channel(), thread.root()))
                .expectFirst("#entry-" + id);
    }

    /** Reads the page that the server renders for the person. */
    private record Page(Browser browser) implements Screen {

        @Override
        public List<Shown> posts(ChatThread thread) {
            return browser
                    .page("/chat/%s/threads/%s".formatted(thread.channel(), thread.root()))
                    .select(".entry.bot")
                    .stream()
                    .map(this::shown)
                    .toList();
        }

        @Override
        public Optional<Mark> mark(ChatThread thread, EventId message) {
            return Optional.ofNullable(entry(browser, thread, message.value()).selectFirst(".mark"))
                    .map(mark -> Mark.valueOf(mark.attr("data-mark")));
        }

        private Shown shown(Element entry) {
            return new Shown(
                    new PostRef(entry.id().substring("entry-".length())),
                    String.join("\n", words(entry)),
                    entry.select("button[name=choice]").eachText(),
                    entry.select(".files a").stream().map(this::file).toList(),
                    entry.select(".words *").stream()
                            .filter(element ->
                                    !DRAWN.contains(element.tagName())
                                            || element.hasAttr("onclick"))
                            .map(Element::outerHtml)
                            .toList());
        }

        private static List<String> words(Element entry) {
            return entry.select(".words").stream().map(Element::wholeText).toList();
        }

        private Attachment file(Element link) {
            var path = link.attr("href").replaceFirst("^/as/[^/]+", "");
            return new Attachment(link.text(), "text/plain", browser.get(path).body());
        }
    }
}
