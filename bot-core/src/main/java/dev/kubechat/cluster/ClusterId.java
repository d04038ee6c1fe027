package dev.kubechat.cluster;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The name by which people and configuration call a cluster: lower-case letters, digits, dashes and dots. */
public record ClusterId(@JsonValue String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?");

    @JsonCreator
    public ClusterId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is no cluster name: use lower-case letters, digits, dashes and dots"
                            .formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
