package dev.kubechat.sandbox.cluster.api;

import dev.kubechat.sandbox.cluster.object.FieldError;
import dev.kubechat.sandbox.cluster.object.StatusError;
import dev.kubechat.sandbox.cluster.store.Effect;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One HTTP request, read in full; header names are lower-case. */
record Call(
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, List<String>> headers,
        String body) {

    static Call of(String method, URI uri, Map<String, List<String>> headers, String body) {
        return new Call(
                method,
                uri.getPath(),
                query(uri.getRawQuery() == null ? "" : uri.getRawQuery()),
                headers,
                body);
    }

    String header(String name) {
        return headers.getOrDefault(name, List.of("")).getFirst();
    }

    String parameter(String name) {
        return query.getOrDefault(name, List.of("")).getFirst();
    }

    boolean asks(String flag) {
        var value = parameter(flag);
        return value.equals("true") || value.equals("1");
    }

    long number(String name, long otherwise) {
        var value = parameter(name);
        try {
            return value.isEmpty() ? otherwise : Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw StatusError.badRequest(
                    "%s: Invalid value: \"%s\": must be a whole number".formatted(name, value));
        }
    }

    /** The media type of the body, without parameters. */
    String contentType() {
        return header("content-type").split(";", 2)[0].strip();
    }

    Effect effect(String optionsKind) {
        var dryRun = query.getOrDefault("dryRun", List.of());
        if (dryRun.stream().anyMatch(value -> !value.equals("All"))) {
            throw unsupportedDryRun(optionsKind, dryRun);
        }
        return dryRun.isEmpty() ? Effect.KEPT : Effect.DRY_RUN;
    }

    static StatusError unsupportedDryRun(String optionsKind, List<String> values) {
        var shown = JsonMapper.shared().writeValueAsString(values);
        return StatusError.invalid(
                optionsKind,
                "meta.k8s.io",
                "",
                List.of(FieldError.unsupported("dryRun", shown, "\"All\"")));
    }

    JsonNode json(String kind) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            throw StatusError.badRequest(
                    "the object provided is unrecognized (must be of type %s): couldn't get version/kind; json parse error: %s"
                            .formatted(kind, where(e)));
        }
    }

    /** @throws StatusError 400 or 415 if the body is no JSON object */
    ObjectNode jsonObject(String kind) {
        if (!contentType().isEmpty() && !contentType().equals("application/json")) {
            throw StatusError.unsupportedMediaType(
                    "the body of the request was in an unknown format - accepted media types"
                            + " include: application/json");
        }
        if (json(kind) instanceof ObjectNode object) {
            return object;
        }
        throw StatusError.badRequest(
                "the object provided is unrecognized (must be of type %s)".formatted(kind));
    }

    JsonNode patchBody() {
        if (contentType().startsWith("application/apply-patch")) {
            return tools.jackson.databind.node.MissingNode
                    .getInstance(); // refused by its type, and not JSON
        }
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            throw StatusError.badRequest("error decoding patch: " + where(e));
        }
    }

    /** Where the reading ended, and nothing of the parser's own words. */
    private static String where(JacksonException e) {
        var place = e.getLocation();
        return place == null
                ? "invalid JSON"
                : "invalid JSON at line %d, column %d"
                        .formatted(place.getLineNr(), place.getColumnNr());
    }

    private static Map<String, List<String>> query(String raw) {
        var query = new LinkedHashMap<String, List<String>>();
        for (var pair : raw.split("&")) {
            if (!pair.isEmpty()) {
                var parts = pair.split("=", 2);
                query.computeIfAbsent(decoded(parts[0]), any -> new ArrayList<>())
                        .add(parts.length == 1 ? "" : decoded(parts[1]));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw StatusError.badRequest("the query of the request is not encoded as a URL");
        }
    }
}
