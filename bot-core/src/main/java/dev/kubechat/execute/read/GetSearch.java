package dev.kubechat.execute.read;

import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.ApiResource;
import dev.kubechat.execute.api.NearestNames;
import dev.kubechat.execute.api.Refusals;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.kubectl.KubectlCommand.Get;
import dev.kubechat.kubectl.ObjectName;
import dev.kubechat.kubectl.ResourceType;
import dev.kubechat.kubectl.Scope;
import dev.kubechat.kubectl.Selection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Asks the server for what {@code get} is about, page by page, and keeps apart what could not be had. */
final class GetSearch {

    /** One answer: a list, a table or an object of the resource. */
    record Found(ApiResource resource, JsonNode body) {}

    private static final int PAGE = 500;
    private static final long LONGEST = 64L * 1024 * 1024;

    private final Sight sight;
    private final Get get;
    private final String accept;
    private final GetFailures failures;
    private final List<String> notes = new ArrayList<>();
    private final LinkedHashSet<String> warnings = new LinkedHashSet<>();
    private long length;

    GetSearch(Sight sight, Get get, String accept, GetFailures failures) {
        this.sight = sight;
        this.get = get;
        this.accept = accept;
        this.failures = failures;
    }

    /** @throws No if a type is unknown or a name has no namespace; then kubectl asks for nothing */
    List<Found> found() {
        return switch (get.selection()) {
            case Selection.Named(var objects) -> named(objects);
            case Selection.Matching matching -> matching(matching);
            case Selection.InFiles files -> inFiles(files);
        };
    }

    /** Whatever people should know beside what was found. */
    List<String> notes() {
        return notes;
    }

    /** What the server said beside its answers, as kubectl writes it to its standard error. */
    String warnings() {
        var lines = new StringBuilder();
        warnings.forEach(warning -> lines.append("Warning: ").append(warning).append('\n'));
        return lines.toString();
    }

    // kubectl chooses among what it would print by its labels, and a table has none
    private List<Found> inFiles(Selection.InFiles files) {
        var found = named(sight.names(files, get.scope()));
        return files.labelSelector() != null && accept.equals(Api.TABLE) ? List.of() : found;
    }

    private List<Found> named(List<ObjectName> objects) {
        var resources = objects.stream().map(object -> sight.resource(object.type())).toList();
        if (get.scope() instanceof Scope.Everywhere
                && resources.stream().anyMatch(ApiResource::namespaced)) {
            throw new No(
                    "Name the namespace: one object is looked for in one namespace, as by -n shop.",
                    "error: a resource cannot be retrieved by name across all namespaces\n");
        }
        var found = new ArrayList<Found>();
        for (var i = 0; i < objects.size(); i++) {
            one(resources.get(i), objects.get(i).name(), found);
        }
        return found;
    }

    private void one(ApiResource resource, String name, List<Found> found) {
        var namespace = Sight.namespace(get.scope(), resource);
        var path = ApiPath.of(resource, namespace).at(name);
        var subresource = subresource();
        var reply = ask(subresource == null ? path : path.at(subresource));
        if (reply.ok()) {
            found.add(new Found(resource, reply.json()));
            return;
        }
        if (reply.code() != 404) {
            refused(reply);
        } else if (!get.lookup().ignoresMissing()) {
            failures.fromServer(
                    Refusals.missing(resource, name, namespace, sight.caller()),
                    missing(reply, namespace).asKubectlSaysIt(),
                    () -> NearestNames.sentence(sight.api(), resource, namespace, name));
        }
    }

    // beside a manifest kubectl asks for none
    private @Nullable String subresource() {
        return get.selection() instanceof Selection.InFiles ? null : get.lookup().subresource();
    }

    // where the namespace is missing too, kubectl says so
    private Reply missing(Reply reply, @Nullable String namespace) {
        if (namespace == null || namespace.equals("default")) {
            return reply;
        }
        var asked = sight.api().get(new ApiPath("/api/v1/namespaces").at(namespace));
        return asked.code() == 404 && asked.reason().equals("NotFound") ? asked : reply;
    }

    private List<Found> matching(Selection.Matching matching) {
        var found = new ArrayList<Found>();
        for (var resource : resources(matching)) {
            pages(resource, matching, found);
        }
        return found;
    }

    private Iterable<ApiResource> resources(Selection.Matching matching) {
        var resources = new LinkedHashSet<ApiResource>();
        for (var type : matching.types()) {
            var category = category(type);
            if (category.isEmpty()) {
                resources.add(sight.resource(type));
            } else {
                resources.addAll(category);
            }
        }
        if (get.lookup().wholeCategory()) {
            resources.addAll(sight.category("all"));
        }
        return resources;
    }

    private List<ApiResource> category(ResourceType type) {
        return type.known() || !type.group().isEmpty() ? List.of() : sight.category(type.plural());
    }

    private void pages(ApiResource resource, Selection.Matching matching, List<Found> found) {
        var next = "";
        var first = found.size();
        do {
            var reply = ask(path(resource, matching, next));
            if (!reply.ok()) {
                listRefused(reply, resource, matching);
                return;
            }
            length += reply.body().length();
            var list = reply.json();
            add(new Found(resource, list), first, found);
            next = list.path("metadata").path("continue").asString("");
        } while (!next.isEmpty() && isShortEnough(resource));
    }

    private boolean isShortEnough(ApiResource resource) {
        if (length > LONGEST) {
            notes.add(
                    "These are only the first %s; narrow it down with -l or -n."
                            .formatted(resource.plural()));
        }
        return length <= LONGEST;
    }

    // pages are kubectl's way to ask, not to print
    private static void add(Found page, int first, List<Found> found) {
        if (found.size() > first) {
            for (var rows : List.of("rows", "items")) {
                if (found.get(first).body().path(rows) instanceof ArrayNode all) {
                    page.body().path(rows).forEach(all::add);
                }
            }
        } else {
            found.add(page);
        }
    }

    private ApiPath path(ApiResource resource, Selection.Matching matching, String next) {
        return ApiPath.of(resource, Sight.namespace(get.scope(), resource))
                .with("labelSelector", matching.labelSelector())
                .with("fieldSelector", matching.fieldSelector())
                .with("limit", String.valueOf(PAGE))
                .with("continue", next.isEmpty() ? null : next);
    }

    // the whole object comes with a row only where it is needed
    private Reply ask(ApiPath path) {
        var needsObjects = accept.equals(Api.TABLE) && get.style().sortBy() != null;
        var reply =
                sight.api().get(needsObjects ? path.with("includeObject", "Object") : path, accept);
        warnings.addAll(reply.warnings());
        return reply;
    }

    private void listRefused(Reply reply, ApiResource resource, Selection.Matching matching) {
        if (reply.code() == 404 && get.lookup().ignoresMissing()) {
            return;
        }
        if (reply.code() != 400 && reply.code() != 404) {
            refused(reply);
            return;
        }
        var what =
                "\"%s/%s, Resource=%s\""
                        .formatted(resource.group(), resource.version(), resource.plural());
        failures.fromServer(
                Refusals.other(reply, sight.caller()),
                reply.asKubectlSaysIt(
                        matching.isEverything()
                                ? "Unable to list %s: ".formatted(what)
                                : "Unable to find %s that match label selector \"%s\", field selector \"%s\": "
                                        .formatted(
                                                what,
                                                said(matching.labelSelector()),
                                                said(matching.fieldSelector()))));
    }

    private static String said(@Nullable String selector) {
        return selector == null ? "" : selector.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private void refused(Reply reply) {
        failures.fromServer(
                reply.code() == 403
                        ? Refusals.forbidden(reply, sight.caller())
                        : Refusals.other(reply, sight.caller()),
                reply.asKubectlSaysIt(),
                () -> Refusals.granting(reply, sight.api()));
    }
}
