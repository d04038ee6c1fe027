package dev.kubechat.app.eval;

import dev.kubechat.app.verb.Json;
import dev.kubechat.app.verb.PlanVerb;
import dev.kubechat.app.verb.Where;
import dev.kubechat.risk.Level;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One labelled line. */
sealed interface Label {

    /**
     * Words, and what they mean.
     *
     * @param accepted any of these commands is right; none if a question or a refusal is
     * @param alsoRight kinds of answers that are right too, like {@code question}
     */
    record Words(
            String id,
            String utterance,
            Where where,
            List<String> accepted,
            String category,
            String language,
            Set<String> alsoRight)
            implements Label {
        public Words {
            accepted = List.copyOf(accepted);
            alsoRight = Set.copyOf(alsoRight);
        }
    }

    /** A command, and how risky it is. */
    record Risk(String id, String command, Level level, Set<Level> alsoRight) implements Label {
        public Risk {
            alsoRight = Set.copyOf(alsoRight);
        }
    }

    /**
     * @throws Json.NotJson if it is no labelled line
     * @throws dev.kubechat.kubectl.InvalidName if its context names an impossible namespace
     */
    static Label of(Json.Members row) {
        String id = row.text("id").orElse("?");
        Optional<String> utterance = row.text("utterance");
        return utterance.isPresent() ? words(row, id, utterance.get()) : risk(row, id);
    }

    private static Words words(Json.Members row, String id, String utterance) {
        return new Words(
                id,
                utterance,
                PlanVerb.where(row),
                row.texts("accept"),
                row.text("category").orElse("none"),
                row.text("lang").orElse("none"),
                Set.copyOf(row.texts("also_ok")));
    }

    private static Risk risk(Json.Members row, String id) {
        return new Risk(
                id,
                needed(row, "command"),
                level(needed(row, "risk")),
                row.texts("also_ok").stream()
                        .map(Label::level)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Level.class))));
    }

    private static String needed(Json.Members row, String name) {
        return row.text(name)
                .orElseThrow(() ->
                        new Json.NotJson(
                                "A line needs an \"utterance\", or a \"command\" and its"
                                        + " \"risk\"."));
    }

    private static Level level(String label) {
        String name = label.equals("reject") ? "forbidden" : label;
        return Arrays.stream(Level.values())
                .filter(level -> level.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new Json.NotJson(
                                "\"%s\" is no risk: there are safe, warning, dangerous and reject."
                                        .formatted(label)));
    }
}
