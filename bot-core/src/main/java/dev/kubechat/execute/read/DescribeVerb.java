package dev.kubechat.execute.read;

import dev.kubechat.execute.api.ApiResource;
import dev.kubechat.execute.api.ManifestObjects;
import dev.kubechat.execute.api.NearestNames;
import dev.kubechat.execute.api.Outcome;
import dev.kubechat.execute.api.Pods;
import dev.kubechat.execute.api.Refusals;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.execute.describe.Descriptions;
import dev.kubechat.execute.describe.NotShown;
import dev.kubechat.execute.describe.Window.Resource;
import dev.kubechat.kubectl.KubectlCommand.Describe;
import dev.kubechat.kubectl.ObjectName;
import dev.kubechat.kubectl.ResourceType;
import dev.kubechat.kubectl.Scope;
import dev.kubechat.kubectl.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code kubectl describe}: finds the objects as kubectl does, and puts their descriptions below each other. */
final class DescribeVerb {

    /** Readers cut there, so nothing is described beyond. */
    private static final int LONGEST = 1024 * 1024;

    private final Sight sight;
    private final Describe describe;
    private final DescribeWindow window;
    private final List<NotShown> unfound = new ArrayList<>();
    private final List<NotShown> undescribed = new ArrayList<>();
    private final Set<String> said = new LinkedHashSet<>();

    DescribeVerb(Sight sight, Describe describe, Instant now) {
        this.sight = sight;
        this.describe = describe;
        this.window = new DescribeWindow(sight, now);
    }

    private record Found(ApiResource resource, JsonNode object) {}

    Outcome.Printed print() {
        var found = find();
        if (describe.orPrefix() && unfound.size() == 1 && unfound.getFirst().isNotFound()) {
            return byPrefix(unfound.getFirst());
        }
        var showEvents = showEvents(unfound.isEmpty() && found.size() <= 1);
        var text = new StringBuilder();
        for (var one : found) {
            try {
                var description = text(one, showEvents);
                text.append(text.isEmpty() ? "" : "\n\n").append(description);
            } catch (NotShown notShown) {
                if (said.add(notShown.words())) {
                    undescribed.add(notShown);
                }
            }
            if (text.length() > LONGEST) {
                break;
            }
        }
        return printed(text.toString(), found.isEmpty());
    }

    private boolean showEvents(boolean usually) {
        var asked = describe.showEvents();
        return asked == null ? usually : asked;
    }

    private List<Found> find() {
        var found = new ArrayList<Found>();
        switch (describe.selection()) {
            case Selection.Named(var objects) -> named(objects, found);
            case Selection.Matching matching ->
                    matching.types().stream()
                            .flatMap(type -> resources(type).stream())
                            .distinct()
                            .toList()
                            .forEach(resource -> matching(matching, resource, found));
            case Selection.InFiles files ->
                    named(
                            new ManifestObjects(sight, describe.scope(), false).names(files, false),
                            found);
        }
        return found;
    }

    private void named(List<ObjectName> objects, List<Found> found) {
        var resources = objects.stream().map(object -> sight.resource(object.type())).toList();
        for (var i = 0; i < objects.size(); i++) {
            named(resources.get(i), objects.get(i), found);
        }
    }

    private List<ApiResource> resources(ResourceType type) {
        var category =
                type.known() || !type.group().isEmpty()
                        ? List.<ApiResource>of()
                        : sight.category(type.plural());
        return category.isEmpty() ? List.of(sight.resource(type)) : category;
    }

    private void named(ApiResource resource, ObjectName object, List<Found> found) {
        var namespace = Sight.namespace(describe.scope(), resource);
        if (resource.namespaced() && namespace == null) {
            throw new No(
                    "Name the namespace: one object is looked for in one namespace, as by -n shop.",
                    "error: a resource cannot be retrieved by name across all namespaces\n");
        }
        try {
            found.add(new Found(resource, window.get(readAs(resource), namespace, object.name())));
        } catch (NotShown notShown) {
            unfound.add(notShown.isNotFound() ? missing(notShown, resource, object) : notShown);
        }
    }

    private NotShown missing(NotShown notShown, ApiResource resource, ObjectName object) {
        var sentence =
                Refusals.missing(
                        resource,
                        object.name(),
                        Sight.namespace(describe.scope(), resource),
                        sight.caller());
        return new NotShown(
                notShown.words(),
                404,
                new No(
                        sentence,
                        DescribeWindow.no(notShown).errors(),
                        () ->
                                NearestNames.sentence(
                                        sight.api(),
                                        resource,
                                        Sight.namespace(describe.scope(), resource),
                                        object.name())));
    }

    private void matching(Selection.Matching matching, ApiResource resource, List<Found> found) {
        try {
            list(resource, matching.labelSelector())
                    .forEach(object -> found.add(new Found(resource, object)));
        } catch (NotShown notShown) {
            unfound.add(listed(notShown, resource, matching));
        }
    }

    // kubectl says what it was looking for where the question was wrong
    private static NotShown listed(
            NotShown notShown, ApiResource resource, Selection.Matching matching) {
        if (!notShown.isNotFound() && !notShown.isBadRequest()) {
            return notShown;
        }
        var what =
                "\"%s%s, Resource=%s\""
                        .formatted(
                                resource.group().isEmpty() ? "/" : "",
                                resource.apiVersion(),
                                resource.plural());
        var words =
                matching.isEverything()
                        ? "Unable to list %s: %s".formatted(what, notShown.words())
                        : "Unable to find %s that match label selector \"%s\", field selector \"\": %s"
                                .formatted(what, matching.labelSelector(), notShown.words());
        var no = DescribeWindow.no(notShown);
        return new NotShown(
                words,
                notShown.code(),
                new No(no.sentence(), no.errors().replace(notShown.words(), words)));
    }

    private List<JsonNode> list(ApiResource resource, @Nullable String labelSelector) {
        return window.list(
                readAs(resource), Sight.namespace(describe.scope(), resource), labelSelector, null);
    }

    private static Resource readAs(ApiResource resource) {
        return new Resource(resource.group(), resource.version(), resource.plural());
    }

    // what was found is described as it is, unless kubectl describes it at another version
    private String text(Found found, boolean showEvents) {
        var resource = found.resource();
        var versions = Descriptions.versions(resource.group(), resource.kind());
        var apiVersion = resource.apiVersion();
        var object = found.object();
        if (!versions.isEmpty() && !versions.getFirst().equals(resource.version())) {
            var best = atBest(found, versions);
            object = best.object();
            apiVersion = best.resource().apiVersion();
        }
        var whole =
                object instanceof ObjectNode fields
                        ? fields.deepCopy()
                        : Reply.JSON.createObjectNode();
        whole.put("apiVersion", apiVersion).put("kind", resource.kind());
        return Descriptions.text(resource.group(), resource.kind(), whole, showEvents, window);
    }

    private Found atBest(Found found, List<String> versions) {
        NotShown last = null;
        for (var version : versions) {
            var resource = found.resource().at(version);
            try {
                var metadata = found.object().path("metadata");
                return new Found(
                        resource,
                        window.get(
                                readAs(resource),
                                resource.namespaced()
                                        ? metadata.path("namespace").asString("")
                                        : null,
                                metadata.path("name").asString("")));
            } catch (NotShown notShown) {
                last = notShown;
            }
        }
        throw Objects.requireNonNull(last);
    }

    // TYPE NAME, and there is none of that name: all whose names begin with it
    private Outcome.Printed byPrefix(NotShown original) {
        var types = describe.selection().types();
        var names = ((Selection.Named) describe.selection()).objects();
        if (types.size() > 1) {
            throw new No(
                    DescribeWindow.no(original).sentence(),
                    "error: you may only specify a single resource type\n");
        }
        var resource = sight.resource(types.getFirst());
        var text = new StringBuilder();
        try {
            var prefixed =
                    names.size() > 1
                            ? List.<JsonNode>of()
                            : list(resource, null).stream()
                                    .filter(object ->
                                            Pods.name(object).startsWith(names.getFirst().name()))
                                    .toList();
            for (var object : prefixed) {
                if (text.length() <= LONGEST) {
                    text.append(text(new Found(resource, object), showEvents(false))).append('\n');
                }
            }
            if (!prefixed.isEmpty()) {
                unfound.clear();
            }
        } catch (NotShown notShown) {
            unfound.clear();
            unfound.add(notShown);
        }
        return printed(text.toString(), false);
    }

    private Outcome.Printed printed(String text, boolean nothing) {
        var failures = new ArrayList<>(unfound);
        failures.addAll(undescribed);
        failures.forEach(window::told);
        var sentences =
                failures.stream()
                        .map(failure -> DescribeWindow.no(failure).sentence())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        if (text.isEmpty() && !failures.isEmpty()) {
            throw new No(
                    String.join(" ", sentences),
                    errors(),
                    DescribeWindow.no(failures.getFirst()).laterAdvice());
        }
        sentences.addAll(window.notes());
        if (nothing) {
            return new Outcome.Printed("", none());
        }
        return new Outcome.Printed(
                text, String.join(" ", sentences), errors(), failures.isEmpty() ? 0 : 1);
    }

    private String errors() {
        return Stream.concat(unfound.stream(), undescribed.stream())
                .map(failure -> DescribeWindow.no(failure).errors())
                .collect(Collectors.joining());
    }

    private String none() {
        return switch (describe.scope()) {
            case Scope.Everywhere _ -> "No resources found";
            case Scope.In(var namespace) ->
                    "No resources found in %s namespace.".formatted(namespace);
            case Scope.Unsaid _ -> "No resources found in default namespace.";
        };
    }
}
