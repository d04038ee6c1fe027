package dev.kubechat.execute;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What the API server answered.
 *
 * @param warnings what it says beside it, as of a version that will go away
 */
record Reply(int code, String body, List<String> warnings) {

    static final JsonMapper JSON = JsonMapper.builder().build();

    Reply {
        warnings = List.copyOf(warnings);
    }

    Reply(int code, String body) {
        this(code, body, List.of());
    }

    boolean ok() {
        return code >= 200 && code < 300;
    }

    /** A missing node where the body is no JSON. */
    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JacksonException noJson) {
            return MissingNode.getInstance();
        }
    }

    /** The server's own words, in one line. */
    String message() {
        var message = json().path("message").asString("");
        return (message.isBlank() ? "status " + code : message).strip().replaceAll("\\s+", " ");
    }

    String reason() {
        return json().path("reason").asString("");
    }

    /** {@code Error from server (NotFound): pods "web-0" not found}, as kubectl writes it to its standard error. */
    String asKubectlSaysIt() {
        return asKubectlSaysIt("");
    }

    /** @param before what kubectl puts before the server's words */
    String asKubectlSaysIt(String before) {
        var reason = reason();
        var words = json().path("message").asString("");
        return "Error from server%s: %s\n"
                .formatted(
                        reason.isEmpty() ? "" : " (" + reason + ")",
                        Masking.text(before + (words.isBlank() ? message() : words)));
    }
}
