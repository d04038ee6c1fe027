package dev.kubechat.plan;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Parts that all commands share that make something new. */
final class Made {

    private Made() {}

    /** Flags of a dry run with a blank before them, nothing if it is meant for real. */
    static String dry(Sentence sentence) {
        boolean yaml = sentence.has(Sense.YAML);
        boolean json = sentence.has(Sense.JSON);
        boolean written =
                sentence.find(word ->
                        word.is(Sense.DRY)
                                && (word.text().contains("yaml")
                                        || word.text().contains("manifest")))
                        >= 0;
        if (!sentence.take(Sense.DRY)) {
            return "";
        }
        sentence.take(Sense.YAML, Sense.JSON, Sense.SHOW, Sense.CREATE, Sense.ONLY);
        return " --dry-run=client" + (yaml || written ? " -o yaml" : json ? " -o json" : "");
    }

    /** {@code -- PROGRAM ARGUMENTS} with a blank before it; nothing if no command was given. */
    static String command(Sentence sentence) {
        int at = sentence.find(Sense.COMMAND);
        if (at < 0) {
            return "";
        }
        int next = at + 1;
        while (sentence.isFree(next)
                && !sentence.at(next).quoted()
                && (sentence.at(next).isAny(java.util.Set.of(Sense.COMMAND, Sense.NOISE))
                        || sentence.at(next).text().equals(":"))) {
            next++;
        }
        if (!sentence.isFree(next)) {
            return "";
        }
        int end = sentence.at(next).quoted() ? next + 1 : end(sentence, next);
        String words =
                IntStream.range(next, end)
                        .mapToObj(i ->
                                sentence.at(i).quoted()
                                        ? sentence.at(i).text()
                                        : Values.quoted(sentence.at(i).text()))
                        .collect(Collectors.joining(" "));
        IntStream.range(at, end).forEach(sentence::take);
        return " -- " + words;
    }

    private static int end(Sentence sentence, int from) {
        int end = from;
        while (sentence.isFree(end)
                && !sentence.at(end).text().equals(",")
                && !sentence.at(end).is(Sense.IMAGE)
                && !sentence.at(end).is(Sense.SCHEDULE)) {
            end++;
        }
        return end;
    }

    static String image(@Nullable String image) {
        return image == null ? "" : " --image=" + image;
    }

    static String flag(String name, int number) {
        return number < 0 ? "" : " --" + name + "=" + number;
    }

    static String literals(List<String> pairs) {
        return pairs.stream()
                .map(pair -> " --from-literal=" + Values.quoted(pair))
                .collect(Collectors.joining());
    }

    /** "nginx" of "registry.example/web/nginx:1.27" */
    static String baseName(String image) {
        String path = image.substring(image.lastIndexOf('/') + 1);
        int colon = path.indexOf(':');
        return colon < 0 ? path : path.substring(0, colon);
    }
}
