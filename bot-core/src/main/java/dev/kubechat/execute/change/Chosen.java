package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.ManifestObject;
import dev.kubechat.execute.api.ManifestObjects;
import dev.kubechat.execute.api.Seen;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.Gone;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.kubectl.ObjectName;
import dev.kubechat.kubectl.ResourceType;
import dev.kubechat.kubectl.Scope;
import dev.kubechat.kubectl.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Resolves what a command speaks of into objects: a selector or "all" never reaches a write (P14). */
public final class Chosen {

    private static final int MOST = 200;

    private final Sight sight;
    private final boolean local;

    public Chosen(Sight sight) {
        this(sight, false);
    }

    /** @param local whether objects of files are taken as they stand there, and not as the cluster has them */
    public Chosen(Sight sight, boolean local) {
        this.sight = sight;
        this.local = local;
    }

    /**
     * In the order typed, or as the server lists them.
     *
     * @throws No if one is missing or may not be seen, if there are too many, or if nothing chooses among them
     */
    List<Seen> objects(Selection selection, Scope scope) {
        return switch (selection) {
            case Selection.Named(var names) ->
                    names.stream()
                            .map(name ->
                                    new Seen(
                                            sight.resource(name.type()), sight.object(name, scope)))
                            .toList();
            case Selection.Matching matching -> matching(matching, scope);
            case Selection.InFiles files when local ->
                    new ManifestObjects(sight, scope, true).asTheyStand(files.manifests());
            case Selection.InFiles files ->
                    new ManifestObjects(sight, scope, false)
                            .of(files.manifests(), files.labelSelector()).stream()
                                    .map(this::seen)
                                    .toList();
        };
    }

    /** Those that can be read, a type alone being all of them; why another cannot is added to the failures. */
    public List<Seen> readable(Selection selection, Scope scope, List<No> failures) {
        var found = new ArrayList<Seen>();
        switch (selection) {
            case Selection.Named(var names) -> readable(names, scope, found, failures);
            case Selection.InFiles files ->
                    readable(sight.names(files, scope), scope, found, failures);
            case Selection.Matching matching ->
                    matching.types().forEach(type -> list(matching, type, scope, found));
        }
        return found;
    }

    private void readable(
            List<ObjectName> names, Scope scope, List<Seen> found, List<No> failures) {
        for (var name : names) {
            try {
                found.add(new Seen(sight.resource(name.type()), sight.object(name, scope)));
            } catch (No no) {
                failures.add(no);
            }
        }
    }

    /**
     * What each comes to. One that was chosen by a selector or by "all" and is gone by now is left out, as if it had been gone before.
     *
     * @throws No if one that is named is missing, there are too many, or the plan says no
     */
    List<Planning> each(Selection selection, Scope scope, Function<Seen, Planning> plan) {
        return each(selection, objects(selection, scope), plan);
    }

    /** The same of what was chosen already. */
    static <T> List<Planning> each(
            Selection selection, List<T> chosen, Function<T, Planning> plan) {
        var plannings = new ArrayList<Planning>();
        for (var one : chosen) {
            try {
                plannings.add(plan.apply(one));
            } catch (Gone gone) {
                if (!(selection instanceof Selection.Matching)) {
                    throw gone;
                }
            }
        }
        return List.copyOf(plannings);
    }

    private Seen seen(ManifestObject object) {
        return new Seen(
                object.resource(),
                sight.read(object.resource(), object.namespace(), object.name(), Api.JSON));
    }

    private List<Seen> matching(Selection.Matching matching, Scope scope) {
        if (matching.isEverything() && !matching.all()) {
            throw new No(
                    "Name the objects, choose them with -l, or say --all.",
                    "error: resource(s) were provided, but no name was specified\n");
        }
        var found = new ArrayList<Seen>();
        for (var type : matching.types()) {
            list(matching, type, scope, found);
        }
        if (found.size() > MOST) {
            throw new No(
                    "These are %d objects, more than the %d that can be looked at on one card. Choose fewer."
                            .formatted(found.size(), MOST));
        }
        return found;
    }

    private void list(
            Selection.Matching matching, ResourceType type, Scope scope, List<Seen> found) {
        var resource = sight.resource(type);
        var path =
                ApiPath.of(resource, Sight.namespace(scope, resource))
                        .with("labelSelector", matching.labelSelector())
                        .with("fieldSelector", matching.fieldSelector());
        var list = sight.list(path);
        for (var item : list.path("items")) {
            found.add(
                    new Seen(
                            resource,
                            ((tools.jackson.databind.node.ObjectNode) item)
                                    .put("apiVersion", resource.apiVersion())
                                    .put("kind", resource.kind())));
        }
    }
}
