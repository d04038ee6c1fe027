package dev.kubechat.execute.read;

import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.ApiResource;
import dev.kubechat.execute.api.Masking;
import dev.kubechat.execute.api.Outcome;
import dev.kubechat.execute.api.Patience;
import dev.kubechat.execute.api.Pods;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.execute.api.Watched;
import dev.kubechat.execute.api.YamlText;
import dev.kubechat.kubectl.ObjectName;
import dev.kubechat.kubectl.ReadCommand.Wait;
import dev.kubechat.kubectl.Selection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** {@code kubectl wait}: until objects are as they should be, for a limited time. */
final class WaitVerb {

    private static final String TIMED_OUT = "timed out waiting for the condition";

    private final Sight sight;
    private final Wait asked;
    private final List<WaitCondition> conditions;
    private final Patience patience;
    private final List<String> printed = new ArrayList<>();
    private final List<No> failures = new ArrayList<>();

    /** @param longest how long anything is waited for at most */
    WaitVerb(Sight sight, Wait asked, Duration longest) {
        this.sight = sight;
        this.asked = asked;
        this.conditions = asked.conditions().stream().map(WaitCondition::of).toList();
        var wanted = asked.timeout().isNegative() ? longest : asked.timeout();
        this.patience = new Patience(wanted.compareTo(longest) < 0 ? wanted : longest);
    }

    private record One(ApiResource resource, JsonNode object) {

        String name() {
            return Pods.name(object);
        }

        String called() {
            return resource.plural() + "/" + name();
        }
    }

    Outcome.Printed print() {
        if (conditions.contains(WaitCondition.CREATED)) {
            awaitCreation();
        }
        var all = all();
        for (var one : all) {
            try {
                conditions.forEach(condition -> await(one, condition));
            } catch (No no) {
                failures.add(no);
            }
        }
        if (all.isEmpty() && failures.isEmpty() && !isForDeletion()) {
            throw No.saying("no matching resources found");
        }
        var text = String.join(asked.output().equals("yaml") ? "---\n" : "", printed);
        return failures.isEmpty()
                ? new Outcome.Printed(text, "")
                : new Outcome.Printed(
                        text, Failures.sentence(failures), Failures.errors(failures), 1);
    }

    private boolean isForDeletion() {
        return conditions.contains(WaitCondition.DELETED);
    }

    private boolean looksOnce() {
        return asked.timeout().isZero();
    }

    private void awaitCreation() {
        switch (asked.selection()) {
            case Selection.Named(var objects) -> objects.forEach(this::awaitAny);
            case Selection.InFiles files ->
                    sight.names(files, asked.scope()).forEach(this::awaitAny);
            case Selection.Matching matching -> {
                for (var type : matching.types()) {
                    awaitAny(path(matching, sight.resource(type)));
                }
            }
        }
    }

    private void awaitAny(ObjectName object) {
        var resource = sight.resource(object.type());
        awaitAny(
                ApiPath.of(resource, Sight.namespace(asked.scope(), resource))
                        .with("fieldSelector", "metadata.name=" + object.name()));
    }

    private void awaitAny(ApiPath list) {
        if (!new Watched(sight, list, patience).untilAny()) {
            throw No.saying(TIMED_OUT);
        }
    }

    private ApiPath path(Selection.Matching matching, ApiResource resource) {
        return ApiPath.of(resource, Sight.namespace(asked.scope(), resource))
                .with("labelSelector", matching.labelSelector())
                .with("fieldSelector", matching.fieldSelector());
    }

    private List<One> all() {
        var all = new ArrayList<One>();
        switch (asked.selection()) {
            case Selection.Named(var objects) -> objects.forEach(object -> add(all, object));
            case Selection.InFiles files ->
                    sight.names(files, asked.scope()).forEach(object -> add(all, object));
            case Selection.Matching matching -> {
                if (!matching.all() && matching.isEverything()) {
                    throw No.saying("resource(s) were provided, but no name was specified");
                }
                for (var type : matching.types()) {
                    var resource = sight.resource(type);
                    sight.list(path(matching, resource))
                            .path("items")
                            .forEach(item -> all.add(new One(resource, typed(resource, item))));
                }
            }
        }
        return all;
    }

    // the items of a list do not say what they are
    private static JsonNode typed(ApiResource resource, JsonNode item) {
        return GetObjects.of(new GetSearch.Found(resource, item)).getFirst();
    }

    private void add(List<One> all, ObjectName object) {
        var resource = sight.resource(object.type());
        try {
            all.add(new One(resource, sight.object(object, asked.scope())));
        } catch (No no) {
            if (!isForDeletion() || !no.errors().startsWith("Error from server (NotFound)")) {
                failures.add(no);
            }
        }
    }

    private void await(One one, WaitCondition condition) {
        // time that ran out for one has run out for all
        if (!(condition instanceof WaitCondition.Created) && !looksOnce() && patience.isOver()) {
            throw No.saying(TIMED_OUT + " on " + one.called());
        }
        if (condition instanceof WaitCondition.Created || isMet(one, condition)) {
            printed.add(line(one));
            return;
        }
        if (looksOnce()) {
            throw No.saying("condition not met for " + one.called());
        }
        var end =
                watched(one)
                        .until(seen ->
                                seen.gone()
                                        ? isForDelete(condition)
                                        : isMet(condition, seen.object()));
        switch (end) {
            case ENOUGH -> printed.add(line(one));
            case MISSING -> {
                if (!isForDelete(condition)) {
                    throw missing(one);
                }
                printed.add(line(one));
            }
            case TIME -> throw No.saying(TIMED_OUT + " on " + one.called());
        }
    }

    private static boolean isForDelete(WaitCondition condition) {
        return condition instanceof WaitCondition.Deleted;
    }

    private static boolean isMet(WaitCondition condition, JsonNode object) {
        return condition.isMet(Masking.object(object));
    }

    private boolean isMet(One one, WaitCondition condition) {
        return !isForDelete(condition) && isMet(condition, one.object());
    }

    private Watched watched(One one) {
        var namespace = one.object().path("metadata").path("namespace").asString("");
        return new Watched(
                sight,
                ApiPath.of(one.resource(), namespace.isEmpty() ? null : namespace)
                        .with("fieldSelector", "metadata.name=" + one.name()),
                patience);
    }

    private No missing(One one) {
        return new No(
                "%s is not there any more.".formatted(one.resource().called(one.name())),
                "Error from server (NotFound): %s \"%s\" not found\n"
                        .formatted(one.resource().resource(), one.name()));
    }

    private String line(One one) {
        var name = one.resource().qualified() + "/" + one.name();
        return switch (asked.output()) {
            case "yaml" -> YamlText.yaml(shown(one));
            case "json" -> YamlText.json(shown(one));
            case "name" -> name + "\n";
            default ->
                    Templates.text(asked.output(), shown(one))
                            .orElseGet(() -> name + " condition met\n");
        };
    }

    private static JsonNode shown(One one) {
        var copy = Masking.object(one.object());
        if (copy.path("metadata") instanceof tools.jackson.databind.node.ObjectNode metadata) {
            metadata.remove("managedFields");
        }
        return copy;
    }
}
