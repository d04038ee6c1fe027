package dev.kubechat.chat;

import java.util.List;

/**
 * A thing to decide or to know: a heading, facts, sections, buttons.
 *
 * @param tone what the card is about, drawn as a colour and said in words by the title, never by colour alone
 * @param title one sentence
 * @param buttons empty once there is nothing left to decide
 * @param footer small print: expiry, reference; may be empty
 * @param links to the objects that it is about
 */
public record Card(
        Tone tone,
        String title,
        List<Fact> facts,
        List<Section> sections,
        List<Button> buttons,
        String footer,
        List<Link> links)
        implements Content {

    // rows of earlier releases hold no links, which arrive as null whatever the type says
    @SuppressWarnings("ConstantValue")
    public Card {
        links = links == null ? List.of() : List.copyOf(links);
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
        buttons = List.copyOf(buttons);
    }

    public Card(
            Tone tone,
            String title,
            List<Fact> facts,
            List<Section> sections,
            List<Button> buttons,
            String footer) {
        this(tone, title, facts, sections, buttons, footer, List.of());
    }

    /** The same with these links. */
    public Card with(List<Link> wanted) {
        return new Card(tone, title, facts, sections, buttons, footer, wanted);
    }

    /** How the matter stands. */
    public enum Tone {
        WAITING,
        CAUTION,
        DANGER,
        DONE,
        REFUSED,
        UNKNOWN
    }

    /** A name and its value, side by side: {@code Cluster: staging}. */
    public record Fact(String name, String value) {}

    /**
     * A block under its own small heading.
     *
     * @param lines one statement a line
     * @param fixedWidth true for output and names that must align
     */
    public record Section(String heading, List<String> lines, boolean fixedWidth) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /** Something to press. */
    public record Button(String label, Style style, Choice choice) {}

    /** How a button looks. */
    public enum Style {
        PRIMARY,
        DANGER,
        PLAIN
    }
}
