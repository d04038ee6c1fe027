package dev.kubechat.execute.print;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a JSONPath template. */
sealed interface PathNode {

    /** Parts in a row: what is between braces, or an operand. */
    record Steps(List<PathNode> nodes) implements PathNode {}

    record Text(String text) implements PathNode {}

    record Field(String name) implements PathNode {}

    /** {@code range} or {@code end}. */
    record Word(String name) implements PathNode {}

    /** {@code [first:end:step]}, each of which may be unsaid; {@code derived} is the end of a lone index. */
    record Slice(
            @Nullable Integer first, @Nullable Integer end, @Nullable Integer step, boolean derived)
            implements PathNode {}

    /** @param operator {@code exists} when there is no right side */
    record Filter(Steps left, Steps right, String operator) implements PathNode {}

    record Union(List<Steps> alternatives) implements PathNode {}

    /** A number or a truth value. */
    record Literal(Object value) implements PathNode {}

    record Wildcard() implements PathNode {}

    record Recursive() implements PathNode {}
}
