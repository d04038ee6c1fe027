package dev.kubechat.cluster;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of one ask of one person. The API server's audit log bears it as the extra {@code kubechat.dev/request}. */
public record RequestId(@JsonValue UUID value) {

    @JsonCreator
    public RequestId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
