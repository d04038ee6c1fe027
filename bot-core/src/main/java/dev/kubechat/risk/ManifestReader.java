package dev.kubechat.risk;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From the text of a manifest, an override or a patch to what matters in it. Looks for the names of fields at any depth, so that
 * pods are found in templates, lists and custom resources too. Reads what kubectl would read more leniently as the worse.
 */
final class ManifestReader {

    private static final int MOST_DOCUMENTS = 200;
    private static final int MOST_TEXTS = 50;
    private static final int MOST_STEPS = 200_000;

    // kubectl's YAML knows more words for true than YAML 1.2 does
    private static final Set<String> YES = Set.of("true", "yes", "y", "on");
    private static final Pattern ZERO =
            Pattern.compile("[-+]?0[xXoObB]?[0_]*+(\\.0*+)?([eE][-+]?[0-9]{1,9})?");

    /** Part of every name that matters; a backslash may spell any of them. */
    private static final Pattern SUSPICIOUS =
            Pattern.compile(
                    "privilege|host(path|network|pid|ipc)|capabilities|runasuser|replicas|roleref|finalizers|\\\\",
                    Pattern.CASE_INSENSITIVE);

    private final boolean wholeOnly;
    private final List<Manifest.Named> objects = new ArrayList<>();
    private final EnumSet<Trait> traits = EnumSet.noneOf(Trait.class);
    private boolean readable = true;
    private int steps;

    /** @param wholeOnly whether each document has to be an object, and not a part of one */
    private ManifestReader(boolean wholeOnly) {
        this.wholeOnly = wholeOnly;
    }

    /** Files of whole objects. */
    static Manifest files(List<String> texts) {
        return read(texts, new ManifestReader(true));
    }

    /** Files of whole objects, or of what would be changed in one. */
    static Manifest objectsOrParts(List<String> texts) {
        return read(texts, new ManifestReader(false));
    }

    private static Manifest read(List<String> texts, ManifestReader reader) {
        if (texts.isEmpty()) {
            return Manifest.NONE;
        }
        reader.readable = texts.size() <= MOST_TEXTS;
        texts.stream().limit(MOST_TEXTS).forEach(reader::file);
        return reader.result();
    }

    /** A part of an object, as an override or a patch has it. */
    static Manifest part(String text) {
        if (!SUSPICIOUS.matcher(text).find()) {
            // nor would a text that no parser takes change anything
            return Manifest.NONE;
        }
        var reader = new ManifestReader(false);
        Optional<List<@Nullable Object>> documents = Yaml.documents(text);
        documents.ifPresent(all -> all.forEach(document -> reader.walk("", document, 0)));
        reader.readable &= documents.isPresent();
        return reader.result();
    }

    private Manifest result() {
        return new Manifest(objects, traits, readable);
    }

    private void file(String text) {
        Optional<List<@Nullable Object>> documents = Yaml.documents(text);
        if (documents.isEmpty() || documents.get().size() > MOST_DOCUMENTS) {
            readable = false;
            return;
        }
        documents.get().forEach(this::document);
    }

    private void document(@Nullable Object document) {
        if (document == null) {
            return;
        }
        if (document instanceof Map<?, ?> object && (wholeOnly || isObject(object))) {
            object(object, 0);
        } else {
            readable &= !wholeOnly;
        }
        walk("", document, 0);
    }

    private static boolean isObject(Map<?, ?> map) {
        return map.get("kind") instanceof String && map.get("apiVersion") instanceof String;
    }

    private void object(Map<?, ?> object, int depth) {
        if (!(object.get("kind") instanceof String kind)
                || !(object.get("apiVersion") instanceof String version)
                || depth > 3) {
            readable = false;
            return;
        }
        if (kind.endsWith("List") && object.get("items") instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof Map<?, ?> map) {
                    object(map, depth + 1);
                } else {
                    readable = false;
                }
            }
            return;
        }
        Map<?, ?> metadata = object.get("metadata") instanceof Map<?, ?> map ? map : Map.of();
        int slash = version.indexOf('/');
        objects.add(
                new Manifest.Named(
                        kind,
                        slash < 0 ? "" : version.substring(0, slash),
                        text(metadata.get("namespace")),
                        text(metadata.get("name"))));
        if (kind.equals("Secret")
                && text(object.get("type")).equals("kubernetes.io/service-account-token")) {
            traits.add(Trait.TOKEN);
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** @param key the name under which the value stands, empty for none */
    private void walk(String key, @Nullable Object value, int depth) {
        if (++steps > MOST_STEPS || depth > 100) {
            readable = false;
            return;
        }
        field(key, value);
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> walk(text(name), inner, depth + 1));
            step(map);
        } else if (value instanceof Iterable<?> list) {
            list.forEach(inner -> walk("", inner, depth + 1));
        }
    }

    /** A step of a JSON patch sets the last name of its path. */
    private void step(Map<?, ?> map) {
        if (map.get("op") instanceof String op && map.get("path") instanceof String path) {
            boolean brings = op.equals("copy") || op.equals("move");
            if (path.contains("finalizers") || text(map.get("from")).contains("finalizers")) {
                traits.add(Trait.FINALIZERS);
            }
            String[] names = path.split("/", -1);
            // what is brought from elsewhere is not known, so it is taken for the worst
            Object value = brings ? (Object) true : map.get("value");
            field(names[names.length - 1], value);
            if (names.length > 1 && value instanceof String) {
                // an entry of a list: /…/capabilities/add/-
                field(names[names.length - 2], List.of(value));
            }
        }
    }

    private void field(String key, @Nullable Object value) {
        switch (key) {
            case "privileged", "allowPrivilegeEscalation" -> has(Trait.PRIVILEGED, isTrue(value));
            case "hostNetwork" -> has(Trait.HOST_NETWORK, isTrue(value));
            case "hostPID" -> has(Trait.HOST_PID, isTrue(value));
            case "hostIPC" -> has(Trait.HOST_IPC, isTrue(value));
            case "hostPath" ->
                    has(
                            Trait.HOST_PATH,
                            value instanceof Map<?, ?> map && map.get("path") instanceof String);
            case "path" ->
                    // the path of a host path, where a patch sets it alone
                    has(
                            Trait.HOST_PATH,
                            value instanceof String path && path.endsWith("/hostPath/path"));
            case "add" -> has(Trait.CAPABILITIES, isCapabilities(value));
            case "runAsUser" -> has(Trait.ROOT, isZero(value));
            case "replicas" -> has(Trait.NO_REPLICAS, isZero(value));
            case "roleRef" ->
                    has(
                            Trait.CLUSTER_ADMIN,
                            value instanceof Map<?, ?> map
                                    && "cluster-admin".equals(map.get("name")));
            default -> {
                if (key.contains("finalizers")) {
                    traits.add(Trait.FINALIZERS);
                    has(Trait.NO_FINALIZERS, value == null || value.equals(List.of()));
                }
            }
        }
    }

    private void has(Trait trait, boolean yes) {
        if (yes) {
            traits.add(trait);
        }
    }

    private static boolean isTrue(@Nullable Object value) {
        return value != null && YES.contains(value.toString().toLowerCase(Locale.ROOT));
    }

    private static boolean isZero(@Nullable Object value) {
        return value instanceof Number number
                ? number.doubleValue() == 0
                : value instanceof String text && ZERO.matcher(text).matches();
    }

    /** A list of capabilities that gives more than the right to low ports. */
    private static boolean isCapabilities(@Nullable Object value) {
        return value instanceof List<?> names
                && names.stream()
                        .anyMatch(name ->
                                name instanceof String text
                                        && text.equals(text.toUpperCase(Locale.ROOT))
                                        && !text.equals("NET_BIND_SERVICE"));
    }
}
