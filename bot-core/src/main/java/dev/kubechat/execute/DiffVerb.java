package dev.kubechat.execute;

import dev.kubechat.execute.Sight.No;
import dev.kubechat.kubectl.InvalidName;
import dev.kubechat.kubectl.ReadCommand.Diff;
import dev.kubechat.kubectl.ResourceType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code kubectl diff}: what applying attached manifests would change, told by the server itself in dry runs. */
final class DiffVerb {

    private static final String APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
    private static final String KIND = "x-kubernetes-group-version-kind";
    private static final String APPLY = "application/apply-patch+yaml";
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSSSSS xx", Locale.ROOT);

    private final Sight sight;
    private final Diff asked;
    private final AttachedFiles files;
    private final Instant now;

    DiffVerb(Sight sight, Diff asked, AttachedFiles files, Instant now) {
        this.sight = sight;
        this.asked = asked;
        this.files = files;
        this.now = now;
    }

    private record Target(ApiResource resource, @Nullable String namespace, ObjectNode wanted) {

        String name() {
            return Pods.name(wanted);
        }

        /** As kubectl calls the files it compares. */
        String file() {
            return (resource.group().isEmpty() ? "" : resource.group() + ".")
                    + "%s.%s.%s.%s"
                            .formatted(
                                    resource.version(),
                                    resource.kind(),
                                    namespace == null ? "" : namespace,
                                    name());
        }

        ApiPath path() {
            return ApiPath.of(resource, namespace).at(name());
        }
    }

    /** Ends with 1 where there are differences, and with 2 where something went wrong, as kubectl does. */
    Outcome.Printed print() {
        try {
            var texts = new TreeMap<String, String>();
            for (var target : targets()) {
                texts.put(target.file(), compared(target));
            }
            var text = String.join("", texts.values());
            return new Outcome.Printed(
                    text,
                    text.isEmpty() ? "Applying this would change nothing." : "",
                    "",
                    text.isEmpty() ? 0 : 1);
        } catch (No no) {
            return new Outcome.Printed("", no.sentence(), no.errors(), 2);
        }
    }

    private List<Target> targets() {
        if (asked.forceConflicts() && !asked.serverSide()) {
            throw No.saying("--force-conflicts only works with --server-side");
        }
        var targets = new ArrayList<Target>();
        for (var file : asked.files()) {
            var content =
                    files.content(file)
                            .orElseThrow(() ->
                                    new No(
                                            "There is no file called %s here. Attach it to the message, or put it into a code block of that name."
                                                    .formatted(file),
                                            "error: the path \"%s\" does not exist\n"
                                                    .formatted(file)));
            ManifestText.objects(file, content)
                    .forEach(object -> targets.add(target(object, file)));
        }
        if (targets.isEmpty()) {
            throw No.saying("no objects passed to apply");
        }
        return targets;
    }

    private Target target(ObjectNode wanted, String file) {
        var apiVersion = wanted.path("apiVersion").asString("");
        var slash = apiVersion.indexOf('/');
        var type =
                "%s.%s.%s"
                        .formatted(
                                wanted.path("kind").asString("").toLowerCase(Locale.ROOT),
                                apiVersion.substring(slash + 1),
                                slash < 0 ? "" : apiVersion.substring(0, slash));
        var resource = resource(type);
        if (resource == null) {
            throw new No(
                    "Cluster %s knows no kind \"%s\" in version \"%s\"."
                            .formatted(
                                    sight.caller().cluster(),
                                    wanted.path("kind").asString(""),
                                    apiVersion),
                    "error: resource mapping not found for name: \"%s\" namespace: \"%s\" from \"%s\": no matches for kind \"%s\" in version \"%s\"\nensure CRDs are installed first\n"
                            .formatted(
                                    Pods.name(wanted),
                                    wanted.path("metadata").path("namespace").asString(""),
                                    file,
                                    wanted.path("kind").asString(""),
                                    apiVersion));
        }
        if (Pods.name(wanted).isEmpty()) {
            throw No.saying("error: resource name may not be empty");
        }
        return new Target(resource, namespace(resource, wanted), wanted);
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
        var namespace = own.isEmpty() ? Sight.namespace(asked.scope(), resource) : own;
        wanted.withObject("metadata").put("namespace", namespace);
        return namespace;
    }

    private String compared(Target target) {
        var live = live(target);
        var merged = merged(target, live);
        var shown = Shown.of(live, merged);
        var hunks = UnifiedDiff.of(shown.from(), shown.to());
        if (hunks.isEmpty()) {
            return "";
        }
        return "diff -u -N LIVE/%s MERGED/%s\n--- LIVE/%s\t%s\n+++ MERGED/%s\t%s\n%s"
                .formatted(
                        target.file(),
                        target.file(),
                        target.file(),
                        time(now),
                        target.file(),
                        time(now),
                        hunks);
    }

    private static String time(Instant moment) {
        return TIME.format(moment.atOffset(ZoneOffset.UTC));
    }

    private @Nullable ObjectNode live(Target target) {
        var reply = sight.api().get(target.path());
        return reply.code() == 404 ? null : (ObjectNode) sight.answer(reply);
    }

    private ObjectNode merged(Target target, @Nullable ObjectNode live) {
        if (asked.serverSide()) {
            var manager =
                    asked.fieldManager().equals("kubectl-client-side-apply")
                            ? "kubectl"
                            : asked.fieldManager();
            return dryRun(
                    new Call(
                            "PATCH",
                            target.path()
                                    .with("fieldManager", manager)
                                    .with("force", String.valueOf(asked.forceConflicts())),
                            APPLY,
                            target.wanted().toString()));
        }
        if (live == null) {
            return dryRun(
                    new Call(
                            "POST",
                            ApiPath.of(target.resource(), target.namespace())
                                    .with("fieldManager", asked.fieldManager()),
                            Api.JSON,
                            target.wanted().toString()));
        }
        return dryRun(
                new Call(
                        "PATCH",
                        target.path().with("fieldManager", asked.fieldManager()),
                        MERGE_PATCH,
                        patch(target, live).toString()));
    }

    private ObjectNode dryRun(Call call) {
        return (ObjectNode) sight.answer(sight.api().answered(sight.api().call(call.dry())));
    }

    private ObjectNode patch(Target target, ObjectNode live) {
        var wanted = target.wanted().deepCopy();
        // annotations are always said, even where there are none, as kubectl does it
        wanted.withObject("metadata").withObject("annotations").remove(APPLIED);
        var document = document(target.resource());
        var merged =
                new ThreeWayMerge(document)
                        .merged(original(live), wanted, live, schema(document, wanted));
        return ThreeWayMerge.patch(live, merged);
    }

    private static JsonNode original(ObjectNode live) {
        var applied = live.path("metadata").path("annotations").path(APPLIED).asString("");
        try {
            return applied.isEmpty() ? MissingNode.getInstance() : Reply.JSON.readTree(applied);
        } catch (JacksonException noJson) {
            return MissingNode.getInstance();
        }
    }

    // custom resources have no keys to merge lists by, so theirs are replaced
    private JsonNode document(ApiResource resource) {
        var root = new ApiPath("/openapi/v3");
        var path =
                resource.group().isEmpty()
                        ? root.at("api").at(resource.version())
                        : root.at("apis").at(resource.group()).at(resource.version());
        var reply = sight.itself().any(path);
        return reply.ok() ? reply.json() : MissingNode.getInstance();
    }

    private static JsonNode schema(JsonNode document, JsonNode wanted) {
        var apiVersion = wanted.path("apiVersion").asString("");
        for (Map.Entry<String, JsonNode> schema :
                document.path("components").path("schemas").properties()) {
            for (var kind : schema.getValue().path(KIND)) {
                var group = kind.path("group").asString("");
                var version = kind.path("version").asString("");
                if (kind.path("kind").asString("").equals(wanted.path("kind").asString(""))
                        && apiVersion.equals(group.isEmpty() ? version : group + "/" + version)) {
                    return schema.getValue();
                }
            }
        }
        return MissingNode.getInstance();
    }

    /** Both sides as YAML, without credentials (P9); of a Secret it shows which values change, and none of them. */
    private record Shown(String from, String to) {

        static Shown of(@Nullable ObjectNode live, ObjectNode merged) {
            var before = live == null ? null : live.path("data");
            var after = merged.path("data");
            var secret =
                    merged.path("kind").asString("").equals("Secret")
                            && merged.path("apiVersion").asString("").equals("v1");
            return new Shown(
                    live == null || before == null
                            ? ""
                            : text(live, secret ? starred(before, after, "*** (before)") : null),
                    text(
                            merged,
                            secret
                                    ? starred(
                                            after,
                                            before == null ? MissingNode.getInstance() : before,
                                            "*** (after)")
                                    : null));
        }

        private static @Nullable ObjectNode starred(JsonNode data, JsonNode other, String changed) {
            if (!(data instanceof ObjectNode values)) {
                return null;
            }
            var starred = Reply.JSON.createObjectNode();
            values.properties()
                    .forEach(entry ->
                            starred.put(
                                    entry.getKey(),
                                    other.has(entry.getKey())
                                                    && !other.path(entry.getKey())
                                                            .equals(entry.getValue())
                                            ? changed
                                            : "***"));
            return starred;
        }

        private static String text(ObjectNode object, @Nullable ObjectNode data) {
            var masked = (ObjectNode) Masking.object(object);
            if (data != null) {
                masked.set("data", data);
            }
            if (masked.path("metadata") instanceof ObjectNode metadata) {
                metadata.remove("managedFields");
            }
            return YamlText.yaml(masked);
        }
    }
}
