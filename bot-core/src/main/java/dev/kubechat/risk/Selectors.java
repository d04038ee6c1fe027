package dev.kubechat.risk;

import dev.kubechat.kubectl.CommandLine;
import java.util.List;
import java.util.stream.Stream;

/** How far the selectors of a line narrow down what it is about. */
final class Selectors {

    private static final List<String> FLAGS = List.of("selector", "field-selector");

    private Selectors() {}

    static Breadth breadth(CommandLine line) {
        if (!line.flags().containsKey("selector") && !line.flags().containsKey("field-selector")) {
            return Breadth.EVERYTHING;
        }
        List<String> selectors =
                FLAGS.stream()
                        .flatMap(flag -> line.values(flag).stream())
                        .flatMap(Selectors::requirements)
                        .filter(requirement -> !requirement.isBlank())
                        .toList();
        if (selectors.isEmpty()) {
            return Breadth.EVERYTHING;
        }
        return selectors.stream().allMatch(Selectors::isNegative) ? Breadth.MOST : Breadth.SELECTED;
    }

    /** The parts between the commas that stand outside of brackets. */
    private static Stream<String> requirements(String selector) {
        var requirements = Stream.<String>builder();
        int start = 0;
        int depth = 0;
        for (int i = 0; i < selector.length(); i++) {
            switch (selector.charAt(i)) {
                case '(' -> depth++;
                case ')' -> depth--;
                case ',' -> {
                    if (depth == 0) {
                        requirements.add(selector.substring(start, i));
                        start = i + 1;
                    }
                }
                default -> {}
            }
        }
        return requirements.add(selector.substring(start)).build();
    }

    private static boolean isNegative(String requirement) {
        String text = requirement.strip();
        int bracket = text.indexOf('(');
        return text.startsWith("!")
                || text.contains("!=")
                || (bracket > 0 && text.substring(0, bracket).strip().endsWith(" notin"));
    }
}
