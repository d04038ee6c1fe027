package dev.kubechat.sandbox.cluster.admission;

import dev.kubechat.sandbox.cluster.object.FieldError;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What labels may be called and say. */
final class Labels {
    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]");
    private static final Pattern PREFIX =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final int LONGEST = 63;

    private Labels() {}

    static void check(String field, JsonNode labels, List<FieldError> errors) {
        labels.properties()
                .forEach(label -> {
                    if (!isKey(label.getKey())) {
                        errors.add(
                                FieldError.invalid(
                                        field,
                                        label.getKey(),
                                        "name part must consist of alphanumeric characters, '-',"
                                            + " '_' or '.', and must start and end with an"
                                            + " alphanumeric character (e.g. 'MyName',  or"
                                            + " 'my.name',  or '123-abc', regex used for validation"
                                            + " is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"));
                    }
                    var value = label.getValue().asString("");
                    if (!value.isEmpty()
                            && !(NAME.matcher(value).matches() && value.length() <= LONGEST)) {
                        errors.add(
                                FieldError.invalid(
                                        field,
                                        value,
                                        "a valid label must be an empty string or consist of"
                                            + " alphanumeric characters, '-', '_' or '.', and must"
                                            + " start and end with an alphanumeric character (e.g."
                                            + " 'MyValue',  or 'my_value',  or '12345', regex used"
                                            + " for validation is "
                                            + "'(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')"));
                    }
                });
    }

    private static boolean isKey(String key) {
        int slash = key.indexOf('/');
        var name = key.substring(slash + 1);
        boolean prefixed = slash < 0 || PREFIX.matcher(key.substring(0, slash)).matches();
        return prefixed && NAME.matcher(name).matches() && name.length() <= LONGEST;
    }
}
