package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.ApplyPatch;
import dev.kubechat.execute.api.Call;
import dev.kubechat.execute.api.CompactJson;
import dev.kubechat.execute.api.ManifestObject;
import dev.kubechat.execute.api.ManifestObjects;
import dev.kubechat.execute.api.Refusals;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Seen;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.execute.change.Alteration.Asked;
import dev.kubechat.kubectl.ChangeOptions;
import dev.kubechat.kubectl.ManifestCommand;
import dev.kubechat.kubectl.Scope;
import dev.kubechat.kubectl.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@code create}, {@code apply}, {@code replace} and {@code apply set-last-applied} of manifests, one step for each object. */
final class ManifestVerb {

    private final Sight sight;
    private final Alteration alteration;
    private final NewNamespaces made = new NewNamespaces();

    ManifestVerb(Sight sight, Alteration alteration) {
        this.sight = sight;
        this.alteration = alteration;
    }

    /** @throws No if the manifests cannot be read, or the server would not do it */
    List<Planning> plan(ManifestCommand command) {
        var objects =
                new ManifestObjects(sight, command.scope(), false)
                        .of(command.manifests(), selector(command));
        if (objects.isEmpty()) {
            throw No.saying("no objects passed to " + command.verb());
        }
        return switch (command) {
            case ManifestCommand.Create create ->
                    each(objects, object -> List.of(created(object, create)));
            case ManifestCommand.Apply apply -> applied(objects, apply);
            case ManifestCommand.Replace replace -> replaced(objects, replace);
            case ManifestCommand.SetLastApplied set ->
                    objects.stream().map(object -> noted(object, set)).toList();
            case ManifestCommand.Reconcile reconcile -> {
                var verb = new ReconcileVerb(sight, alteration, reconcile);
                yield objects.stream().flatMap(verb::plan).toList();
            }
        };
    }

    private List<Planning> each(
            List<ManifestObject> objects, Function<ManifestObject, List<Planning>> plan) {
        var plannings = new ArrayList<Planning>();
        for (var object : objects) {
            try {
                for (var planning : plan.apply(object)) {
                    made.planned(object, planning, plannings.size());
                    plannings.add(planning);
                }
            } catch (No no) {
                // what is only tried goes on to the next object, as in kubectl
                if (!alteration.isRehearsed() || objects.size() == 1) {
                    throw no;
                }
                alteration.fail(no);
                plannings.add(Planning.nothing(no.sentence(), ""));
            }
        }
        return made.explained(plannings);
    }

    private static @Nullable String selector(ManifestCommand command) {
        return switch (command) {
            case ManifestCommand.Create create -> create.selector();
            case ManifestCommand.Apply apply -> apply.selector();
            case ManifestCommand.Replace _,
                    ManifestCommand.SetLastApplied _,
                    ManifestCommand.Reconcile _ ->
                    null;
        };
    }

    /** What ends the path of a request: whose fields they are, and what becomes of fields that nobody knows. */
    static String query(ChangeOptions options, String manager) {
        return new ApiPath("")
                .with("fieldManager", Objects.requireNonNullElse(options.fieldManager(), manager))
                .with("fieldValidation", validation(options.validation()))
                .text();
    }

    private static String validation(Validation validation) {
        var name = validation.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    static Function<Reply, String> errors(String doing, ManifestObject object) {
        return reply ->
                reply.asKubectlSaysIt("error when %s \"%s\": ".formatted(doing, object.file()));
    }

    private Planning created(ManifestObject object, ManifestCommand.Create create) {
        var wanted = create.options().savesConfig() ? object.noted() : object.wanted();
        var query = query(create.options(), "kubectl-create");
        return made.await(object)
                ? alteration.creation(object, wanted, "created", query)
                : alteration.create(
                        object.resource(),
                        object.namespace(),
                        wanted,
                        "created",
                        errors("creating", object),
                        query);
    }

    private List<Planning> applied(List<ManifestObject> objects, ManifestCommand.Apply apply) {
        if (apply.serverSide()) {
            var verb = new ServerApplyVerb(sight, alteration, apply, made);
            return each(objects, object -> List.of(verb.plan(object)));
        }
        var verb = new ApplyVerb(sight, alteration, apply, made);
        if (apply.prune() == null) {
            return each(objects, verb::plan);
        }
        var prune = new PruneVerb(sight, alteration, apply);
        var types = prune.types();
        var plannings = new ArrayList<>(each(objects, verb::plan));
        if (!alteration.hasFailed()) {
            plannings.addAll(prune.plan(types, namespaces(objects, apply), verb.uids()));
        }
        return plannings;
    }

    private static Set<String> namespaces(
            List<ManifestObject> objects, ManifestCommand.Apply apply) {
        var namespaces = new TreeSet<String>();
        if (apply.scope() instanceof Scope.In(var namespace)) {
            namespaces.add(namespace.value());
        }
        objects.stream()
                .map(ManifestObject::namespace)
                .filter(Objects::nonNull)
                .forEach(namespaces::add);
        return namespaces;
    }

    private List<Planning> replaced(List<ManifestObject> objects, ManifestCommand.Replace replace) {
        if (replace.replacement().force()) {
            return new ReplacedByForce(sight, alteration).plan(objects, replace);
        }
        return each(objects, object -> List.of(replaced(object, replace)));
    }

    private Planning replaced(ManifestObject object, ManifestCommand.Replace replace) {
        var reply = sight.api().get(object.path());
        if (reply.code() == 404) {
            throw new No(
                    Refusals.missing(
                            object.resource(), object.name(), object.namespace(), sight.caller()),
                    errors("replacing", object).apply(reply));
        }
        var live = (ObjectNode) sight.answer(reply);
        var options = replace.options();
        var wanted =
                options.savesConfig() || ManifestObject.isNoted(object.wanted())
                        ? object.noted()
                        : object.wanted().deepCopy();
        if (wanted.path("metadata").path("resourceVersion").isMissingNode()) {
            wanted.withObject("metadata")
                    .set("resourceVersion", live.path("metadata").path("resourceVersion"));
        }
        var seen = new Seen(object.resource(), live);
        var query = query(options, "kubectl-replace");
        var part = Objects.requireNonNullElse(replace.subresource(), "");
        var path = part.isEmpty() ? seen.path() : seen.path().at(part);
        var after =
                alteration.isLocal()
                        ? wanted
                        : alteration.tried(
                                new Call("PUT", path.asked(query), Api.JSON, wanted.toString())
                                        .dry(),
                                seen,
                                errors("replacing", object));
        var before = part.isEmpty() ? live : sight.answer(sight.api().get(path));
        return alteration.between(
                seen,
                before,
                after,
                new Asked(part, seen.called() + " replaced", seen.called() + " replaced", query));
    }

    private Planning noted(ManifestObject object, ManifestCommand.SetLastApplied set) {
        var live = sight.read(object.resource(), object.namespace(), object.name(), Api.JSON);
        var applied = ApplyPatch.applied(live);
        if (applied == null && !set.createAnnotation()) {
            throw No.saying(
                    "no last-applied-configuration annotation found on resource: %s, to create the annotation, run the command with --create-annotation"
                            .formatted(object.name()));
        }
        var config = CompactJson.sorted(object.wanted()) + "\n";
        if (config.equals(applied)) {
            var words = "set-last-applied %s: no changes required.".formatted(object.name());
            alteration.say(words);
            return Planning.nothing("%s is so already.".formatted(object.called()), words);
        }
        var patch = Reply.JSON.createObjectNode();
        patch.withObject("metadata").withObject("annotations").put(ManifestObject.APPLIED, config);
        return alteration.change(
                new Seen(object.resource(), live),
                Alteration.MERGE,
                patch.toString(),
                "",
                object.called() + " configured",
                object.called() + " configured");
    }
}
