package dev.kubechat.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Cuts content to what a platform takes in one post. What does not fit of a message goes with it as a file; a card says how much is missing. */
final class Fit {

    static final String OUTPUT_FILE = "output.txt";
    static final String TEXT_FILE = "text.txt";

    private static final int NOTE = 60;

    private Fit() {}

    static Content into(Manners manners, Content content) {
        return switch (content) {
            case Message message ->
                    message(manners.longestText(), narrow(manners.longestLine(), message))
                            .with(message.links());
            case Card card -> card(manners.longestText(), card);
        };
    }

    private static Message narrow(int longestLine, Message message) {
        if (message.output().lines().allMatch(line -> line.length() <= longestLine)) {
            return message;
        }
        return TextTable.of(message.output())
                .map(table -> table.within(longestLine).text())
                .filter(text -> text.length() < message.output().length())
                .map(text -> {
                    var note =
                            "Columns that are too wide for here are in %s.".formatted(OUTPUT_FILE);
                    var words = message.text();
                    return new Message(
                            words.isEmpty() ? note : words + "\n" + note, text, whole(message));
                })
                .orElse(message);
    }

    private static List<Attachment> whole(Message message) {
        var files = new ArrayList<>(message.files());
        files.add(new Attachment(OUTPUT_FILE, "text/plain", message.output()));
        return files;
    }

    private static Message message(int longest, Message message) {
        if (message.text().length() + message.output().length() <= longest) {
            return message;
        }
        var files = new ArrayList<>(message.files());
        var text = message.text();
        if (text.length() > longest / 2) {
            files.add(new Attachment(TEXT_FILE, "text/plain", text));
            text = "%s … (all of it is in %s)".formatted(head(text, longest / 2 - NOTE), TEXT_FILE);
        }
        if (text.length() + message.output().length() <= longest) {
            return new Message(text, message.output(), files);
        }
        if (files.stream().noneMatch(file -> file.name().equals(OUTPUT_FILE))) {
            files.add(new Attachment(OUTPUT_FILE, "text/plain", message.output()));
        }
        var note = "The beginning is shown here, all of it is in %s.".formatted(OUTPUT_FILE);
        text = text.isEmpty() ? note : text + "\n" + note;
        return new Message(text, wholeLines(message.output(), longest - text.length()), files);
    }

    private static Card card(int longest, Card card) {
        var excess = size(card) - longest;
        var widest = card.sections().stream().max(Comparator.comparingInt(Fit::size));
        if (excess <= 0 || widest.isEmpty() || widest.get().lines().size() < 2) {
            return card;
        }
        var cut = shorter(widest.get(), size(widest.get()) - excess);
        var sections = card.sections().stream().map(s -> s.equals(widest.get()) ? cut : s).toList();
        var smaller =
                new Card(
                        card.tone(),
                        card.title(),
                        card.facts(),
                        sections,
                        card.buttons(),
                        card.footer(),
                        card.links());
        return size(smaller) < size(card) ? card(longest, smaller) : card;
    }

    private static Card.Section shorter(Card.Section section, int room) {
        var kept = new ArrayList<String>();
        var left = room - section.heading().length() - NOTE;
        for (var line : section.lines()) {
            left -= line.length() + 1;
            if (left < 0) {
                break;
            }
            kept.add(line);
        }
        kept.add(
                "… and %d more lines, which do not fit here"
                        .formatted(section.lines().size() - kept.size()));
        return new Card.Section(section.heading(), kept, section.fixedWidth());
    }

    private static int size(Card card) {
        var facts =
                card.facts().stream()
                        .mapToInt(f -> f.name().length() + f.value().length() + 2)
                        .sum();
        var sections = card.sections().stream().mapToInt(Fit::size).sum();
        return card.title().length() + facts + sections + card.footer().length();
    }

    private static int size(Card.Section section) {
        return section.heading().length() + lines(section.lines());
    }

    private static int lines(List<String> lines) {
        return lines.stream().mapToInt(line -> line.length() + 1).sum();
    }

    private static String wholeLines(String output, int room) {
        var head = head(output, room);
        var lastBreak = head.lastIndexOf('\n');
        return lastBreak > 0 ? head.substring(0, lastBreak) : head;
    }

    private static String head(String text, int room) {
        var end = Math.clamp(room, 0, text.length());
        return text.substring(
                0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }
}
