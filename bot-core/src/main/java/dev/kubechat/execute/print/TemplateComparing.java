package dev.kubechat.execute.print;

import java.util.List;
import java.util.Map;

/** {@code eq}, {@code lt} and their like in Go's templates. */
final class TemplateComparing {

    private TemplateComparing() {}

    /** Whether the first equals any of the others. */
    static boolean equal(TemplateValue first, List<TemplateValue> others) {
        if (others.isEmpty()) {
            throw new PrintError("missing argument for comparison");
        }
        for (var other : others) {
            if (equal(first, other)) {
                return true;
            }
        }
        return false;
    }

    private static boolean equal(TemplateValue first, TemplateValue other) {
        var a = first.value();
        var b = other.value();
        if (a == null || b == null) {
            return a == null && b == null;
        }
        if (!kind(a).equals(kind(b))) {
            throw incompatible(a, b);
        }
        if (kind(a).isEmpty()) {
            throw new PrintError(
                    "non-comparable types %s: %s, %s: %s"
                            .formatted(
                                    GoText.plain(a),
                                    GoText.type(a),
                                    GoText.type(b),
                                    GoText.plain(b)));
        }
        return Comparing.equal(a, b);
    }

    static boolean less(TemplateValue first, TemplateValue other) {
        var a = first.value();
        var b = other.value();
        if (a == null || b == null || kind(a).isEmpty() || kind(b).isEmpty()) {
            throw new PrintError("invalid type for comparison");
        }
        if (!kind(a).equals(kind(b))) {
            throw incompatible(a, b);
        }
        return Comparing.less(a, b);
    }

    private static PrintError incompatible(Object a, Object b) {
        return new PrintError(
                "incompatible types for comparison: %s and %s"
                        .formatted(GoText.type(a), GoText.type(b)));
    }

    private static String kind(Object value) {
        return switch (value) {
            case Long _, Integer _ -> "int";
            case Map<?, ?> _, List<?> _ -> "";
            default -> GoText.type(value);
        };
    }
}
