package dev.kubechat.execute.read;

import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.ApplyPatch;
import dev.kubechat.execute.api.Call;
import dev.kubechat.execute.api.ManifestObject;
import dev.kubechat.execute.api.ManifestObjects;
import dev.kubechat.execute.api.Masking;
import dev.kubechat.execute.api.Outcome;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.execute.api.YamlText;
import dev.kubechat.kubectl.ReadCommand.Diff;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code kubectl diff}: what applying attached manifests would change, told by the server itself in dry runs. */
final class DiffVerb {

    private static final String APPLY = "application/apply-patch+yaml";
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSSSSS xx", Locale.ROOT);

    private final Sight sight;
    private final Diff asked;
    private final Instant now;

    DiffVerb(Sight sight, Diff asked, Instant now) {
        this.sight = sight;
        this.asked = asked;
        this.now = now;
    }

    /** As kubectl calls the files it compares. */
    private static String file(ManifestObject target) {
        var resource = target.resource();
        return (resource.group().isEmpty() ? "" : resource.group() + ".")
                + "%s.%s.%s.%s"
                        .formatted(
                                resource.version(),
                                resource.kind(),
                                target.namespace() == null ? "" : target.namespace(),
                                target.name());
    }

    /** Ends with 1 where there are differences, and with 2 where something went wrong, as kubectl does. */
    Outcome.Printed print() {
        try {
            var texts = new TreeMap<String, String>();
            for (var target : targets()) {
                texts.put(file(target), compared(target));
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

    private List<ManifestObject> targets() {
        if (asked.forceConflicts() && !asked.serverSide()) {
            throw No.saying("--force-conflicts only works with --server-side");
        }
        var targets = new ManifestObjects(sight, asked.scope(), true).of(asked.files());
        targets.stream()
                .filter(target -> target.name().isEmpty())
                .findFirst()
                .ifPresent(_ -> {
                    throw No.saying("error: resource name may not be empty");
                });
        return targets;
    }

    private String compared(ManifestObject target) {
        var live = target.live(sight);
        var merged = merged(target, live);
        var shown = Shown.of(live, merged);
        var hunks = UnifiedDiff.of(shown.from(), shown.to());
        if (hunks.isEmpty()) {
            return "";
        }
        return "diff -u -N LIVE/%s MERGED/%s\n--- LIVE/%s\t%s\n+++ MERGED/%s\t%s\n%s"
                .formatted(
                        file(target),
                        file(target),
                        file(target),
                        time(now),
                        file(target),
                        time(now),
                        hunks);
    }

    private static String time(Instant moment) {
        return TIME.format(moment.atOffset(ZoneOffset.UTC));
    }

    private ObjectNode merged(ManifestObject target, @Nullable ObjectNode live) {
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
                        ApplyPatch.of(sight, target, live).toString()));
    }

    private ObjectNode dryRun(Call call) {
        return (ObjectNode) sight.answer(sight.api().answered(sight.api().call(call.dry())));
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
