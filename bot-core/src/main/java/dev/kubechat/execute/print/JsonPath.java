package dev.kubechat.execute.print;

import dev.kubechat.execute.print.PathNode.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** kubectl's JSONPath templates, as client-go evaluates them. */
public final class JsonPath {

    private final List<PathNode> nodes;
    private final PathWalk walk;

    private int beginRange;
    private int inRange;
    private int endRange;
    private int lastEnd = -1;

    private JsonPath(List<PathNode> nodes, boolean allowMissing) {
        this.nodes = nodes;
        this.walk = new PathWalk(allowMissing);
    }

    /**
     * @param template as given to {@code -o jsonpath=}
     * @param allowMissing whether a field that is not there is nothing rather than an error
     * @throws PrintError if the template cannot be read or does not fit the value
     */
    public static String text(String template, @Nullable Object value, boolean allowMissing) {
        var text = new StringBuilder();
        for (var results : run(template, value, allowMissing)) {
            for (var i = 0; i < results.size(); i++) {
                text.append(i > 0 ? " " : "").append(text(results.get(i)));
            }
        }
        return text.toString();
    }

    /** {@code -o jsonpath-as-json}: each part's results as a list. */
    public static String json(String template, @Nullable Object value, boolean allowMissing) {
        var text = new StringBuilder();
        for (var results : run(template, value, allowMissing)) {
            text.append(JsonText.indented(results)).append('\n');
        }
        return text.toString();
    }

    /** @throws PrintError if it cannot be read */
    public static void check(String template) {
        parse(template);
    }

    private static List<PathNode> parse(String template) {
        try {
            return PathParser.parse(template);
        } catch (PrintError wrong) {
            throw new PrintError(
                    "error parsing jsonpath %s, %s".formatted(template, wrong.words()));
        }
    }

    private static List<List<@Nullable Object>> run(
            String template, @Nullable Object value, boolean allowMissing) {
        var path = new JsonPath(parse(template), allowMissing);
        try {
            return path.find(value, 0);
        } catch (PrintError wrong) {
            throw new PrintError(
                    "error executing jsonpath %s: Error executing template: %s. Printing more information for debugging the template:\n\ttemplate was:\n\t\t%s\n\tobject given to jsonpath engine was:\n\t\t%s\n\n\n"
                            .formatted(
                                    GoText.quoted(template),
                                    wrong.words(),
                                    template,
                                    GoText.syntax(value)));
        }
    }

    /**
     * What a single path finds, for columns and sorting; what is not there is nothing.
     * @throws PrintError if it does not fit the value
     */
    static List<List<@Nullable Object>> find(List<PathNode> path, @Nullable Object value) {
        return new JsonPath(path, true).find(value, 0);
    }

    /**
     * What a path finds, part by part; what is not there is nothing.
     *
     * @param typed with or without braces, as {@code --sort-by} takes it
     * @throws PrintError if it cannot be read or does not fit the value
     */
    public static List<List<@Nullable Object>> values(String typed, @Nullable Object value) {
        return find(parse(Relaxed.path(typed)), value);
    }

    /** A value as Go prints it. */
    public static String plain(@Nullable Object value) {
        return value == null ? "<nil>" : GoText.plain(value);
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        return value instanceof Map || value instanceof List
                ? JsonText.compact(value)
                : GoText.plain(value);
    }

    private List<List<@Nullable Object>> find(@Nullable Object value, int from) {
        var current = new ArrayList<@Nullable Object>();
        current.add(value);
        var found = new ArrayList<List<@Nullable Object>>();
        for (var i = from; i < nodes.size(); i++) {
            var results = step(current, nodes.get(i));
            if (endRange > 0 && endRange <= inRange) {
                endRange--;
                lastEnd = i;
                break;
            }
            if (beginRange > 0) {
                beginRange--;
                inRange++;
                if (results.isEmpty()) {
                    // its end has to be found all the same
                    find(null, i + 1);
                }
                for (var result : results) {
                    found.addAll(find(result, i + 1));
                }
                inRange--;
                i = lastEnd > i ? lastEnd : i;
                continue;
            }
            found.add(results);
        }
        return found;
    }

    private List<@Nullable Object> step(List<@Nullable Object> values, PathNode node) {
        if (!(node instanceof Steps(var steps))) {
            return walk.step(values, node);
        }
        var current = values;
        for (var step : steps) {
            current =
                    step instanceof PathNode.Word(var word)
                            ? word(current, word)
                            : walk.step(current, step);
        }
        return current;
    }

    private List<@Nullable Object> word(List<@Nullable Object> values, String word) {
        return switch (word) {
            case "range" -> {
                beginRange++;
                yield values;
            }
            case "end" -> {
                if (inRange == 0) {
                    throw new PrintError("not in range, nothing to end");
                }
                endRange++;
                yield List.of();
            }
            default -> throw new PrintError("unrecognized identifier " + word);
        };
    }
}
