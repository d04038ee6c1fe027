package dev.kubechat.app.doctor;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The configuration as {@code serve} would see it, as far as it can be told without Spring: arguments, environment, files. Names are
 * compared without dashes and capitals; an index {@code [0]} is a name like any other.
 */
public final class Settings {

    private static final String LOCATION = "spring.config.additional-location";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^:{}]+)(?::([^{}]*))?}");
    private static final int DEEPEST = 5;

    private final Map<String, String> values;
    private final List<String> sources;
    private final List<String> problems;

    private Settings(Map<String, String> values, List<String> sources, List<String> problems) {
        this.values = values;
        this.sources = List.copyOf(sources);
        this.problems = List.copyOf(problems);
    }

    /**
     * @param arguments {@code --name=value}, the strongest
     * @param environment as the process has it
     * @param files read before, the weakest first
     */
    static Settings of(
            Map<String, String> arguments, Map<String, String> environment, SettingsFiles files) {
        var values = new LinkedHashMap<String, String>();
        files.values().forEach((name, value) -> values.put(plain(name), value));
        environment.forEach((name, value) -> values.put(plain(name.replace('_', '.')), value));
        arguments.forEach((name, value) -> values.put(plain(name), value));
        return new Settings(values, sources(arguments, environment, files), files.problems());
    }

    /**
     * From everywhere that {@code serve} would look.
     *
     * @param arguments {@code name=value} without dashes
     * @param folder that the process runs in
     */
    public static Settings asServeSees(
            Map<String, String> arguments, Map<String, String> environment, Path folder) {
        var told = of(arguments, environment, SettingsFiles.in(folder.resolve("nowhere"), ""));
        return of(
                arguments, environment, SettingsFiles.in(folder, told.value(LOCATION).orElse("")));
    }

    private static List<String> sources(
            Map<String, String> arguments, Map<String, String> environment, SettingsFiles files) {
        var own =
                environment.keySet().stream()
                        .filter(name -> name.startsWith("KUBECHAT_"))
                        .sorted()
                        .toList();
        return Stream.of(
                        arguments.isEmpty() ? Stream.<String>of() : Stream.of("arguments"),
                        own.isEmpty() ? Stream.<String>of() : Stream.of("environment"),
                        files.read().stream())
                .flatMap(some -> some)
                .toList();
    }

    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replace("-", "")
                .replace("_", "")
                .replace("[", ".")
                .replace("]", "");
    }

    /** Where something was found. */
    List<String> sources() {
        return sources;
    }

    /** A sentence for each file that could not be read. */
    List<String> problems() {
        return problems;
    }

    boolean isEmpty() {
        return values.keySet().stream().noneMatch(name -> name.startsWith("kubechat."));
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(plain(name)))
                .map(value -> filled(value, DEEPEST))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** A list given as {@code a,b} or as {@code [0]}, {@code [1]}, … */
    Set<String> all(String name) {
        String start = plain(name);
        return values.keySet().stream()
                .filter(key -> key.equals(start) || key.startsWith(start + "."))
                .flatMap(key -> value(key).stream())
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What stands directly below that name, like the indexes of a list. */
    Set<String> below(String name) {
        String start = plain(name) + ".";
        return values.keySet().stream()
                .filter(key -> key.startsWith(start))
                .map(key -> key.substring(start.length()).split("\\.", -1)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String filled(String value, int deep) {
        Matcher placeholder = PLACEHOLDER.matcher(value);
        if (deep == 0 || !placeholder.find()) {
            return value;
        }
        return filled(
                placeholder.replaceAll(found -> {
                    String known = values.get(plain(found.group(1).strip()));
                    String other = values.get(plain(found.group(1).strip().replace('_', '.')));
                    String said = known != null ? known : other != null ? other : found.group(2);
                    return Matcher.quoteReplacement(said == null ? "" : said);
                }),
                deep - 1);
    }
}
