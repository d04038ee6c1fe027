package dev.kubechat.plan;

import dev.kubechat.kubectl.ResourceType;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** "explain pods", "what fields does a deployment have", "documentation of pod.spec.containers". */
final class ExplainIntent implements Intent {

    private static final Pattern PATH =
            Pattern.compile("\\.?[A-Za-z]{1,60}(\\.[A-Za-z]{1,60}){0,12}");
    private static final Set<String> TOP =
            Set.of("apiVersion", "kind", "metadata", "spec", "status");
    private static final Set<String> WITH_SPEC =
            Set.of(
                    "pod",
                    "deployment",
                    "statefulset",
                    "daemonset",
                    "replicaset",
                    "job",
                    "cronjob",
                    "service",
                    "ingress",
                    "node");
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
        path = path == null ? null : below(kind, path);
        return Intent.line(
                "explain "
                        + kind
                        + (path == null ? "" : path.startsWith(".") ? path : "." + path)
                        + recursive,
                NOWHERE);
    }

    /** "the spec containers field" */
    private static @Nullable String fields(Sentence sentence, int last) {
        int first = last;
        while (isField(sentence, first)) {
            sentence.take(first);
            first--;
        }
        return first == last
                ? null
                : IntStream.rangeClosed(first + 1, last)
                        .mapToObj(i -> sentence.at(i).text())
                        .collect(Collectors.joining("."));
    }

    private static boolean isField(Sentence sentence, int i) {
        return sentence.isFree(i)
                && (sentence.at(i).isUnknown() || sentence.at(i).quoted())
                && PATH.matcher(sentence.at(i).text()).matches()
                && ResourceType.builtIn(sentence.at(i).text()).isEmpty();
    }

    /** People leave out that the fields of a workload are those of its spec. */
    private static String below(String kind, String path) {
        String bare = path.startsWith(".") ? path.substring(1) : path;
        int dot = bare.indexOf('.');
        String first = dot < 0 ? bare : bare.substring(0, dot);
        return WITH_SPEC.contains(kind) && !TOP.contains(first) ? "spec." + bare : bare;
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
        if (field > 0 && !(sentence.isFree(next) && isField(sentence, next))) {
            // "the strategy field"
            return fields(sentence, field - 1);
        }
        if (isField(sentence, next)) {
            sentence.take(next);
            return sentence.at(next).text();
        }
        return null;
    }
}
