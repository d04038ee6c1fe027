package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Seen;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.kubectl.ChangeCommand.Patch;
import java.util.List;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** {@code kubectl patch}: the server says what the patch comes to, and that is what is shown, approved and sent. */
final class PatchVerb {

    private static final int LONGEST = 256 * 1024;

    private final Sight sight;
    private final Alteration alteration;
    private final Patch patch;

    PatchVerb(Sight sight, Alteration alteration, Patch patch) {
        this.sight = sight;
        this.alteration = alteration;
        this.patch = patch;
    }

    /** @throws No if the patch is none or the server refuses it */
    List<Planning> plan() {
        var json = json(text());
        return new Chosen(sight, patch.local())
                .each(
                        patch.selection(),
                        patch.scope(),
                        seen -> patch.local() ? locally(seen, json) : plan(seen, json.toString()));
    }

    private Planning locally(Seen seen, JsonNode json) {
        return alteration.between(
                seen,
                seen.object(),
                LocalPatch.of(sight, seen, patch.type(), json),
                new Alteration.Asked(
                        "",
                        seen.called() + " patched",
                        seen.called() + " patched (no change)",
                        null));
    }

    private String text() {
        var file = patch.patchFile();
        if (file == null) {
            return Objects.requireNonNull(patch.patch());
        }
        return sight.files()
                .content(file)
                .orElseThrow(() ->
                        ConfigEntries.missing(
                                file,
                                "unable to read patch file: open %s: no such file or directory"
                                        .formatted(file)));
    }

    private Planning plan(Seen seen, String json) {
        var subresource = patch.subresource();
        // what comes back of a scale is a scale
        var called =
                "scale".equals(subresource) ? "scale.autoscaling/" + seen.name() : seen.called();
        return alteration.change(
                seen,
                contentType(),
                json,
                subresource == null ? "" : subresource,
                called + " patched",
                called + " patched (no change)");
    }

    private String contentType() {
        return switch (patch.type()) {
            case STRATEGIC -> Alteration.STRATEGIC;
            case MERGE -> Alteration.MERGE;
            case JSON -> Api.JSON_PATCH;
        };
    }

    /** JSON as it is, or YAML without anything that only YAML has. */
    private static JsonNode json(String text) {
        try {
            return Reply.JSON.readTree(text);
        } catch (JacksonException noJson) {
            return yaml(text);
        }
    }

    private static JsonNode yaml(String text) {
        try {
            var settings =
                    LoadSettings.builder()
                            .setCodePointLimit(LONGEST)
                            .setMaxAliasesForCollections(10)
                            .build();
            return Reply.JSON.valueToTree(new Load(settings).loadFromString(text));
        } catch (YamlEngineException | JacksonException | IllegalArgumentException unreadable) {
            throw new No(
                    "The patch is neither JSON nor YAML. Write it like {\"spec\": {\"paused\":"
                            + " true}}.",
                    "error: unable to parse \"%s\": yaml: invalid\n".formatted(text));
        }
    }
}
