package dev.kubechat.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads YAML, and JSON as a part of it, that a stranger wrote: with limits that hold before anything is built up. */
final class Yaml {

    private static final int MOST_CHARACTERS = 1024 * 1024;
    private static final int DEEPEST = 64;
    private static final int MOST_NODES = 50_000;
    private static final int MOST_ALIASES = 20;

    private static final LoadSettings SETTINGS =
            LoadSettings.builder()
                    .setAllowDuplicateKeys(false)
                    .setAllowRecursiveKeys(false)
                    .setMaxAliasesForCollections(MOST_ALIASES)
                    .setCodePointLimit(MOST_CHARACTERS)
                    .setUseMarks(false)
                    .build();

    private Yaml() {}

    /** The documents; nothing if they are no YAML, or more, deeper or more knotted than a person would write. */
    static Optional<List<@Nullable Object>> documents(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        try {
            if (!isModest(text)) {
                return Optional.empty();
            }
            var documents = new ArrayList<@Nullable Object>();
            new Load(SETTINGS).loadAllFromString(text).forEach(documents::add);
            return Optional.of(documents);
        } catch (YamlEngineException | IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    /** Looks at the events only, so that a deep or knotted document is never put together. */
    private static boolean isModest(String text) {
        int depth = 0;
        int nodes = 0;
        int aliases = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                case Alias -> aliases++;
                default -> {}
            }
            nodes++;
            if (depth > DEEPEST || nodes > MOST_NODES || aliases > MOST_ALIASES) {
                return false;
            }
        }
        return true;
    }
}
