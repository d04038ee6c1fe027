package dev.kubechat.execute.api;

import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.kubectl.InvalidName;
import dev.kubechat.kubectl.Manifests;
import dev.kubechat.kubectl.ObjectName;
import dev.kubechat.kubectl.ResourceType;
import dev.kubechat.kubectl.Scope;
import dev.kubechat.kubectl.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The objects of the manifests that came with a command. */
public final class ManifestObjects {

    private static final int MOST_NAMES = 200;

    private final Sight sight;
    private final Scope scope;
    private final boolean anyNamespace;

    /**
     * @param scope where objects live that name no namespace
     * @param anyNamespace whether they may name another; what changes may not, as the command was judged for one
     */
    public ManifestObjects(Sight sight, Scope scope, boolean anyNamespace) {
        this.sight = sight;
        this.scope = scope;
        this.anyNamespace = anyNamespace;
    }

    /**
     * In their order.
     *
     * @param selector only those whose labels fit; null for all
     * @throws No if a file is missing, cannot be read, or holds what this cluster or namespace cannot
     */
    public List<ManifestObject> of(Manifests manifests, @Nullable String selector) {
        refuseKustomization(manifests);
        return of(manifests.files()).stream()
                .filter(object ->
                        selector == null
                                || LabelTerms.fit(
                                        selector, object.wanted().path("metadata").path("labels")))
                .toList();
    }

    private static void refuseKustomization(Manifests manifests) {
        if (manifests.kustomization() != null) {
            throw new No(
                    "A kustomization is not built here. Attach what kubectl kustomize prints of it,"
                            + " and name that with -f.");
        }
    }

    /** In their order, without a word of a namespace that they do not say themselves. */
    public List<Seen> asTheyStand(Manifests manifests) {
        refuseKustomization(manifests);
        var objects = new ArrayList<Seen>();
        for (var file : manifests.files()) {
            for (var object : ManifestText.objects(file, content(file))) {
                objects.add(new Seen(found(object).orElseGet(() -> unheardOf(object)), object));
            }
        }
        return objects;
    }

    /**
     * What they are called, for verbs that look at what is there.
     *
     * @param live whether a selector goes by the labels that the objects have now, and not by those in the manifest
     * @throws No as above, or if nobody would look at so many
     */
    public List<ObjectName> names(Selection.InFiles files, boolean live) {
        var selector = files.labelSelector();
        var objects = of(files.manifests(), live ? null : selector);
        if (objects.size() > MOST_NAMES) {
            throw new No(
                    "These are %d objects, more than the %d that are looked up at once. Send fewer."
                            .formatted(objects.size(), MOST_NAMES));
        }
        return objects.stream()
                .filter(object -> !live || selector == null || fits(object, selector))
                .map(this::name)
                .toList();
    }

    // what is missing is kept, so that the verb says so
    private boolean fits(ManifestObject object, String selector) {
        var live = object.live(sight);
        return live == null || LabelTerms.fit(selector, live.path("metadata").path("labels"));
    }

    private ObjectName name(ManifestObject object) {
        var resource = object.resource();
        var usual = ResourceType.of(resource.resource());
        var type =
                sight.find(usual).filter(resource::equals).isPresent()
                        ? usual
                        : ResourceType.of(
                                "%s.%s.%s"
                                        .formatted(
                                                resource.plural(),
                                                resource.version(),
                                                resource.group()));
        try {
            return new ObjectName(type, object.name());
        } catch (InvalidName none) {
            throw new No(
                    object.name().isEmpty()
                            ? "%s holds a %s without a name, so it cannot be looked up."
                                    .formatted(object.file(), resource.kind())
                            : String.valueOf(none.getMessage()),
                    "error: resource name may not be empty\n");
        }
    }

    public List<ManifestObject> of(List<String> files) {
        var objects = new ArrayList<ManifestObject>();
        var earlier = new ArrayList<ObjectNode>();
        for (var file : files) {
            for (var wanted : ManifestText.objects(file, content(file))) {
                objects.add(object(wanted, file, earlier));
                earlier.add(wanted);
            }
        }
        return objects;
    }

    private String content(String file) {
        return sight.files().content(file).orElseThrow(() -> missing(file));
    }

    private static No missing(String file) {
        return new No(
                "There is no file called %s here. Attach it to the message, or put it into a code block of that name."
                        .formatted(file),
                "error: the path \"%s\" does not exist\n".formatted(file));
    }

    private Optional<ApiResource> found(ObjectNode wanted) {
        return Optional.ofNullable(
                resource(
                        "%s.%s.%s"
                                .formatted(
                                        wanted.path("kind").asString("").toLowerCase(Locale.ROOT),
                                        version(wanted),
                                        group(wanted))));
    }

    private static String version(ObjectNode wanted) {
        var apiVersion = wanted.path("apiVersion").asString("");
        return apiVersion.substring(apiVersion.indexOf('/') + 1);
    }

    private static String group(ObjectNode wanted) {
        var apiVersion = wanted.path("apiVersion").asString("");
        return apiVersion.substring(0, Math.max(0, apiVersion.indexOf('/')));
    }

    // enough to tell of it, where the cluster is not asked
    private static ApiResource unheardOf(ObjectNode wanted) {
        var kind = wanted.path("kind").asString("");
        var name = kind.toLowerCase(Locale.ROOT);
        return new ApiResource(
                group(wanted),
                version(wanted),
                name,
                name,
                List.of(),
                kind,
                false,
                List.of(),
                List.of());
    }

    private ManifestObject object(ObjectNode wanted, String file, List<ObjectNode> earlier) {
        var resource = found(wanted).orElseThrow(() -> unknown(wanted, file, earlier));
        if (Pods.name(wanted).isEmpty()
                && wanted.path("metadata").path("generateName").asString("").isEmpty()) {
            throw new No(
                    "%s holds a %s without a name.".formatted(file, resource.kind()),
                    "error: resource name may not be empty\n");
        }
        return new ManifestObject(resource, namespace(resource, wanted), wanted, file);
    }

    private No unknown(ObjectNode wanted, String file, List<ObjectNode> earlier) {
        var kind = wanted.path("kind").asString("");
        var apiVersion = wanted.path("apiVersion").asString("");
        var next =
                earlier.stream().anyMatch(object -> defines(object, kind, apiVersion))
                        ? "The manifest itself defines it, and the cluster takes such objects only"
                                + " once that is done: apply its CustomResourceDefinition by itself"
                                + " first, then all of it."
                        : "Look with kubectl api-resources for what it knows, or apply the"
                                + " CustomResourceDefinition of that kind first.";
        return new No(
                "Cluster %s knows no kind \"%s\" in version \"%s\". %s"
                        .formatted(sight.caller().cluster(), kind, apiVersion, next),
                "error: resource mapping not found for name: \"%s\" namespace: \"%s\" from \"%s\": no matches for kind \"%s\" in version \"%s\"\nensure CRDs are installed first\n"
                        .formatted(
                                Pods.name(wanted),
                                wanted.path("metadata").path("namespace").asString(""),
                                file,
                                kind,
                                apiVersion));
    }

    private static boolean defines(ObjectNode object, String kind, String apiVersion) {
        var spec = object.path("spec");
        return object.path("kind").asString("").equals("CustomResourceDefinition")
                && spec.path("names").path("kind").asString("").equals(kind)
                && apiVersion.startsWith(spec.path("group").asString("") + "/");
    }

    private @Nullable ApiResource resource(String type) {
        try {
            return sight.find(ResourceType.of(type)).orElse(null);
        } catch (InvalidName none) {
            return null;
        }
    }

    private @Nullable String namespace(ApiResource resource, ObjectNode wanted) {
        if (!resource.namespaced()) {
            return null;
        }
        var own = wanted.path("metadata").path("namespace").asString("");
        var asked = Sight.namespace(scope, resource);
        if (!own.isEmpty() && asked != null && !own.equals(asked) && !anyNamespace) {
            throw new No(
                    "%s %s is for namespace %s, and this would run in %s. Say -n %s, or take the namespace out of the manifest."
                            .formatted(resource.kind(), Pods.name(wanted), own, asked, own),
                    "error: the namespace from the provided object \"%s\" does not match the namespace \"%s\". You must pass '--namespace=%s' to perform this operation.\n"
                            .formatted(own, asked, own));
        }
        var namespace = own.isEmpty() ? asked : own;
        if (namespace == null) {
            throw new No("Name the namespace, as by -n shop: these objects live in one.");
        }
        wanted.withObject("metadata").put("namespace", namespace);
        return namespace;
    }
}
