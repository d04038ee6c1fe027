package dev.kubechat.kubectl;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the files that a line reads. There is no disk behind a chat: each is an attachment or a code block of that name. */
final class Attachments {

    private static final List<String> FLAGS =
            List.of(
                    "filename",
                    "kustomize",
                    "from-env-file",
                    "patch-file",
                    "cert",
                    "key",
                    "custom");

    private Attachments() {}

    static Set<String> of(CommandLine line) {
        if (line.flags().isEmpty() && !readsWords(line)) {
            return Set.of();
        }
        var names = new LinkedHashSet<String>();
        FLAGS.forEach(flag -> names.addAll(line.values(flag)));
        line.values("from-file").forEach(file -> names.add(KeyedFile.of(file).file()));
        template(line, names);
        names.addAll(words(line));
        names.remove("");
        return names.isEmpty() ? Set.of() : names;
    }

    private static boolean readsWords(CommandLine line) {
        return line.verb().equals("cp") || line.verb().equals("kustomize");
    }

    private static void template(CommandLine line, Set<String> names) {
        String output = line.flag("output");
        if (output == null) {
            return;
        }
        int equals = output.indexOf('=');
        String format = equals < 0 ? output : output.substring(0, equals);
        if (format.endsWith("file")) {
            String template = line.flag("template");
            names.add(equals >= 0 || template == null ? output.substring(equals + 1) : template);
        }
    }

    private static List<String> words(CommandLine line) {
        List<String> words = line.words();
        if (line.verb().equals("kustomize")) {
            return words;
        }
        boolean copiesIn =
                line.verb().equals("cp") && words.size() == 2 && words.getFirst().indexOf(':') < 0;
        return copiesIn ? words.subList(0, 1) : List.of();
    }
}
