package dev.kubechat.chat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The short name of a chat platform as KubeChat knows it: {@code web}, {@code slack}, {@code mattermost}, {@code teams}. */
public record PlatformId(@JsonValue String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,30}");

    @JsonCreator
    public PlatformId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is no platform's name, such as web or slack".formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
