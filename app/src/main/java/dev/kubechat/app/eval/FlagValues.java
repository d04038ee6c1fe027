package dev.kubechat.app.eval;

import dev.kubechat.app.verb.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes one spelling of each flag's values, and leaves out those that say nothing. */
final class FlagValues {

    private static final Set<String> DURATIONS =
            Set.of("since", "timeout", "request-timeout", "pod-running-timeout", "duration");
    private static final Set<String> LISTS =
            Set.of(
                    "filename",
                    "label-columns",
                    "types",
                    "verb",
                    "resource",
                    "resource-name",
                    "prune-allowlist",
                    "prune-whitelist",
                    "verbs",
                    "address",
                    "env",
                    "labels",
                    "limits",
                    "requests",
                    "hard",
                    "namespaces",
                    "auth-provider-arg",
                    "keys",
                    "as-group");
    private static final Set<String> REPEATED =
            Set.of(
                    "from-literal",
                    "from-file",
                    "from-env-file",
                    "image",
                    "user",
                    "group",
                    "serviceaccount",
                    "annotation",
                    "rule",
                    "tcp",
                    "audience",
                    "exec-arg",
                    "exec-env",
                    "overrides",
                    "set-image");
    private static final Set<String> SELECTORS =
            Set.of("selector", "field-selector", "pod-selector");
    private static final Map<String, String> OLD_NAMES =
            Map.of(
                    "delete-local-data", "delete-emptydir-data",
                    "prune-whitelist", "prune-allowlist");

    private static final String AMOUNT = "([0-9]+(?:\\.[0-9]+)?)";
    private static final Pattern DURATION =
            Pattern.compile("(?:%sh)?(?:%sm)?(?:%ss)?".formatted(AMOUNT, AMOUNT, AMOUNT));
    private static final Pattern SET =
            Pattern.compile(
                    "([^%1$s]+)[%1$s]+(in|notin)[%1$s]*\\((.*)\\)".formatted(Blanks.CLASS),
                    Pattern.DOTALL);
    private static final Pattern OPERATOR =
            Pattern.compile("[%1$s]*(==|!=|=)[%1$s]*".formatted(Blanks.CLASS));
    private static final int DIGITS = 6;

    private final String verb;
    private final Map<String, String> single = new TreeMap<>();
    private final Map<String, TreeSet<String>> multiple = new TreeMap<>();

    private FlagValues(String verb) {
        this.verb = verb;
    }

    static SortedMap<String, String> of(String verb, List<Map.Entry<String, String>> flags) {
        var values = new FlagValues(verb);
        flags.forEach(flag -> values.take(flag.getKey(), flag.getValue()));
        return values.together();
    }

    private void take(String written, String said) {
        String name = OLD_NAMES.getOrDefault(written, written);
        String value = said;
        if (name.equals("now") && value.equals("true") && verb.equals("delete")) {
            name = "grace-period";
            value = "1";
        }
        if (name.equals("cpu-percent") && verb.equals("autoscale")) {
            name = "cpu";
            value = trimmed(value, "", "%") + "%";
        }
        value = one(name, value);
        if (LISTS.contains(name)) {
            multiple.computeIfAbsent(name, _ -> new TreeSet<>()).addAll(atCommas(value));
        } else if (REPEATED.contains(name)) {
            multiple.computeIfAbsent(name, _ -> new TreeSet<>()).add(value);
        } else {
            single.put(name, value);
        }
    }

    private String one(String name, String value) {
        if (SELECTORS.contains(name)) {
            return selector(value);
        }
        if (DURATIONS.contains(name)) {
            return duration(value);
        }
        return switch (name) {
            case "patch" -> patch(value);
            case "sort-by" -> trimmed(trimmed(value, "{}'\" ", "{}'\" "), ".", "");
            case "for" -> awaited(value);
            case "filename", "kustomize" ->
                    atCommas(value).stream().map(FlagValues::path).collect(Collectors.joining(","));
            case "output" -> Blanks.stripped(value);
            case "from" -> value.contains("/") ? typeAndName(value) : value;
            default -> value;
        };
    }

    private String awaited(String value) {
        if (verb.equals("events")) {
            return typeAndName(value);
        }
        if (!verb.equals("wait")) {
            return value;
        }
        String said = Blanks.stripped(value);
        String low = said.toLowerCase(Locale.ROOT);
        if (low.startsWith("condition=")) {
            return low.endsWith("=true") ? low.substring(0, low.length() - 5) : low;
        }
        return low.equals("delete") || low.equals("create") ? low : said;
    }

    private static String typeAndName(String word) {
        var target = Target.of(word, "pod");
        return target.type() + "/" + target.name();
    }

    private static String path(String said) {
        String path = said.length() > 2 && said.startsWith("./") ? said.substring(2) : said;
        return path.length() > 1 && path.endsWith("/")
                ? path.substring(0, path.length() - 1)
                : path;
    }

    private SortedMap<String, String> together() {
        var all = new TreeMap<String, String>();
        single.forEach((name, value) -> {
            boolean bothMean = verb.equals("api-resources") && name.equals("namespaced");
            if (bothMean || !value.equals(FlagNames.usual(verb, name))) {
                all.put(name, value);
            }
        });
        if ("true".equals(all.get("all-namespaces"))) {
            all.remove("namespace");
        }
        multiple.forEach((name, values) ->
                all.put(name, String.join(",", name.equals("types") ? types(values) : values)));
        return all;
    }

    private Set<String> types(Set<String> values) {
        return verb.equals("events")
                ? values.stream()
                        .map(FlagValues::capital)
                        .collect(Collectors.toCollection(TreeSet::new))
                : values;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT)
                + word.substring(1).toLowerCase(Locale.ROOT);
    }

    /** Without those signs at its start and at its end. */
    private static String trimmed(String text, String start, String end) {
        int from = 0;
        int to = text.length();
        while (from < to && start.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (from < to && end.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Cut at commas that stand outside brackets. */
    static List<String> atCommas(String text) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ',';
            if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0) {
                depth--;
            }
            if (i == text.length() || (c == ',' && depth <= 0)) {
                parts.add(Blanks.stripped(text.substring(from, i)));
                from = i + 1;
            }
        }
        parts.removeIf(String::isEmpty);
        return parts;
    }

    private static String selector(String text) {
        return atCommas(text).stream()
                .map(FlagValues::requirement)
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static String requirement(String text) {
        var set = SET.matcher(text);
        if (!set.matches()) {
            return OPERATOR.matcher(text).replaceAll("$1").replace("==", "=");
        }
        List<String> values =
                List.of(set.group(3).split(",", -1)).stream()
                        .map(Blanks::stripped)
                        .sorted()
                        .toList();
        return values.size() == 1
                ? set.group(1) + (set.group(2).equals("in") ? "=" : "!=") + values.getFirst()
                : "%s %s (%s)".formatted(set.group(1), set.group(2), String.join(",", values));
    }

    /** In seconds, with six digits. */
    private static String duration(String value) {
        if (value.equals("0")) {
            return "0s";
        }
        var parts = DURATION.matcher(value);
        if (value.isEmpty() || value.length() > 300 || !parts.matches()) {
            return value;
        }
        double total =
                amount(parts.group(1)) * 3600
                        + amount(parts.group(2)) * 60
                        + amount(parts.group(3));
        if (total == 0 || Double.isInfinite(total)) {
            return total == 0 ? "0s" : "infs";
        }
        var rounded =
                new BigDecimal(total)
                        .round(new MathContext(DIGITS, RoundingMode.HALF_EVEN))
                        .stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        return exponent < -4 || exponent >= DIGITS
                ? "%se%ds".formatted(rounded.unscaledValue(), exponent)
                : rounded.toPlainString() + "s";
    }

    private static double amount(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Double.parseDouble(digits);
    }

    private static String patch(String text) {
        try {
            return written(Json.readLastOfTwins(text));
        } catch (Json.NotJson noJson) {
            return Blanks.stripped(text);
        }
    }

    private static String written(Json value) {
        return switch (value) {
            case Json.Text text ->
                    "\"" + text.value().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
            case Json.Numeral number ->
                    number.whole()
                            ? new BigInteger(number.written()).toString()
                            : Double.toString(Double.parseDouble(number.written()));
            case Json.Truth truth -> Boolean.toString(truth.value());
            case Json.Nothing _ -> "null";
            case Json.Array array ->
                    array.values().stream()
                            .map(FlagValues::written)
                            .collect(Collectors.joining(",", "[", "]"));
            case Json.Members members ->
                    new TreeMap<>(members.byName())
                            .entrySet().stream()
                                    .map(one ->
                                            written(new Json.Text(one.getKey()))
                                                    + ":"
                                                    + written(one.getValue()))
                                    .collect(Collectors.joining(",", "{", "}"));
        };
    }
}
