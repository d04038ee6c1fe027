package dev.kubechat.plan;

import java.util.Optional;

/** About the cluster and oneself: versions, types, contexts, "who am I". */
final class ClusterIntent implements Intent {

    private static final Place NOWHERE = new Place(null, false, false);

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        if (sentence.has(Sense.SHOW, Sense.VERSION)) {
            sentence.take(Sense.START);
        }
        if (sentence.hasAny(Sense.CHANGES) || sentence.has(Sense.WHY)) {
            return Optional.empty();
        }
        String line = line(sentence);
        if (line == null) {
            return Optional.empty();
        }
        sentence.take(
                Sense.SHOW,
                Sense.ALL,
                Sense.LAST,
                Sense.ONLY,
                Sense.CLUSTER,
                Sense.DESCRIBE,
                Sense.RUNNING,
                Sense.STATUS);
        sentence.take(Sense.VERSION, Sense.HEAVY);
        return Target.take(sentence).named().isEmpty()
                ? Intent.line(line, NOWHERE)
                : Optional.empty();
    }

    private static @org.jspecify.annotations.Nullable String line(Sentence sentence) {
        if (sentence.has(Sense.API_RESOURCES)) {
            return types(sentence);
        }
        if (sentence.take(Sense.API_VERSIONS)) {
            return "api-versions";
        }
        if (sentence.take(Sense.WHOAMI)) {
            return "auth whoami";
        }
        if (sentence.take(Sense.CLUSTER_DUMP)) {
            return "cluster-info dump";
        }
        if (sentence.take(Sense.CLUSTER_INFO)) {
            return "cluster-info";
        }
        if (sentence.take(Sense.CURRENT_CONTEXT)) {
            return "config current-context";
        }
        if (sentence.take(Sense.CONTEXTS)) {
            return "config get-contexts";
        }
        if (sentence.take(Sense.CONFIG_VIEW)) {
            return "config view";
        }
        return sentence.has(Sense.VERSION)
                        && !sentence.has(Sense.IMAGE, Sense.HISTORY, Sense.WIDE)
                        && sentence.find(word -> word.is(Sense.KIND) || word.isName()) < 0
                ? "version" + (sentence.take(Sense.CLIENT) ? " --client" : "")
                : null;
    }

    private static String types(Sentence sentence) {
        boolean not =
                sentence.has(Sense.UNNAMESPACED)
                        || (sentence.has(Sense.NAMESPACED) && sentence.take(Sense.NOT));
        String scope =
                not
                        ? " --namespaced=false"
                        : sentence.has(Sense.NAMESPACED) ? " --namespaced=true" : "";
        String wide = sentence.take(Sense.WIDE, Sense.VERBS) ? " -o wide" : "";
        String names = sentence.take(Sense.NAMES_ONLY) ? " -o name" : "";
        sentence.take(Sense.API_RESOURCES, Sense.NAMESPACED, Sense.UNNAMESPACED, Sense.WITH);
        String sort =
                sentence.has(Sense.SORT) || sentence.has(Sense.BY_NAME) ? " --sort-by=name" : "";
        sentence.take(Sense.SORT, Sense.BY_NAME, Sense.BY, Sense.NAMED);
        return "api-resources" + scope + wide + names + sort;
    }
}
