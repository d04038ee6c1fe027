package dev.kubechat.sandbox.cluster.podlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The voices of {@code voices.yaml}, found by a word in the image's name. */
public final class Voices {
    private static final String SOURCE = "/dev/kubechat/sandbox/cluster/voices.yaml";
    private static final String ANY = "any";

    private final Map<String, Voice> byWord;
    private final Map<String, List<String>> lastWords;

    private Voices(Map<String, Voice> byWord, Map<String, List<String>> lastWords) {
        this.byWord = byWord;
        this.lastWords = lastWords;
    }

    public static Voices read() {
        try (var in = Voices.class.getResourceAsStream(SOURCE)) {
            var yaml = YAMLMapper.shared().readTree(in);
            var voices = new LinkedHashMap<String, Voice>();
            yaml.path("voices")
                    .properties()
                    .forEach(voice -> voices.put(voice.getKey(), voice(voice.getValue())));
            var words = new LinkedHashMap<String, List<String>>();
            yaml.path("lastWords")
                    .properties()
                    .forEach(ending -> words.put(ending.getKey(), texts(ending.getValue())));
            return new Voices(voices, words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Voice of(String image) {
        return byWord.entrySet().stream()
                .filter(voice -> image.contains(voice.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() ->
                        byWord.getOrDefault(
                                ANY,
                                new Voice(List.of(), List.of(), List.of(), Duration.ofMinutes(1))));
    }

    /** The voice of a run that ended as {@code ending} says: crash, oom, complete, fail. */
    public Voice ended(String image, String ending) {
        var words = lastWords.getOrDefault(ending, List.of());
        return ending.equals("complete") ? of(image).endingWith(words) : of(image).dyingWith(words);
    }

    private static Voice voice(JsonNode yaml) {
        return new Voice(
                texts(yaml.path("opening")),
                texts(yaml.path("lines")),
                List.of(),
                Duration.ofSeconds(yaml.path("everySeconds").asInt(10)));
    }

    private static List<String> texts(JsonNode list) {
        return list.values().stream().map(text -> text.asString("")).toList();
    }
}
