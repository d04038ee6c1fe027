package dev.kubechat.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A chat platform that lives as long as a test: people talk in it, the bot posts in it, and tests break it. It passes the
 * contracts of a real one. Has one channel, {@link #CHANNEL}.
 */
public final class MemoryPlatform implements ChatPlatform {

    public static final PlatformId ID = new PlatformId("memory");
    public static final String CHANNEL = "ops";

    private final Inbox inbox;
    private final List<Post> posts = new ArrayList<>();
    private final Map<EventId, Mark> marks = new HashMap<>();
    private Manners manners = new Manners(4000, 200, Duration.ZERO, true);
    private int numbers;
    private boolean away;
    private @Nullable RuntimeException nextAnswer;
    private @Nullable ChatMessage lastMessage;

    public MemoryPlatform(Inbox inbox) {
        this.inbox = inbox;
    }

    public static Person person(String name) {
        return new Person(ID, "u-" + name.toLowerCase(java.util.Locale.ROOT), name);
    }

    /** Opens a thread with these words. */
    public synchronized ChatMessage open(Person person, String text) {
        var thread = new ChatThread(ID, CHANNEL, "root-" + ++numbers);
        return say(person, thread, text, List.of());
    }

    public synchronized ChatMessage say(
            Person person, ChatThread thread, String text, List<Attachment> files) {
        var message = new ChatMessage(event(), thread, person, text, files, Instant.EPOCH);
        lastMessage = message;
        inbox.accept(message);
        return message;
    }

    /** @throws AssertionError if the person does not see such a button there */
    public synchronized ButtonClick press(
            Person person, ChatThread thread, PostRef ref, String label) {
        var post = visible(thread, person).filter(p -> p.ref.equals(ref)).findFirst();
        var button =
                post.stream()
                        .flatMap(p ->
                                p.content instanceof Card card
                                        ? card.buttons().stream()
                                        : Stream.empty())
                        .filter(b -> b.label().equals(label))
                        .findFirst()
                        .orElseThrow(() ->
                                new AssertionError(
                                        "%s sees no button \"%s\""
                                                .formatted(person.name(), label)));
        var click = new ButtonClick(event(), thread, person, button.choice(), Instant.EPOCH);
        inbox.accept(click);
        return click;
    }

    public synchronized void redeliver() {
        if (lastMessage != null) {
            inbox.accept(lastMessage);
        }
    }

    public synchronized void remove(PostRef ref) {
        posts.removeIf(post -> post.ref.equals(ref));
    }

    public synchronized void goAway() {
        away = true;
    }

    public synchronized void comeBack() {
        away = false;
    }

    /** The next call throws this instead of doing anything. */
    public synchronized void answerNextWith(RuntimeException answer) {
        nextAnswer = answer;
    }

    public synchronized void behave(Manners newManners) {
        manners = newManners;
    }

    public Screen screenOf(Person viewer) {
        return new Screen() {
            @Override
            public List<Shown> posts(ChatThread thread) {
                synchronized (MemoryPlatform.this) {
                    return visible(thread, viewer).map(Post::shown).toList();
                }
            }

            @Override
            public Optional<Mark> mark(ChatThread thread, EventId message) {
                synchronized (MemoryPlatform.this) {
                    return Optional.ofNullable(marks.get(message));
                }
            }
        };
    }

    /** What a thread shows this person, in our own words. */
    public synchronized List<Content> contents(ChatThread thread, Person viewer) {
        return visible(thread, viewer).map(post -> post.content).toList();
    }

    @Override
    public PlatformId id() {
        return ID;
    }

    @Override
    public synchronized Manners manners() {
        return manners;
    }

    @Override
    public synchronized PostRef post(
            PostKey key, ChatThread thread, Audience audience, Content content) {
        answer();
        if (!thread.channel().equals(CHANNEL)) {
            throw new ChatRefused("there is no channel " + thread.channel());
        }
        var shown = posts.stream().filter(post -> post.key.equals(key)).findFirst();
        if (shown.isPresent()) {
            return shown.get().ref;
        }
        var post = new Post(key, new PostRef("post-" + ++numbers), thread, audience, content);
        posts.add(post);
        return post.ref;
    }

    @Override
    public synchronized void edit(PostRef shown, Content content) {
        answer();
        find(shown).orElseThrow(() -> new PostGone(shown)).content = content;
    }

    @Override
    public synchronized void delete(PostRef shown) {
        answer();
        remove(shown);
    }

    @Override
    public synchronized void mark(ChatThread thread, EventId message, Mark mark) {
        answer();
        marks.put(message, mark);
    }

    @Override
    public synchronized boolean shows(PostRef shown) {
        answer();
        return find(shown).isPresent();
    }

    private void answer() {
        if (away) {
            throw new ChatUnavailable("the platform in memory is away");
        }
        if (nextAnswer != null) {
            var thrown = nextAnswer;
            nextAnswer = null;
            throw thrown;
        }
    }

    private EventId event() {
        return new EventId("event-" + ++numbers);
    }

    private Optional<Post> find(PostRef ref) {
        return posts.stream().filter(post -> post.ref.equals(ref)).findFirst();
    }

    private Stream<Post> visible(ChatThread thread, Person viewer) {
        return posts.stream().filter(post -> post.thread.equals(thread) && post.isFor(viewer));
    }

    private static final class Post {
        private final PostKey key;
        private final PostRef ref;
        private final ChatThread thread;
        private final Audience audience;
        private Content content;

        private Post(
                PostKey key, PostRef ref, ChatThread thread, Audience audience, Content content) {
            this.key = key;
            this.ref = ref;
            this.thread = thread;
            this.audience = audience;
            this.content = content;
        }

        private boolean isFor(Person viewer) {
            return switch (audience) {
                case Audience.Everyone _ -> true;
                case Audience.Only(Person person) -> person.account().equals(viewer.account());
            };
        }

        private Shown shown() {
            return switch (content) {
                case Message m ->
                        new Shown(
                                ref,
                                m.text() + "\n" + m.output() + links(m.links()),
                                List.of(),
                                m.files(),
                                List.of());
                case Card c ->
                        new Shown(
                                ref,
                                words(c) + links(c.links()),
                                c.buttons().stream().map(Card.Button::label).toList(),
                                List.of(),
                                List.of());
            };
        }

        private static String links(List<Link> links) {
            return links.stream()
                    .map(link -> "\n%s: %s".formatted(link.label(), link.address()))
                    .collect(java.util.stream.Collectors.joining());
        }

        private static String words(Card card) {
            var words = new ArrayList<>(List.of(card.title()));
            card.facts().forEach(fact -> words.add(fact.name() + ": " + fact.value()));
            card.sections()
                    .forEach(section -> {
                        words.add(section.heading());
                        words.addAll(section.lines());
                    });
            words.add(card.footer());
            return String.join("\n", words);
        }
    }
}
