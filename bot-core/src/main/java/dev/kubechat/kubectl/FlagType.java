package dev.kubechat.kubectl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The types of flags that kubectl uses: how each reads the next value, and what it then holds. Twins of pflag's. */
enum FlagType {
    STRING("string"),
    BOOL("bool"),
    TRISTATE("tristate"),
    INT("int"),
    INT32("int32"),
    INT64("int64"),
    DURATION("duration"),
    STRING_SLICE("stringSlice"),
    STRING_ARRAY("stringArray"),
    STRING_TO_STRING("stringToString"),
    MAP_STRING_STRING("mapStringString");

    private final String goName;

    FlagType(String goName) {
        this.goName = goName;
    }

    /** @throws IllegalArgumentException if the grammar has a type this version does not know */
    static FlagType of(String goName) {
        return Arrays.stream(values())
                .filter(type -> type.goName.equals(goName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown flag type " + goName));
    }

    /**
     * What the flag holds after one more value.
     *
     * @param before what it held; empty if it is met for the first time
     * @throws NotAValue if the text is no value of this type
     */
    List<String> read(List<String> before, String text) {
        return switch (this) {
            case STRING -> List.of(text);
            case BOOL, TRISTATE -> List.of(Boolean.toString(GoValues.bool(text)));
            case INT, INT64 -> List.of(Long.toString(GoValues.integer(text, 64)));
            case INT32 -> List.of(Long.toString(GoValues.integer(text, 32)));
            case DURATION -> List.of(GoDuration.show(GoDuration.nanos(text)));
            case STRING_SLICE -> plus(before, GoCsv.read(text));
            case STRING_ARRAY -> plus(before, List.of(text));
            case STRING_TO_STRING -> merged(before, GoValues.pairs(text));
            case MAP_STRING_STRING -> merged(before, GoValues.trimmedPairs(text));
        };
    }

    boolean isSwitch() {
        return this == BOOL || this == TRISTATE;
    }

    boolean isList() {
        return switch (this) {
            case STRING_SLICE, STRING_ARRAY, STRING_TO_STRING, MAP_STRING_STRING -> true;
            case STRING, BOOL, TRISTATE, INT, INT32, INT64, DURATION -> false;
        };
    }

    /** The values to write after {@code --flag=}, one a repetition, so that reading them gives the same again. */
    List<String> write(List<String> held) {
        return switch (this) {
            case STRING, BOOL, TRISTATE, INT, INT32, INT64, DURATION, STRING_ARRAY -> held;
            case STRING_SLICE -> List.of(GoCsv.write(held));
            case STRING_TO_STRING -> GoValues.writtenPairs(held);
            case MAP_STRING_STRING -> List.of(String.join(",", held));
        };
    }

    private static List<String> plus(List<String> before, List<String> more) {
        var all = new ArrayList<>(before);
        all.addAll(more);
        return all;
    }

    private static List<String> merged(List<String> before, Map<String, String> more) {
        var all = new TreeMap<String, String>();
        before.forEach(pair -> all.put(GoValues.key(pair), GoValues.value(pair)));
        all.putAll(more);
        return all.entrySet().stream().map(pair -> pair.getKey() + "=" + pair.getValue()).toList();
    }
}
