package dev.kubechat.chat;

import java.util.List;

/**
 * Makes what could deceive an eye or break a row readable: control characters and those that turn the direction of writing
 * are shown by their number. Words in any script, emoji, line breaks and tabs stay as they are.
 */
public final class Visible {

    private Visible() {}

    public static String text(String text) {
        if (text.codePoints().noneMatch(Visible::deceives)) {
            return text;
        }
        var visible = new StringBuilder();
        text.codePoints().forEach(point -> append(visible, point));
        return visible.toString();
    }

    static Content content(Content content) {
        return switch (content) {
            case Message m ->
                    new Message(
                            text(m.text()), text(m.output()), files(m.files()), links(m.links()));
            case Card c ->
                    new Card(
                            c.tone(),
                            text(c.title()),
                            c.facts().stream().map(Visible::fact).toList(),
                            c.sections().stream().map(Visible::section).toList(),
                            c.buttons().stream().map(Visible::button).toList(),
                            text(c.footer()),
                            links(c.links()));
        };
    }

    private static List<Attachment> files(List<Attachment> files) {
        return files.stream()
                .map(file ->
                        new Attachment(
                                text(file.name()), text(file.mediaType()), text(file.text())))
                .toList();
    }

    private static List<Link> links(List<Link> links) {
        return links.stream().map(link -> new Link(text(link.label()), link.address())).toList();
    }

    private static Card.Fact fact(Card.Fact fact) {
        return new Card.Fact(text(fact.name()), text(fact.value()));
    }

    private static Card.Section section(Card.Section section) {
        var lines = section.lines().stream().map(Visible::text).toList();
        return new Card.Section(text(section.heading()), lines, section.fixedWidth());
    }

    private static Card.Button button(Card.Button button) {
        return new Card.Button(text(button.label()), button.style(), button.choice());
    }

    private static void append(StringBuilder visible, int point) {
        if (deceives(point)) {
            visible.append("[U+%04X]".formatted(point));
        } else {
            visible.appendCodePoint(point);
        }
    }

    private static boolean deceives(int point) {
        return (Character.getType(point) == Character.CONTROL
                        && point != '\n'
                        && point != '\t'
                        && point != '\r')
                || Character.getType(point) == Character.SURROGATE
                || turnsDirection(point);
    }

    // Embeddings, overrides and isolates of the Unicode Bidirectional Algorithm (UAX #9, 2.1 to
    // 2.4).
    private static boolean turnsDirection(int point) {
        return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    }
}
