package dev.kubechat.execute.print;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value on its way through a Go template. What is there but null is told apart from what is not there, and an element of a map or
 * a list is still in its interface, which errors name.
 */
record TemplateValue(@Nullable Object value, boolean isBoxed, boolean isThere) {

    static final TemplateValue NONE = new TemplateValue(null, false, false);

    static TemplateValue of(Object value) {
        return new TemplateValue(value, false, true);
    }

    static TemplateValue element(@Nullable Object value) {
        return new TemplateValue(value, true, true);
    }

    /** Out of its interface; null is nothing then. */
    TemplateValue unboxed() {
        return value == null ? NONE : of(value);
    }

    boolean isTrue() {
        return switch (value) {
            case null -> false;
            case Boolean truth -> truth;
            case String text -> !text.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            case List<?> list -> !list.isEmpty();
            case Number number -> number.doubleValue() != 0;
            default -> true;
        };
    }

    String shown() {
        return value == null ? "<no value>" : GoText.plain(value);
    }

    /** {@code interface {}} while it is in its interface. */
    String type() {
        return isBoxed ? "interface {}" : GoText.type(value);
    }
}
