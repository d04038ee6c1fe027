package dev.kubechat.plan;

import dev.kubechat.kubectl.ResourceType;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** "explain pods", "what fields does a deployment have", "documentation of pod.spec.containers". */
final class ExplainIntent implements Intent {

    private static final Pattern PATH =
            Pattern.compile("\\.?[A-Za-z]{1,60}(\\.[A-Za-z]{1,60}){0,12}");
    private static final Place NOWHERE = new Place(null, false, false);

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        if (!sentence.has(Sense.EXPLAIN)
                || sentence.hasAny(Sense.CHANGES)
                || sentence.has(Sense.WHY, Sense.LOGS, Sense.SORT)) {
            return Optional.empty();
        }
        String recursive = sentence.take(Sense.RECURSIVE) ? " --recursive" : "";
        String path = path(sentence);
        sentence.take(
                Sense.EXPLAIN,
                Sense.SHOW,
                Sense.ALL,
                Sense.A,
                Sense.DESCRIBE,
                Sense.STATUS,
                Sense.SET,
                Sense.VALUE);
        Target target = Target.take(sentence);
        if (path != null && target.kinds().isEmpty() && target.named().isEmpty()) {
            return path.startsWith(".")
                    ? Optional.empty()
                    : Intent.line("explain " + path + recursive, NOWHERE);
        }
        if (!target.named().isEmpty() || target.kinds().size() != 1 || place.namespace() != null) {
            return Optional.empty();
        }
        String kind = target.kinds().getFirst().type();
        return Intent.line(
                "explain "
                        + kind
                        + (path == null ? "" : path.startsWith(".") ? path : "." + path)
                        + recursive,
                NOWHERE);
    }

    /** "pod.spec.containers", or "spec.replicas" of a kind named beside it. */
    private static @Nullable String path(Sentence sentence) {
        String dotted =
                sentence.takeFirst(word ->
                        (word.isUnknown() || word.quoted())
                                && word.text().indexOf('.') >= 0
                                && PATH.matcher(word.text()).matches());
        if (dotted != null) {
            return dotted;
        }
        int field =
                sentence.find(word -> word.is(Sense.EXPLAIN) && word.text().startsWith("field"));
        int next = field < 0 ? -1 : sentence.after(field);
        boolean named =
                sentence.isFree(next)
                        && (sentence.at(next).isUnknown() || sentence.at(next).quoted())
                        && PATH.matcher(sentence.at(next).text()).matches();
        if (named && ResourceType.builtIn(sentence.at(next).text()).isEmpty()) {
            sentence.take(next);
            return sentence.at(next).text();
        }
        return null;
    }
}
