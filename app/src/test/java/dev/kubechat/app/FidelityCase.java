package dev.kubechat.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of cases.txt.
 *
 * @param anyOrder whether kubectl itself prints the lines in another order each time
 * @param as whom to run it as; null for whoever the kubeconfig names
 */
record FidelityCase(
        String group, String line, boolean anyOrder, @Nullable String as, List<String> words) {

    private static final Pattern POD = Pattern.compile("\\{([a-z-]+)/([a-z]+=[a-z0-9-]+)}");

    FidelityCase {
        words = List.copyOf(words);
    }

    /** Whether it prints whole lists, with the version of the cluster at that moment. */
    boolean isDump() {
        return words.size() > 1 && words.subList(0, 2).equals(List.of("cluster-info", "dump"));
    }

    /** @param pods from NAMESPACE/LABEL=VALUE to the name of a pod */
    static List<FidelityCase> read(String text, UnaryOperator<String> pods) {
        var cases = new ArrayList<FidelityCase>();
        var group = "";
        for (var line : text.lines().toList()) {
            if (line.startsWith("[")) {
                group = line.substring(1, line.indexOf(']'));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                cases.add(of(group, line, pods));
            }
        }
        return cases;
    }

    private static FidelityCase of(String group, String line, UnaryOperator<String> pods) {
        var named =
                POD.matcher(line).replaceAll(pod -> pods.apply(pod.group(1) + "/" + pod.group(2)));
        var anyOrder = named.startsWith("~");
        var words = split(anyOrder ? named.substring(1) : named);
        var as = words.getFirst().startsWith("@") ? words.removeFirst().substring(1) : null;
        return new FidelityCase(group, line, anyOrder, as, words);
    }

    /** As a shell does, with plain quotes only. */
    private static List<String> split(String line) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        var inWord = false;
        var quote = ' ';
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (quote != ' ') {
                if (c == quote) {
                    quote = ' ';
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                inWord = true;
            } else if (c != ' ') {
                word.append(c);
                inWord = true;
            } else if (inWord) {
                words.add(word.toString());
                word.setLength(0);
                inWord = false;
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }
}
