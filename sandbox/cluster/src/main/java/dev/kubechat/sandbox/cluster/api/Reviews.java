package dev.kubechat.sandbox.cluster.api;

import dev.kubechat.sandbox.cluster.access.Action;
import dev.kubechat.sandbox.cluster.access.Caller;
import dev.kubechat.sandbox.cluster.access.Rbac;
import dev.kubechat.sandbox.cluster.access.Tokens;
import dev.kubechat.sandbox.cluster.object.FieldError;
import dev.kubechat.sandbox.cluster.object.ResourceType;
import dev.kubechat.sandbox.cluster.object.StatusError;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Questions sent as objects: who am I, whose token is this, may I, may they, what may I. */
final class Reviews {
    private final Rbac rbac;
    private final Tokens tokens;
    private final InstantSource clock;

    Reviews(Rbac rbac, Tokens tokens, InstantSource clock) {
        this.rbac = rbac;
        this.tokens = tokens;
        this.clock = clock;
    }

    Reply answer(ResourceType type, Caller caller, Call call) {
        var review = call.jsonObject(type.kind()).deepCopy();
        review.put("kind", type.kind()).put("apiVersion", type.groupVersion().toString());
        review.withObject("/metadata");
        switch (type.kind()) {
            case "SelfSubjectAccessReview" -> mayI(review, caller);
            case "SubjectAccessReview" -> mayI(review, subject(review.path("spec")));
            case "SelfSubjectRulesReview" -> whatMayI(review, caller);
            case "SelfSubjectReview" -> {
                review.withObject("/metadata")
                        .put(
                                "creationTimestamp",
                                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
                put(review.putObject("status").putObject("userInfo"), caller);
            }
            case "TokenReview" -> whose(review);
            default -> throw StatusError.methodNotAllowed();
        }
        return Reply.json(201, review);
    }

    private void mayI(ObjectNode review, Caller caller) {
        var grant = rbac.grant(caller, action(review.path("spec")));
        var status = review.putObject("status").put("allowed", grant.isPresent());
        grant.filter(reason -> !reason.isEmpty()).ifPresent(reason -> status.put("reason", reason));
    }

    private static Action action(JsonNode spec) {
        var resource = spec.path("resourceAttributes");
        var path = spec.path("nonResourceAttributes");
        if (resource.isObject() == path.isObject()) {
            throw StatusError.invalid(
                    "",
                    "authorization.k8s.io",
                    "",
                    List.of(
                            FieldError.invalid(
                                    "spec.resourceAttributes",
                                    resource.isObject() ? resource : NullNode.getInstance(),
                                    "exactly one of nonResourceAttributes or resourceAttributes"
                                            + " must be specified")));
        }
        return path.isObject()
                ? new Action.OnPath(path.path("verb").asString(""), path.path("path").asString(""))
                : new Action.OnResource(
                        resource.path("verb").asString(""),
                        resource.path("group").asString(""),
                        resource.path("resource").asString(""),
                        resource.path("subresource").asString(""),
                        resource.path("namespace").asString(""),
                        resource.path("name").asString(""));
    }

    private static Caller subject(JsonNode spec) {
        var groups = spec.path("groups").values().stream().map(g -> g.asString("")).toList();
        if (spec.path("user").asString("").isEmpty() && groups.isEmpty()) {
            throw StatusError.invalid(
                    "",
                    "authorization.k8s.io",
                    "",
                    List.of(
                            FieldError.invalid(
                                    "spec.user",
                                    "",
                                    "at least one of user or group must be specified")));
        }
        return new Caller(
                spec.path("user").asString(""), spec.path("uid").asString(""), groups, Map.of());
    }

    private void whatMayI(ObjectNode review, Caller caller) {
        var namespace = review.at("/spec/namespace").asString("");
        if (namespace.isEmpty()) {
            throw StatusError.badRequest("no namespace on request");
        }
        var status = review.putObject("status");
        var resourceRules = status.putArray("resourceRules");
        var pathRules = status.putArray("nonResourceRules");
        if (caller.isMaster()) {
            resourceRules.addObject().putArray("verbs").add("*");
            ((ObjectNode) resourceRules.get(0)).putArray("apiGroups").add("*");
            ((ObjectNode) resourceRules.get(0)).putArray("resources").add("*");
        }
        for (var rule : rbac.rules(caller, namespace)) {
            (rule.path("nonResourceURLs").isEmpty() ? resourceRules : pathRules)
                    .add(rule.deepCopy());
        }
        status.put("incomplete", false);
    }

    private void whose(ObjectNode review) {
        var holder = tokens.holder(review.at("/spec/token").asString(""));
        var status = review.putObject("status");
        if (holder.isEmpty()) {
            status.put("authenticated", false)
                    .put("error", "invalid bearer token")
                    .putObject("user");
            return;
        }
        put(status.put("authenticated", true).putObject("user"), holder.get());
    }

    private static void put(ObjectNode user, Caller caller) {
        user.put("username", caller.name());
        if (!caller.uid().isEmpty()) {
            user.put("uid", caller.uid());
        }
        caller.groups().forEach(user.putArray("groups")::add);
        if (!caller.extra().isEmpty()) {
            var extra = user.putObject("extra");
            new LinkedHashMap<>(caller.extra())
                    .forEach((key, values) ->
                            new ArrayList<>(values)
                                    .forEach(
                                            extra.withArray(
                                                            "/"
                                                                    + key.replace("~", "~0")
                                                                            .replace("/", "~1"))
                                                    ::add));
        }
    }
}
