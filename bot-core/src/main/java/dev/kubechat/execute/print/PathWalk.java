package dev.kubechat.execute.print;

import dev.kubechat.execute.print.PathNode.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The steps of a JSONPath that go from values to values. */
final class PathWalk {

    // a template of wildcards can ask for more than a machine holds
    private static final int MOST_VISITED = 2_000_000;

    private final boolean allowMissing;
    private int visited;

    PathWalk(boolean allowMissing) {
        this.allowMissing = allowMissing;
    }

    List<@Nullable Object> step(List<@Nullable Object> values, PathNode node) {
        count(values.size());
        return switch (node) {
            case Steps(var steps) -> steps(values, steps);
            case PathNode.Text(var text) -> one(text);
            case PathNode.Field(var name) -> field(values, name);
            case PathNode.Slice slice -> slice(values, slice);
            case PathNode.Filter filter -> filter(values, filter);
            case PathNode.Union(var alternatives) -> union(values, alternatives);
            case PathNode.Literal(var value) -> {
                var same = new ArrayList<@Nullable Object>();
                values.forEach(_ -> same.add(value));
                yield same;
            }
            case PathNode.Wildcard _ -> wildcard(values);
            case PathNode.Recursive _ -> recursive(values);
            case PathNode.Word(var word) ->
                    throw new PrintError(
                            word.equals("end")
                                    ? "not in range, nothing to end"
                                    : "unrecognized identifier " + word);
        };
    }

    private void count(int more) {
        visited += more + 1;
        if (visited > MOST_VISITED) {
            throw new PrintError("the template visits too many values; make it narrower");
        }
    }

    private List<@Nullable Object> steps(List<@Nullable Object> values, List<PathNode> steps) {
        var current = values;
        for (var step : steps) {
            current = step(current, step);
        }
        return current;
    }

    private static List<@Nullable Object> one(@Nullable Object value) {
        var list = new ArrayList<@Nullable Object>();
        list.add(value);
        return list;
    }

    private List<@Nullable Object> field(List<@Nullable Object> values, String name) {
        var found = new ArrayList<@Nullable Object>();
        for (var value : values) {
            if (value instanceof Map<?, ?> map && map.containsKey(name)) {
                found.add(map.get(name));
            }
        }
        if (found.isEmpty() && !values.isEmpty() && !allowMissing) {
            throw new PrintError(name + " is not found");
        }
        return found;
    }

    private static List<@Nullable Object> slice(
            List<@Nullable Object> values, PathNode.Slice slice) {
        var found = new ArrayList<@Nullable Object>();
        for (var value : values) {
            if (value == null) {
                continue;
            }
            if (!(value instanceof List<?> list)) {
                throw new PrintError(GoText.type(value) + " is not array or slice");
            }
            var length = list.size();
            var given = slice.first();
            var first = given == null ? 0 : given;
            first += first < 0 ? length : 0;
            var until = slice.end();
            var end = until == null ? length : until;
            end += end < 0 || (end == 0 && slice.derived()) ? length : 0;
            if (first == end) {
                return found;
            }
            checkBounds(first, end, length);
            var by = slice.step();
            if (by != null && by <= 0) {
                throw new PrintError("step must be > 0");
            }
            for (long i = first; i < end; i += by == null ? 1 : by) {
                found.add(list.get((int) i));
            }
        }
        return found;
    }

    private static void checkBounds(int first, int end, int length) {
        if (first >= length || first < 0) {
            throw new PrintError(
                    "array index out of bounds: index %d, length %d".formatted(first, length));
        }
        if (end > length || end < 0) {
            throw new PrintError(
                    "array index out of bounds: index %d, length %d".formatted(end - 1, length));
        }
        if (first > end) {
            throw new PrintError(
                    "starting index %d is greater than ending index %d".formatted(first, end));
        }
    }

    private List<@Nullable Object> union(List<@Nullable Object> values, List<Steps> alternatives) {
        var found = new ArrayList<@Nullable Object>();
        alternatives.forEach(steps -> found.addAll(steps(values, steps.nodes())));
        return found;
    }

    private List<@Nullable Object> wildcard(List<@Nullable Object> values) {
        var found = new ArrayList<@Nullable Object>();
        for (var value : values) {
            found.addAll(inside(value));
            if (value instanceof String text) {
                for (var octet : text.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
                    found.add(octet & 0xff);
                }
            }
        }
        count(found.size());
        return found;
    }

    private static List<@Nullable Object> inside(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> new ArrayList<>(map.values());
            case List<?> list -> new ArrayList<>(list);
            case null, default -> List.of();
        };
    }

    private List<@Nullable Object> recursive(List<@Nullable Object> values) {
        count(values.size());
        var found = new ArrayList<@Nullable Object>();
        for (var value : values) {
            var inside = inside(value);
            if (!inside.isEmpty() || (value instanceof String text && !text.isEmpty())) {
                found.add(value);
                found.addAll(recursive(inside));
            }
        }
        return found;
    }

    private List<@Nullable Object> filter(List<@Nullable Object> values, PathNode.Filter filter) {
        var found = new ArrayList<@Nullable Object>();
        for (var value : values) {
            if (!(value instanceof List<?> list)) {
                throw new PrintError(
                        GoText.plain(value) + " is not array or slice and cannot be filtered");
            }
            for (var item : list) {
                if (passes(item, filter)) {
                    found.add(item);
                }
            }
        }
        return found;
    }

    private boolean passes(@Nullable Object item, PathNode.Filter filter) {
        if (filter.operator().equals("exists")) {
            return exists(item, filter.left());
        }
        var left = steps(one(item), filter.left().nodes());
        if (isNone(left)) {
            return false;
        }
        var right = steps(one(item), filter.right().nodes());
        return !isNone(right)
                && Comparing.passes(left.getFirst(), filter.operator(), right.getFirst());
    }

    private boolean exists(@Nullable Object item, Steps steps) {
        try {
            return !steps(one(item), steps.nodes()).isEmpty();
        } catch (PrintError _) {
            return false;
        }
    }

    private static boolean isNone(List<@Nullable Object> operands) {
        if (operands.size() > 1) {
            throw new PrintError("can only compare one element at a time");
        }
        return operands.isEmpty();
    }
}
