package dev.kubechat.plan;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** "get tenants.acme.io in prod": a type of somebody's own, by the full name that only one type has. */
final class CustomIntent implements Intent {

    private static final Pattern FULL =
            Pattern.compile("[a-z]{2,40}s(\\.[a-z0-9][a-z0-9-]{0,40}){1,5}\\.[a-z]{2,6}");

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        boolean details = sentence.has(Sense.DESCRIBE);
        boolean looks = details || sentence.has(Sense.SHOW, Sense.YAML, Sense.JSON, Sense.STATUS);
        boolean more =
                sentence.hasAny(Sense.CHANGES)
                        || sentence.has(Sense.LOGS, Sense.EVENTS, Sense.KIND, Sense.WHY)
                        || sentence.has(Sense.EXPLAIN, Sense.CAN_I, Sense.IMAGE);
        if (!looks || more) {
            return Optional.empty();
        }
        int type = sentence.find(CustomIntent::isType);
        if (type < 0) {
            return Optional.empty();
        }
        sentence.take(type);
        String next = next(sentence, type + 1);
        if (sentence.find(CustomIntent::isType) >= 0) {
            return Optional.empty();
        }
        sentence.take(Sense.DESCRIBE);
        String view = details ? "" : GetView.take(sentence);
        sentence.take(Sense.SHOW, Sense.ALL, Sense.STATUS, Sense.ONLY);
        Target target = Target.take(sentence);
        boolean several =
                (next != null && !target.named().isEmpty())
                        || target.named().size() > 1
                        || target.named().stream().anyMatch(thing -> thing.names().size() > 1);
        if (several) {
            return Optional.empty();
        }
        String other = target.named().isEmpty() ? "" : " " + target.named().getFirst().bare();
        String name = next == null ? other : " " + next;
        return Intent.line(
                (details ? "describe " : "get ") + sentence.at(type).text() + name + view, place);
    }

    /** Right behind its type stands a name, even if it means something else too. */
    private static @Nullable String next(Sentence sentence, int i) {
        boolean name =
                sentence.isFree(i)
                        && sentence.at(i).fitsName()
                        && (sentence.at(i).isName() || sentence.at(i).is(Sense.MAYBE_NAME));
        if (!name) {
            return null;
        }
        sentence.take(i);
        return sentence.at(i).text();
    }

    private static boolean isType(Word word) {
        return word.isUnknown() && !word.quoted() && FULL.matcher(word.text()).matches();
    }
}
