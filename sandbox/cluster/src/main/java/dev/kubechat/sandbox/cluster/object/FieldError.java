package dev.kubechat.sandbox.cluster.object;

/** What is wrong with one field of an object that was sent. */
public record FieldError(String reason, String field, String message) {

    public static FieldError invalid(String field, Object value, String why) {
        var shown = value instanceof String text ? '"' + text + '"' : value.toString();
        return new FieldError(
                "FieldValueInvalid", field, "Invalid value: %s: %s".formatted(shown, why));
    }

    public static FieldError required(String field, String why) {
        return new FieldError(
                "FieldValueRequired",
                field,
                why.isEmpty() ? "Required value" : "Required value: " + why);
    }

    public static FieldError forbidden(String field, String why) {
        return new FieldError("FieldValueForbidden", field, "Forbidden: " + why);
    }

    public static FieldError unsupported(String field, String value, String supported) {
        return new FieldError(
                "FieldValueNotSupported",
                field,
                "Unsupported value: %s: supported values: %s".formatted(value, supported));
    }

    String sentence() {
        return field + ": " + message;
    }
}
