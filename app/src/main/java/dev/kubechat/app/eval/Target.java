package dev.kubechat.app.eval;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a command is about.
 *
 * @param name empty for all of the type
 */
record Target(String type, String name) {

    /** {@code TYPE/NAME}, or the name of one of that usual type. */
    static Target of(String word, String usual) {
        int slash = word.indexOf('/');
        return slash < 0
                ? new Target(usual, word)
                : new Target(TypeNames.of(word.substring(0, slash)), word.substring(slash + 1));
    }

    /** {@code TYPE/NAME}…, or {@code TYPE[,TYPE]… [NAME]…}. */
    static Set<Target> all(List<String> words) {
        var targets = new HashSet<Target>();
        if (words.stream().anyMatch(word -> word.contains("/"))) {
            words.forEach(word -> targets.add(of(word, "?")));
        } else if (!words.isEmpty()) {
            List<String> names =
                    words.size() > 1
                            ? words.subList(1, words.size())
                            : Collections.singletonList("");
            for (String type : words.getFirst().split(",", -1)) {
                if (!type.isEmpty()) {
                    names.forEach(name -> targets.add(new Target(TypeNames.of(type), name)));
                }
            }
        }
        return targets;
    }
}
