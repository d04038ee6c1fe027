package dev.kubechat.execute.api;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What the API server answered.
 *
 * @param warnings what it says beside it, as of a version that will go away
 */
public record Reply(int code, String body, List<String> warnings) {

    public static final JsonMapper JSON = JsonMapper.builder().build();

    public Reply {
        warnings = List.copyOf(warnings);
    }

    public Reply(int code, String body) {
        this(code, body, List.of());
    }

    public boolean ok() {
        return code >= 200 && code < 300;
    }

    /** Whether the server did not do it since a webhook that it has to ask did not answer; that comes before anything is stored. */
    public boolean isOfSilentWebhook() {
        return code == 500 && message().contains("failed calling webhook");
    }

    /** A missing node where the body is no JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JacksonException noJson) {
            return MissingNode.getInstance();
        }
    }

    /** The server's own words, in one line. */
    public String message() {
        var message = json().path("message").asString("");
        return (message.isBlank() ? "status " + code : message).strip().replaceAll("\\s+", " ");
    }

    public String reason() {
        return json().path("reason").asString("");
    }

    /** {@code Error from server (NotFound): pods "web-0" not found}, as kubectl writes it to its standard error. */
    public String asKubectlSaysIt() {
        return asKubectlSaysIt("");
    }

    /** @param before what kubectl puts before the server's words */
    public String asKubectlSaysIt(String before) {
        var reason = reason();
        if (reason.equals("Invalid")) {
            return Masking.text(invalid());
        }
        var words = json().path("message").asString("");
        return "Error from server%s: %s\n"
                .formatted(
                        reason.isEmpty() ? "" : " (" + reason + ")",
                        Masking.text(before + (words.isBlank() ? message() : words)));
    }

    private String invalid() {
        var details = json().path("details");
        var kind = details.path("kind").asString("");
        var name = details.path("name").asString("");
        var causes = new LinkedHashSet<String>();
        details.path("causes")
                .forEach(cause ->
                        causes.add(
                                cause.path("field").asString("")
                                        + ": "
                                        + cause.path("message").asString("")));
        var what =
                kind.isEmpty() && name.isEmpty()
                        ? "The request is invalid"
                        : "The %s \"%s\" is invalid".formatted(kind, name);
        return switch (causes.size()) {
            case 0 ->
                    kind.isEmpty() && name.isEmpty() ? what + ": " + message() + "\n" : what + "\n";
            case 1 -> what + ": " + causes.getFirst() + "\n";
            default -> what + ": \n" + lines(causes);
        };
    }

    private static String lines(Collection<String> causes) {
        return causes.stream().map(cause -> "* " + cause + "\n").collect(Collectors.joining());
    }
}
