package dev.kubechat.plan;

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
        String selected = selector(sentence) + type(sentence);
        String phase = phase(sentence, sort);
        String watch = sentence.take(Sense.WATCH, Sense.FOLLOW) ? " -w" : "";
        String labels = column(sentence);
        labels = sentence.take(Sense.SHOW_LABELS) ? " --show-labels" : labels;
        if (labels.isEmpty() && selected.isEmpty() && sentence.take(Sense.LABEL)) {
            labels = " --show-labels";
        }
        sentence.take(Sense.SELECTOR, Sense.SORT, Sense.STATUS, Sense.LAST);
        return selected + fields(node, phase) + output(sentence) + labels + sort + watch;
    }

    /** "the label app of the pods" */
    private static String column(Sentence sentence) {
        int label = sentence.find(word -> word.is(Sense.LABEL) && !word.text().endsWith("s"));
        int key = label < 0 ? -1 : sentence.after(label);
        int of = key < 0 ? -1 : sentence.after(key, Sense.A);
        boolean named =
                sentence.isFree(key)
                        && sentence.at(key).isName()
                        && sentence.isFree(key + 1, Sense.OF)
                        && sentence.has(Sense.SHOW)
                        && of > key;
        if (!named) {
            return "";
        }
        sentence.take(label);
        sentence.take(key);
        return " -L " + sentence.at(key).text();
    }

    private static String sort(Sentence sentence, boolean listed) {
        String by = "";
        if (listed && isByNode(sentence)) {
            sentence.takeAll(word -> "nodes".equals(word.kind()));
            by = ".spec.nodeName";
        } else if (sentence.has(Sense.BY_RESTARTS)
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

    private static boolean isByNode(Sentence sentence) {
        int sort = sentence.find(Sense.SORT);
        int by = sentence.after(sort, Sense.BY, Sense.A);
        return sentence.isFree(by)
                && "nodes".equals(sentence.at(by).kind())
                && sentence.find(word -> "pods".equals(word.kind())) >= 0;
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
        return Values.selectorFlag(sentence);
    }

    /** "secrets of type tls" */
    private static String type(Sentence sentence) {
        boolean tls =
                sentence.find(word -> "secrets".equals(word.kind()) && word.plural()) >= 0
                        && sentence.take(Sense.TLS);
        return tls ? " --field-selector=type=kubernetes.io/tls" : "";
    }

    private static String phase(Sentence sentence, String sort) {
        int pods = sentence.find(word -> "pods".equals(word.kind()));
        String phase = pods < 0 ? "" : Phases.take(sentence).replace(" --field-selector=", "");
        if (!phase.isEmpty() || pods < 0) {
            return phase;
        }
        if (sentence.take(Sense.NOT_RUNNING)) {
            sentence.take(Sense.UNHEALTHY, Sense.RUNNING);
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
        return isWide(sentence) ? " -o wide" : "";
    }

    /** "which nodes" asks for the nodes of what is spoken of beside them, or for the nodes themselves. */
    private static boolean isWide(Sentence sentence) {
        boolean beside =
                sentence.find(word ->
                        word.isName() || (word.kind() != null && !word.is(Sense.WIDE)))
                        >= 0;
        boolean wide = sentence.take(Sense.DESCRIBE);
        return !sentence.takeAll(word -> word.is(Sense.WIDE) && (beside || word.kind() == null))
                        .isEmpty()
                || wide;
    }

    /** A path that goes through the items of a list finds nothing in one object. */
    static String ofOne(String view, Thing thing) {
        String spec = TEMPLATED.contains(thing.types()) ? ".spec.template.spec." : ".spec.";
        String path = view.replace(".spec.containers", spec + "containers");
        return thing.names().size() == 1 ? path.replace(".items[*].", ".") : path;
    }
}
