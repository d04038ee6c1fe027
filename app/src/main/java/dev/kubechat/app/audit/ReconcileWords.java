package dev.kubechat.app.audit;

import dev.kubechat.app.verb.WrongUse;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was typed behind {@code audit reconcile}.
 *
 * @param cluster null where the only one is meant
 * @param accounts whom KubeChat is to the cluster; empty where the log tells
 * @param settings as of serve, without dashes
 */
record ReconcileWords(
        List<Path> logs,
        @Nullable String cluster,
        Set<String> accounts,
        Duration skew,
        boolean json,
        Map<String, String> settings) {

    private static final Pattern SECONDS = Pattern.compile("([0-9]{1,5})s?");

    /** @throws WrongUse if the verb does not take these */
    static ReconcileWords of(List<String> words) {
        var reading = new Reading();
        for (var next = words.iterator(); next.hasNext(); ) {
            reading.word(next.next(), next);
        }
        if (reading.logs.isEmpty()) {
            throw new WrongUse(
                    "audit reconcile needs the API server's audit log: --kubernetes-audit FILE.");
        }
        return new ReconcileWords(
                List.copyOf(reading.logs),
                reading.cluster,
                Set.copyOf(reading.accounts),
                reading.skew,
                reading.json,
                reading.settings);
    }

    private static final class Reading {

        private final List<Path> logs = new ArrayList<>();
        private final Set<String> accounts = new HashSet<>();
        private final Map<String, String> settings = new LinkedHashMap<>();
        private @Nullable String cluster;
        private Duration skew = Duration.ofSeconds(5);
        private boolean json;

        void word(String word, Iterator<String> next) {
            var equals = word.indexOf('=');
            var name = equals < 0 ? word : word.substring(0, equals);
            if (word.equals("--json")) {
                json = true;
                return;
            }
            if (name.startsWith("--kubechat.") || name.startsWith("--spring.")) {
                settings.put(name.substring(2), value(name, word, equals, next));
                return;
            }
            switch (name) {
                case "--kubernetes-audit" -> logs.add(path(value(name, word, equals, next)));
                case "--cluster" -> cluster = value(name, word, equals, next);
                case "--account" -> accounts.add(value(name, word, equals, next));
                case "--clock-skew" -> skew = seconds(value(name, word, equals, next));
                default ->
                        throw new WrongUse(
                                "audit reconcile takes --kubernetes-audit, --cluster, --account, --clock-skew, --json and settings like serve's, --kubechat.database.url=…; %s is none of these."
                                        .formatted(word));
            }
        }

        private static String value(String name, String word, int equals, Iterator<String> next) {
            if (equals < 0 && !next.hasNext()) {
                throw new WrongUse("%s needs a value: %s=…".formatted(name, name));
            }
            return equals < 0 ? next.next() : word.substring(equals + 1);
        }

        private static Path path(String value) {
            try {
                return Path.of(value);
            } catch (InvalidPathException strange) {
                throw new WrongUse("--kubernetes-audit=%s is no path.".formatted(value));
            }
        }

        private static Duration seconds(String value) {
            var seconds = SECONDS.matcher(value);
            if (!seconds.matches()) {
                throw new WrongUse(
                        "--clock-skew=%s is no number of seconds, such as 5s.".formatted(value));
            }
            return Duration.ofSeconds(Long.parseLong(seconds.group(1)));
        }
    }
}
