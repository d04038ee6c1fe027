package dev.kubechat.risk;

import dev.kubechat.kubectl.ResourceType;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The words that rules are written in, and what each asks. */
final class Vocabulary {

    static final List<String> WORDS =
            List.of(
                    "verb",
                    "changes",
                    "types",
                    "breadth",
                    "scope",
                    "set",
                    "flag",
                    "matches",
                    "shows",
                    "program",
                    "objects",
                    "manifest",
                    "context");

    private Vocabulary() {}

    /** @throws InvalidRules if there is no such condition, or none with such a value */
    static Predicate<Facts> condition(String word, Object value) {
        return switch (word) {
            case "types" -> any(value, Vocabulary::type);
            case "breadth" -> any(value, breadth -> is(choice(Breadth.class, word, breadth)));
            case "scope" -> any(value, place -> facts -> facts.isIn(place));
            case "set" -> any(value, flag -> facts -> isSet(facts, flag));
            case "flag" -> flag(value);
            case "matches" -> matches(value);
            case "shows" -> any(value, Vocabulary::shows);
            case "program" -> any(value, kind -> starts(choice(Programs.Kind.class, word, kind)));
            case "objects" -> each(value, Vocabulary::objects);
            case "manifest" -> each(value, Vocabulary::manifest);
            case "context" -> any(value, Vocabulary::context);
            default ->
                    throw new InvalidRules(
                            "%s is no condition; there are %s."
                                    .formatted(word, String.join(", ", WORDS)));
        };
    }

    private interface Condition {
        Predicate<Facts> of(String value);
    }

    private static Predicate<Facts> any(Object values, Condition condition) {
        return some(strings(values)).stream()
                .map(condition::of)
                .reduce(Predicate::or)
                .orElseThrow();
    }

    static <C extends Collection<?>> C some(C values) {
        if (values.isEmpty()) {
            throw new InvalidRules("A list of conditions is empty.");
        }
        return values;
    }

    static List<String> strings(Object values) {
        return values instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(values));
    }

    /** @throws InvalidRules if it is neither true nor false */
    static boolean choice(String word, @Nullable Object value) {
        if (value instanceof Boolean choice) {
            return choice;
        }
        throw new InvalidRules("%s is true or false, and not %s.".formatted(word, value));
    }

    private static Predicate<Facts> type(String named) {
        if (named.endsWith("/*")) {
            String group = named.substring(0, named.length() - 2);
            return facts -> anyOf(facts.types(), type -> type.group().equals(group));
        }
        // a custom resource of the same plural in another group is another type, but judged alike:
        // better too high than too low
        ResourceType type = ResourceType.of(named);
        return facts ->
                anyOf(
                        facts.types(),
                        spoken ->
                                spoken.plural().equals(type.plural())
                                        && (spoken.group().equals(type.group())
                                                || !spoken.known()));
    }

    /** Asked for each line and many rules, so without a stream. */
    private static <T> boolean anyOf(List<T> all, Predicate<T> wanted) {
        for (T one : all) {
            if (wanted.test(one)) {
                return true;
            }
        }
        return false;
    }

    private static Predicate<Facts> is(Breadth breadth) {
        return facts -> facts.breadth() == breadth;
    }

    private static Predicate<Facts> starts(Programs.Kind kind) {
        return facts -> facts.program() == kind;
    }

    private static boolean isSet(Facts facts, String flag) {
        List<String> values = facts.flag(flag);
        return !values.isEmpty() && !values.equals(List.of("false")) && !values.equals(List.of(""));
    }

    private static Predicate<Facts> flag(Object value) {
        return each(
                value,
                (name, values) -> {
                    List<String> wanted = strings(values);
                    return facts -> anyOf(facts.flag(name), wanted::contains);
                });
    }

    private static Predicate<Facts> matches(Object value) {
        return each(
                value,
                (name, pattern) -> {
                    Pattern compiled = pattern(String.valueOf(pattern));
                    return facts ->
                            anyOf(values(facts, name), text -> compiled.matcher(text).find());
                });
    }

    private static List<String> values(Facts facts, String name) {
        return name.equals("words") ? facts.words() : facts.flag(name);
    }

    static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException wrong) {
            throw new InvalidRules("%s is no pattern: %s.".formatted(text, wrong.getDescription()));
        }
    }

    private static Predicate<Facts> shows(String what) {
        if (!what.equals("data")) {
            throw new InvalidRules("shows is data, and not %s.".formatted(what));
        }
        return Facts::showsData;
    }

    private static Predicate<Facts> objects(String name, Object value) {
        if (!name.equals("over") || !(value instanceof Integer most) || most < 0) {
            throw new InvalidRules(
                    "objects goes with a number, like {over: 20}, and not {%s: %s}."
                            .formatted(name, value));
        }
        return facts -> facts.objects() > most;
    }

    private static Predicate<Facts> manifest(String name, Object value) {
        return switch (name) {
            case "kinds" -> any(value, Vocabulary::kind);
            case "holds" -> any(value, trait -> holds(choice(Trait.class, name, trait)));
            case "namespace" -> any(value, place -> facts -> facts.manifest().isIn(place));
            case "readable" -> readable(value);
            default ->
                    throw new InvalidRules(
                            "manifest goes with kinds, holds, namespace or readable, and not %s."
                                    .formatted(name));
        };
    }

    /** {@code Secret}, {@code Role.rbac.authorization.k8s.io} or {@code rbac.authorization.k8s.io/*}. */
    private static Predicate<Facts> kind(String named) {
        Predicate<Manifest.Named> fits;
        if (named.endsWith("/*")) {
            String group = named.substring(0, named.length() - 2);
            fits = object -> object.group().equals(group);
        } else {
            int dot = named.indexOf('.');
            String kind = dot < 0 ? named : named.substring(0, dot);
            String group = dot < 0 ? "" : named.substring(dot + 1);
            fits = object -> object.kind().equals(kind) && object.group().equals(group);
        }
        return facts -> anyOf(facts.manifest().objects(), fits);
    }

    private static Predicate<Facts> holds(Trait trait) {
        return facts -> facts.manifest().traits().contains(trait);
    }

    private static Predicate<Facts> readable(Object value) {
        boolean readable = choice("readable", value);
        return facts -> facts.manifest().readable() == readable;
    }

    private interface Entry {
        Predicate<Facts> of(String name, Object value);
    }

    private static Predicate<Facts> each(Object map, Entry entry) {
        if (!(map instanceof Map<?, ?> entries) || entries.isEmpty()) {
            throw new InvalidRules(
                    "A flag goes with its values, like {replicas: \"0\"}, and not %s."
                            .formatted(map));
        }
        return entries.entrySet().stream()
                .map(one -> entry.of(String.valueOf(one.getKey()), one.getValue()))
                .reduce(Predicate::and)
                .orElseThrow();
    }

    private static Predicate<Facts> context(String word) {
        return switch (word) {
            case "production" -> Facts::inProduction;
            case "protected" -> facts -> facts.protectedNamespace().isPresent();
            default ->
                    throw new InvalidRules(
                            "context is production or protected, and not %s.".formatted(word));
        };
    }

    static <E extends Enum<E>> E choice(Class<E> choices, String word, String value) {
        String name = value.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidRules(
                                "%s is one of %s, and not %s."
                                        .formatted(
                                                word,
                                                Arrays.toString(choices.getEnumConstants())
                                                        .toLowerCase(Locale.ROOT)
                                                        .replace('_', '-'),
                                                value)));
    }
}
