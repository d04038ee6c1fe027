package dev.kubechat.sandbox.cluster.object;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An answer that is an error, worded as the API server words it. */
public final class StatusError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private static final Set<String> ALWAYS_WITH_DETAILS =
            Set.of("NotFound", "MethodNotAllowed", "Forbidden", "Invalid", "NotAcceptable");

    private final int code;
    private final String reason;
    private final transient ObjectNode details = JsonNodeFactory.instance.objectNode();

    private StatusError(int code, String reason, String message) {
        super(message, null, false, false);
        this.code = code;
        this.reason = reason;
    }

    public int code() {
        return code;
    }

    /** The Status object a client receives. */
    public ObjectNode status() {
        var status = JsonNodeFactory.instance.objectNode();
        status.put("kind", "Status").put("apiVersion", "v1").putObject("metadata");
        status.put("status", "Failure").put("message", getMessage());
        if (!reason.isEmpty()) {
            status.put("reason", reason);
        }
        if (!details.isEmpty() || ALWAYS_WITH_DETAILS.contains(reason)) {
            status.set("details", details);
        }
        return status.put("code", code);
    }

    public static StatusError notFound(ResourceType type, String name) {
        return new StatusError(
                        404,
                        "NotFound",
                        "%s \"%s\" not found".formatted(type.qualifiedName(), name))
                .about(type, name);
    }

    public static StatusError unknownResource() {
        return new StatusError(404, "NotFound", "the server could not find the requested resource");
    }

    public static StatusError alreadyExists(ResourceType type, String name) {
        return new StatusError(
                        409,
                        "AlreadyExists",
                        "%s \"%s\" already exists".formatted(type.qualifiedName(), name))
                .about(type, name);
    }

    public static StatusError conflict(ResourceType type, String name, String why) {
        var message =
                "Operation cannot be fulfilled on %s \"%s\": %s"
                        .formatted(type.qualifiedName(), name, why);
        return new StatusError(409, "Conflict", message).about(type, name);
    }

    /** Like {@link #conflict}, of the scale of an object. */
    public static StatusError scaleConflict(ResourceType type, String name, String why) {
        var resource = type.plural() + "/scale";
        var message =
                "Operation cannot be fulfilled on %s.%s \"%s\": %s"
                        .formatted(resource, type.group(), name, why);
        return new StatusError(409, "Conflict", message).about(name, type.group(), resource);
    }

    public static StatusError changedMeanwhile(ResourceType type, String name) {
        return conflict(
                type,
                name,
                "the object has been modified; please apply your changes to the latest version and"
                        + " try again");
    }

    /** @param qualifiedName the resource with its group, as {@code deployments.apps}; empty for a path that is no resource */
    public static StatusError forbidden(String qualifiedName, String name, String why) {
        String message;
        if (qualifiedName.isEmpty()) {
            message = "forbidden: " + why;
        } else if (name.isEmpty()) {
            message = "%s is forbidden: %s".formatted(qualifiedName, why);
        } else {
            message = "%s \"%s\" is forbidden: %s".formatted(qualifiedName, name, why);
        }
        var error = new StatusError(403, "Forbidden", message);
        int dot = qualifiedName.indexOf('.');
        return error.about(
                name,
                dot < 0 ? "" : qualifiedName.substring(dot + 1),
                dot < 0 ? qualifiedName : qualifiedName.substring(0, dot));
    }

    public static StatusError unauthorized() {
        return new StatusError(401, "Unauthorized", "Unauthorized");
    }

    public static StatusError badRequest(String message) {
        return new StatusError(400, "BadRequest", message);
    }

    public static StatusError invalid(ResourceType type, String name, List<FieldError> errors) {
        return invalid(type.kind(), type.group(), name, errors);
    }

    /** For what is sent but is no object of its own, as a Scale or DeleteOptions. */
    public static StatusError invalid(
            String kind, String group, String name, List<FieldError> errors) {
        var sentences = errors.stream().map(FieldError::sentence).toList();
        var told =
                sentences.size() == 1
                        ? sentences.getFirst()
                        : "[" + String.join(", ", sentences) + "]";
        var qualified = group.isEmpty() ? kind : kind + "." + group;
        var error =
                new StatusError(
                        422,
                        "Invalid",
                        "%s \"%s\" is invalid: %s".formatted(qualified, name, told));
        error.about(name, group, kind);
        var causes = error.details.putArray("causes");
        errors.forEach(e ->
                causes.addObject()
                        .put("reason", e.reason())
                        .put("message", e.message())
                        .put("field", e.field()));
        return error;
    }

    /** The server's one answer to a JSON Patch it cannot apply, be it a failed test or a path that is not there. */
    public static StatusError patchDoesNotApply() {
        return new StatusError(
                422, "Invalid", "the server rejected our request due to an error in our request");
    }

    /** A delete whose uid or resourceVersion is not that of the object. */
    public static StatusError precondition(ResourceType type, String name, String why) {
        var message =
                "Operation cannot be fulfilled on %s \"%s\": %s"
                        .formatted(type.qualifiedKind(), name, why);
        return new StatusError(409, "Conflict", message).about(name, type.group(), type.kind());
    }

    public static StatusError methodNotAllowed() {
        return new StatusError(
                405,
                "MethodNotAllowed",
                "the server does not allow this method on the requested resource");
    }

    /** What a real cluster does and this stage set does not. */
    public static StatusError notOnStage(String sentence) {
        return new StatusError(501, "NotImplemented", sentence);
    }

    public static StatusError expired(String message) {
        return new StatusError(410, "Expired", message);
    }

    public static StatusError tooManyRequests(String message) {
        return new StatusError(429, "TooManyRequests", message);
    }

    public static StatusError tooLarge(long limit) {
        return new StatusError(
                413, "RequestEntityTooLarge", "Request entity too large: limit is " + limit);
    }

    public static StatusError unsupportedMediaType(String message) {
        return new StatusError(415, "UnsupportedMediaType", message);
    }

    public static StatusError notAcceptable(String message) {
        return new StatusError(406, "NotAcceptable", message);
    }

    public static StatusError internal(String message) {
        return new StatusError(500, "InternalError", "Internal error occurred: " + message);
    }

    public StatusError withCause(String reason, String message) {
        details.putArray("causes").addObject().put("reason", reason).put("message", message);
        return this;
    }

    private StatusError about(ResourceType type, String name) {
        return about(name, type.group(), type.plural());
    }

    private StatusError about(String name, String group, String kind) {
        if (!name.isEmpty()) {
            details.put("name", name);
        }
        if (!group.isEmpty()) {
            details.put("group", group);
        }
        if (!kind.isEmpty()) {
            details.put("kind", kind);
        }
        return this;
    }
}
