package dev.kubechat.plan;

import java.util.List;
import java.util.Optional;

/** One thing people ask for, and the words they have for it. */
interface Intent {

    /** Empty if something else is meant. What the intent understands it takes out of the sentence. */
    Optional<Said> read(Sentence sentence, Place place);

    /** What was said. */
    sealed interface Said {

        /** A kubectl line, to be read like anybody's typing. It holds only if the rest of the sentence carries nothing more. */
        record Line(String text, Place place) implements Said {

            /** With {@code -n} or {@code -A}, before a {@code --} that begins somebody else's words. */
            String whole() {
                int dashes = text.indexOf(" -- ");
                return dashes < 0
                        ? text + place.scope()
                        : text.substring(0, dashes) + place.scope() + text.substring(dashes);
            }
        }

        /** It can be answered, refused or asked back at once. */
        record Told(Plan plan) implements Said {}
    }

    static Optional<Said> line(String text, Place place) {
        return Optional.of(new Said.Line("kubectl " + text, place));
    }

    static Optional<Said> ask(String text, String... suggestions) {
        return Optional.of(new Said.Told(new Plan.Question(text, List.of(suggestions))));
    }

    static Optional<Said> refuse(String text) {
        return Optional.of(new Said.Told(new Plan.Refusal(text)));
    }
}
