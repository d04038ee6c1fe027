package dev.kubechat.plan;

import java.util.List;
import java.util.Set;

/** Which of the objects are to be seen, and how: flags of {@code kubectl get}. */
final class GetView {

    private static final Set<String> TEMPLATED =
            Set.of("deployments", "statefulsets", "daemonsets", "replicasets", "jobs");
    private static final String IMAGES = " -o jsonpath='{.items[*].spec.containers[*].image}'";

    private GetView() {}

    /** The flags, each with a blank before it. */
    static String take(Sentence sentence) {
        boolean listed = sentence.has(Sense.SORT);
        String sort = sort(sentence, listed);
        String node = node(sentence);
        String selected = selector(sentence);
        String phase = phase(sentence, sort);
        String watch = sentence.take(Sense.WATCH, Sense.FOLLOW) ? " -w" : "";
        String labels = sentence.take(Sense.SHOW_LABELS) ? " --show-labels" : "";
        if (labels.isEmpty() && selected.isEmpty() && sentence.take(Sense.LABEL)) {
            labels = " --show-labels";
        }
        sentence.take(Sense.SELECTOR, Sense.SORT, Sense.STATUS, Sense.LAST);
        return selected + fields(node, phase) + output(sentence) + labels + sort + watch;
    }

    private static String sort(Sentence sentence, boolean listed) {
        String by = "";
        if (sentence.has(Sense.BY_RESTARTS)
                && (listed || sentence.has(Sense.MOST) || isMost(sentence))) {
            by = ".status.containerStatuses[0].restartCount";
        } else if (sentence.has(Sense.BY_SCHEDULE) && listed) {
            by = ".status.lastScheduleTime";
        } else if (sentence.has(Sense.BY_CAPACITY) && listed) {
            by = ".spec.capacity.storage";
        } else if (sentence.has(Sense.BY_AGE)
                && (listed || sentence.has(Sense.LAST, Sense.BY_AGE))) {
            by = ".metadata.creationTimestamp";
        } else if (sentence.has(Sense.BY_NAME) || (listed && sentence.has(Sense.NAMED))) {
            by = ".metadata.name";
        }
        if (!by.isEmpty()) {
            sentence.take(
                    Sense.BY_RESTARTS,
                    Sense.BY_SCHEDULE,
                    Sense.BY_CAPACITY,
                    Sense.BY_AGE,
                    Sense.BY_NAME);
            sentence.take(Sense.SORT, Sense.MOST, Sense.BY, Sense.LAST);
        }
        return by.isEmpty() ? "" : " --sort-by=" + by;
    }

    private static boolean isMost(Sentence sentence) {
        return sentence.find(word -> word.is(Sense.BY_RESTARTS) && word.text().contains("most"))
                >= 0;
    }

    /** "on node worker-1" */
    private static String node(Sentence sentence) {
        int at = sentence.find(word -> "nodes".equals(word.kind()) && !word.plural());
        boolean pods = sentence.find(word -> "pods".equals(word.kind())) >= 0;
        int before = at < 0 ? -1 : sentence.before(at);
        boolean on = sentence.isFree(before, Sense.OF) || sentence.isFree(before, Sense.IN);
        if (at < 0 || !(pods || (on && sentence.has(Sense.RUNNING)))) {
            return "";
        }
        int name = sentence.after(at, Sense.NAMED);
        int named = sentence.isFree(name) && sentence.at(name).isName() ? name : at - 1;
        if (!sentence.isFree(named) || !sentence.at(named).isName()) {
            return "";
        }
        sentence.take(at);
        sentence.take(named);
        return "spec.nodeName=" + sentence.at(named).text();
    }

    private static String selector(Sentence sentence) {
        List<String> pairs =
                Values.pairs(sentence).stream().map(pair -> pair.replace("==", "=")).toList();
        return pairs.isEmpty() ? "" : " -l " + Values.quoted(String.join(",", pairs));
    }

    private static String phase(Sentence sentence, String sort) {
        int pods = sentence.find(word -> "pods".equals(word.kind()));
        String phase = pods < 0 ? "" : Phases.take(sentence).replace(" --field-selector=", "");
        if (!phase.isEmpty() || pods < 0) {
            return phase;
        }
        boolean not =
                sentence.find(word ->
                        word.is(Sense.UNHEALTHY)
                                && word.text()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .endsWith("running"))
                        >= 0;
        if (not) {
            sentence.take(Sense.UNHEALTHY);
            return "status.phase!=Running";
        }
        sentence.take(Sense.UNHEALTHY, Sense.PROBLEM);
        boolean attribute = pods > 0 && sentence.isFree(pods - 1, Sense.RUNNING) && sort.isEmpty();
        sentence.take(Sense.RUNNING);
        return attribute ? "status.phase=Running" : "";
    }

    private static String fields(String node, String phase) {
        String both = node.isEmpty() ? phase : phase.isEmpty() ? node : node + "," + phase;
        return both.isEmpty() ? "" : " --field-selector=" + both;
    }

    private static String output(Sentence sentence) {
        if (sentence.take(Sense.YAML)) {
            return " -o yaml";
        }
        if (sentence.take(Sense.JSON)) {
            return " -o json";
        }
        if (sentence.take(Sense.IMAGE)) {
            sentence.take(Sense.VERSION);
            return IMAGES;
        }
        if (sentence.take(Sense.NAMES_ONLY)) {
            return " -o name";
        }
        return sentence.take(Sense.WIDE, Sense.DESCRIBE) ? " -o wide" : "";
    }

    /** A path that goes through the items of a list finds nothing in one object. */
    static String ofOne(String view, Thing thing) {
        String spec = TEMPLATED.contains(thing.types()) ? ".spec.template.spec." : ".spec.";
        String path = view.replace(".spec.containers", spec + "containers");
        return thing.names().size() == 1 ? path.replace(".items[*].", ".") : path;
    }
}
