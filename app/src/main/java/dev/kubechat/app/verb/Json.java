package dev.kubechat.app.verb;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value that came as JSON. Read by the streaming parser alone, since data binding would cost a small verb half its start. */
public sealed interface Json {

    record Text(String value) implements Json {}

    /** @param written as it stood there */
    record Numeral(String written, boolean whole) implements Json {}

    record Truth(boolean value) implements Json {}

    record Nothing() implements Json {}

    record Array(List<Json> values) implements Json {
        public Array {
            values = List.copyOf(values);
        }
    }

    record Members(Map<String, Json> byName) implements Json {
        public Members {
            byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
        }

        /** Empty if it is missing or null. */
        public Optional<Json> member(String name) {
            return Optional.ofNullable(byName.get(name))
                    .filter(value -> !(value instanceof Nothing));
        }

        /** @throws NotJson if there is something else than a text under that name */
        public Optional<String> text(String name) {
            return member(name).map(value -> text(name, value));
        }

        /** @throws NotJson if there is something else than a list of texts under that name */
        public List<String> texts(String name) {
            return member(name)
                    .map(value -> {
                        if (value instanceof Array array) {
                            return array.values().stream().map(one -> text(name, one)).toList();
                        }
                        throw new NotJson("\"%s\" must be a list of texts.".formatted(name));
                    })
                    .orElse(List.of());
        }

        private static String text(String name, Json value) {
            if (value instanceof Text text) {
                return text.value();
            }
            throw new NotJson("\"%s\" must be a text.".formatted(name));
        }
    }

    /** The message is a sentence for whoever wrote it. */
    final class NotJson extends RuntimeException {
        public NotJson(String sentence) {
            super(sentence, null, false, false);
        }

        public String sentence() {
            return String.valueOf(getMessage());
        }
    }

    /** @throws NotJson if it is none, or names a member twice */
    static Json read(String text) {
        return new JsonReader(text, false).document();
    }

    /** As {@link #read}; of members with the same name the last one counts. */
    static Json readLastOfTwins(String text) {
        return new JsonReader(text, true).document();
    }

    /** @throws NotJson if the text is no object */
    static Members object(String text) {
        if (read(text) instanceof Members members) {
            return members;
        }
        throw new NotJson("Each line must be a JSON object, such as {\"…\": \"…\"}.");
    }
}
