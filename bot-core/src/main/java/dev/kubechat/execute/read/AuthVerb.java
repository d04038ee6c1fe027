package dev.kubechat.execute.read;

import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.ApiResource;
import dev.kubechat.execute.api.Masking;
import dev.kubechat.execute.api.Outcome;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.execute.api.YamlText;
import dev.kubechat.execute.print.TabWriter;
import dev.kubechat.kubectl.AuthCommand.CanI;
import dev.kubechat.kubectl.AuthCommand.CanIList;
import dev.kubechat.kubectl.AuthCommand.WhoAmI;
import dev.kubechat.kubectl.InvalidName;
import dev.kubechat.kubectl.ResourceType;
import dev.kubechat.kubectl.Scope;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code kubectl auth}: who the person is in the cluster, and what they may do there. */
final class AuthVerb {

    private static final String REVIEWS = "/apis/authorization.k8s.io/v1/";
    private static final Set<String> VERBS =
            Set.of(
                    "get",
                    "list",
                    "watch",
                    "create",
                    "update",
                    "patch",
                    "delete",
                    "deletecollection",
                    "use",
                    "bind",
                    "impersonate",
                    "*",
                    "approve",
                    "sign",
                    "escalate",
                    "attest");
    private static final Set<String> PATH_VERBS =
            Set.of("get", "put", "post", "head", "options", "delete", "patch", "*");
    // what a server knows and no discovery lists
    private static final Set<String> UNLISTED = Set.of("users", "groups");
    private static final String OWN_EXTRA = "kubechat.dev/request";

    private final Sight sight;
    private final StringBuilder warnings = new StringBuilder();

    AuthVerb(Sight sight) {
        this.sight = sight;
    }

    Outcome.Printed canI(CanI asked) {
        var review = Reply.JSON.createObjectNode();
        review.put("apiVersion", "authorization.k8s.io/v1").put("kind", "SelfSubjectAccessReview");
        attributes(review.putObject("spec"), asked);
        var status =
                sight.answer(
                                sight.api()
                                        .post(
                                                new ApiPath(REVIEWS + "selfsubjectaccessreviews"),
                                                review.toString()))
                        .path("status");
        var allowed = status.path("allowed").asBoolean(false);
        var text = allowed ? "yes\n" : no(status);
        return new Outcome.Printed(
                asked.quiet() ? "" : text,
                asked.quiet() ? (allowed ? "Yes." : "No.") : "",
                warnings.toString(),
                allowed ? 0 : 1);
    }

    private static String no(JsonNode status) {
        var reason = status.path("reason").asString("");
        var error = status.path("evaluationError").asString("");
        return "no"
                + (reason.isEmpty() ? "" : " - " + Masking.text(reason))
                + (error.isEmpty() ? "" : " - " + Masking.text(error))
                + "\n";
    }

    private void attributes(ObjectNode spec, CanI asked) {
        if (asked.resource().startsWith("/")) {
            warnAbout(asked.action(), PATH_VERBS);
            spec.putObject("nonResourceAttributes")
                    .put("verb", asked.action())
                    .put("path", asked.resource());
            return;
        }
        var parts = asked.resource().split("/", 2);
        var found = resource(parts[0]);
        if (!(asked.scope() instanceof Scope.Everywhere)) {
            found.filter(resource -> !resource.namespaced()).ifPresent(this::warnAbout);
            warnAbout(asked.action(), VERBS);
        }
        spec.putObject("resourceAttributes")
                .put("namespace", namespace(asked.scope()))
                .put("verb", asked.action())
                .put("group", found.map(ApiResource::group).orElse(""))
                .put("resource", found.map(ApiResource::plural).orElse(parts[0]))
                .put("subresource", asked.subresource())
                .put("name", parts.length > 1 ? parts[1] : "");
    }

    private static String namespace(Scope scope) {
        return scope instanceof Scope.In(var namespace) ? namespace.value() : "";
    }

    private Optional<ApiResource> resource(String typed) {
        if (typed.equals("*")) {
            return Optional.empty();
        }
        var found = find(typed);
        if (found.isEmpty() && !UNLISTED.contains(typed.toLowerCase(Locale.ROOT))) {
            var parts = typed.toLowerCase(Locale.ROOT).split("\\.", 2);
            warn(
                    "the server doesn't have a resource type '%s'%s"
                            .formatted(
                                    parts[0],
                                    parts.length > 1 ? " in group '%s'".formatted(parts[1]) : ""));
        }
        return found;
    }

    private Optional<ApiResource> find(String typed) {
        try {
            return sight.find(ResourceType.of(typed));
        } catch (InvalidName none) {
            return Optional.empty();
        }
    }

    private void warnAbout(ApiResource resource) {
        warn(
                "resource '%s' is not namespace scoped%s"
                        .formatted(
                                resource.plural(),
                                resource.group().isEmpty()
                                        ? ""
                                        : " in group '%s'".formatted(resource.group())));
    }

    private void warnAbout(String action, Set<String> known) {
        if (!known.contains(action)) {
            warn("verb '%s' is not a known verb".formatted(action));
        }
    }

    private void warn(String about) {
        warnings.append("Warning: ").append(about).append("\n\n");
    }

    Outcome.Printed list(CanIList asked) {
        var review = Reply.JSON.createObjectNode();
        review.put("apiVersion", "authorization.k8s.io/v1").put("kind", "SelfSubjectRulesReview");
        review.putObject("spec").put("namespace", namespace(asked.scope()));
        var status =
                sight.answer(
                                sight.api()
                                        .post(
                                                new ApiPath(REVIEWS + "selfsubjectrulesreviews"),
                                                review.toString()))
                        .path("status");
        if (status.path("incomplete").asBoolean(false)) {
            warnings.append(
                    "Warning: the list may be incomplete: %s\n"
                            .formatted(status.path("evaluationError").asString("")));
        }
        return new Outcome.Printed(
                AccessRules.of(status).table(!asked.noHeaders()),
                warnings.isEmpty() ? "" : "The list may be incomplete.",
                warnings.toString(),
                0);
    }

    Outcome.Printed whoAmI(WhoAmI asked) {
        var review =
                """
                {"kind":"SelfSubjectReview","apiVersion":"authentication.k8s.io/v1","metadata":{},"status":{"userInfo":{}}}
                """;
        var reply =
                sight.api()
                        .post(
                                new ApiPath("/apis/authentication.k8s.io/v1/selfsubjectreviews"),
                                review);
        if (reply.code() == 403) {
            throw No.saying(
                    "the selfsubjectreviews API is not enabled in the cluster or you do not have"
                            + " permission to call it");
        }
        if (reply.code() == 404) {
            throw No.saying("the selfsubjectreviews API is not enabled in the cluster");
        }
        var me = (ObjectNode) sight.answer(reply);
        var user = me.path("status").path("userInfo");
        if (user.path("extra") instanceof ObjectNode extra) {
            // the request's id is KubeChat's own addition, and nothing of the person's
            extra.remove(OWN_EXTRA);
            if (extra.isEmpty()) {
                ((ObjectNode) user).remove("extra");
            }
        }
        return new Outcome.Printed(
                switch (asked.output()) {
                    case "json" -> GoJson.indented(me, 4) + "\n";
                    case "yaml" -> YamlText.yaml(me);
                    case "name" -> "selfsubjectreview.authentication.k8s.io/<unknown>\n";
                    case "" -> attributes(user);
                    default -> Templates.text(asked.output(), me).orElseGet(() -> attributes(user));
                },
                "");
    }

    private static String attributes(JsonNode user) {
        var text = new StringBuilder("ATTRIBUTE\tVALUE\n");
        attribute(text, "Username", user.path("username").asString(""));
        attribute(text, "UID", user.path("uid").asString(""));
        if (!user.path("groups").isEmpty()) {
            attribute(text, "Groups", goList(user.path("groups")));
        }
        user.path("extra").properties().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(extra ->
                        attribute(text, "Extra: " + extra.getKey(), goList(extra.getValue())));
        return TabWriter.table(text.toString());
    }

    private static void attribute(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append(name).append('\t').append(value).append('\n');
        }
    }

    static String goList(JsonNode list) {
        return list.valueStream()
                .map(item -> item.asString(""))
                .collect(Collectors.joining(" ", "[", "]"));
    }
}
