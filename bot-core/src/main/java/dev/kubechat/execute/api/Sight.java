package dev.kubechat.execute.api;

import dev.kubechat.cluster.Caller;
import dev.kubechat.cluster.ClusterBusy;
import dev.kubechat.cluster.ClusterUnavailable;
import dev.kubechat.kubectl.ObjectName;
import dev.kubechat.kubectl.ResourceType;
import dev.kubechat.kubectl.Scope;
import dev.kubechat.kubectl.Selection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A cluster as one caller sees it: finds types and reads objects in the caller's name. */
public final class Sight {

    private final Api api;
    private final Discovery discovery;
    private final Caller caller;
    private final AttachedFiles files;
    private final Set<String> warnings = new LinkedHashSet<>();

    public Sight(Api api, Discovery discovery, Caller caller) {
        this(api, discovery, caller, AttachedFiles.none());
    }

    /** @param files what the command may take out of files */
    public Sight(Api api, Discovery discovery, Caller caller, AttachedFiles files) {
        this.files = files;
        this.api = api;
        this.discovery = discovery;
        this.caller = caller;
    }

    public Api api() {
        return api;
    }

    public AttachedFiles files() {
        return files;
    }

    /** The API in KubeChat's own name, for what a server tells everybody alike. */
    public Api itself() {
        return discovery.itself(caller.cluster());
    }

    /** Keeps what the server says beside an answer, for whoever asked; each once. */
    public void warned(Reply reply) {
        warnings.addAll(Warnings.shown(reply.warnings()));
    }

    /** Keeps what kubectl itself warns of. */
    public void warn(String warning) {
        warnings.add(warning);
    }

    /** In order. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    public Optional<ApiResource> find(ResourceType type) {
        return discovery.find(caller.cluster(), type);
    }

    public Caller caller() {
        return caller;
    }

    /** @throws No if the cluster has no such type */
    public ApiResource resource(ResourceType type) {
        return discovery
                .find(caller.cluster(), type)
                .orElseThrow(() ->
                        new No(
                                Refusals.unknownType(type, caller),
                                "error: the server doesn't have a resource type \"%s\"\n"
                                        .formatted(type.plural())));
    }

    /** The resources of that category, like {@code all}; empty where the cluster has no such one. */
    public List<ApiResource> category(String name) {
        return discovery.category(caller.cluster(), name);
    }

    /** The built-in resource, which every cluster has. */
    public ApiResource builtIn(String plural) {
        return resource(ResourceType.of(plural));
    }

    public static @Nullable String namespace(Scope scope, ApiResource resource) {
        if (!resource.namespaced()) {
            return null;
        }
        return switch (scope) {
            case Scope.In(var namespace) -> namespace.value();
            case Scope.Everywhere _ -> null;
            case Scope.Unsaid _ ->
                    throw new IllegalArgumentException("the command has no namespace yet");
        };
    }

    /** @throws No if the server refuses it, or has no such object */
    public JsonNode object(ObjectName object, Scope scope) {
        var resource = resource(object.type());
        return read(resource, namespace(scope, resource), object.name(), Api.JSON);
    }

    public JsonNode read(
            ApiResource resource, @Nullable String namespace, String name, String accept) {
        if (resource.namespaced() && namespace == null) {
            throw new No(
                    "Name the namespace: one object is looked for in one namespace, as by -n"
                            + " shop.");
        }
        return answer(
                api.get(ApiPath.of(resource, namespace).at(name), accept),
                resource,
                namespace,
                name);
    }

    /**
     * The objects that manifests hold, by name; a selector goes by the labels that they have now.
     *
     * @throws No if a file is missing, cannot be read, or holds what this cluster or namespace cannot
     */
    public List<ObjectName> names(Selection.InFiles manifests, Scope scope) {
        return new ManifestObjects(this, scope, false).names(manifests, true);
    }

    /** @throws No if the server refuses it */
    public JsonNode list(ApiPath path) {
        return answer(api.get(path));
    }

    public JsonNode answer(Reply reply) {
        if (reply.ok()) {
            return reply.json();
        }
        if (reply.code() == 403) {
            throw new Unseen(
                    Refusals.forbidden(reply, caller),
                    reply.asKubectlSaysIt(),
                    () -> Refusals.granting(reply, api));
        }
        throw new No(Refusals.other(reply, caller), reply.asKubectlSaysIt());
    }

    private JsonNode answer(
            Reply reply, ApiResource resource, @Nullable String namespace, String name) {
        if (reply.code() == 404) {
            throw new Gone(
                    Refusals.missing(resource, name, namespace, caller),
                    reply.asKubectlSaysIt(),
                    () -> NearestNames.sentence(api, resource, namespace, name));
        }
        return answer(reply);
    }

    /** Ends a verb with a sentence for people; the doors of this package make a value of it. */
    public static class No extends RuntimeException {

        private final String errors;
        private final transient Supplier<String> advice;

        public No(String sentence) {
            this(sentence, "error: " + sentence + "\n");
        }

        /** For verbs that do not take their objects out of manifests. */
        public static No ofFiles(Selection.InFiles files) {
            return new No(
                    "This verb does not take its objects out of a manifest here yet (%s). Name them, like deployment/checkout."
                            .formatted(files.manifests()));
        }

        /** In kubectl's own words, of which people get the same. */
        public static No saying(String words) {
            return new No(sentenceOf(words), "error: " + words + "\n");
        }

        private static String sentenceOf(String words) {
            var begun = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
            return begun.endsWith(".") ? begun : begun + ".";
        }

        /** @param errors what kubectl writes to standard error in this case, whole lines */
        public No(String sentence, String errors) {
            this(sentence, errors, () -> "");
        }

        /** @param advice one more sentence for people, made when it is asked for; it may ask the cluster */
        public No(String sentence, String errors, Supplier<String> advice) {
            super(sentence, null, false, false);
            this.errors = errors;
            this.advice = advice;
        }

        public String sentence() {
            return String.valueOf(getMessage());
        }

        public String errors() {
            return errors;
        }

        public Supplier<String> laterAdvice() {
            return advice;
        }

        /** As it is, with no more asked of the cluster. */
        public Outcome.Refused outcome() {
            return new Outcome.Refused(sentence(), errors);
        }

        /** With advice for a person. A cluster that does not answer now gives none. */
        public Outcome.Refused advised() {
            return new Outcome.Refused((sentence() + " " + advice()).strip(), errors);
        }

        private String advice() {
            try {
                return advice.get();
            } catch (ClusterUnavailable | ClusterBusy | No none) {
                return "";
            }
        }
    }

    /** Of what the caller may not read. */
    public static final class Unseen extends No {

        Unseen(String sentence, String errors, Supplier<String> advice) {
            super(sentence, errors, advice);
        }
    }

    /** Of an object that is not there, or not any more. */
    public static final class Gone extends No {

        /** @param errors what kubectl writes to standard error in this case, whole lines */
        public Gone(String sentence, String errors) {
            super(sentence, errors);
        }

        /** @param advice one more sentence for people, made when it is asked for; it may ask the cluster */
        public Gone(String sentence, String errors, Supplier<String> advice) {
            super(sentence, errors, advice);
        }
    }
}
