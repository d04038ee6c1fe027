package dev.kubechat.execute.api;

import dev.kubechat.execute.api.Sight.No;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The objects of a manifest in YAML or JSON, several documents and lists taken apart. */
final class ManifestText {

    private static final int MOST_LETTERS = 1024 * 1024;
    private static final int MOST_ALIASES = 50;
    private static final int DEEPEST = 60;
    private static final int MOST_OBJECTS = 200;

    private ManifestText() {}

    /** @throws No if it cannot be read */
    static List<ObjectNode> objects(String name, String text) {
        if (text.length() > MOST_LETTERS) {
            throw new No("%s is longer than 1 MiB. Send it in smaller parts.".formatted(name));
        }
        var objects = new ArrayList<ObjectNode>();
        try {
            for (var document : yaml().loadAll(text)) {
                if (document != null) {
                    add(objects, name, Reply.JSON.valueToTree(plain(document)));
                }
            }
        } catch (YAMLException | StackOverflowError broken) {
            throw new No(
                    "%s is no YAML that can be read.".formatted(name),
                    "error: error parsing %s: error converting YAML to JSON\n".formatted(name));
        }
        return objects;
    }

    private static void add(List<ObjectNode> objects, String name, JsonNode node) {
        if (!(node instanceof ObjectNode object) || object.path("kind").asString("").isEmpty()) {
            throw new No(
                    "%s holds something that is no Kubernetes object: it has no kind."
                            .formatted(name),
                    "error: unable to decode \"%s\": Object 'Kind' is missing\n".formatted(name));
        }
        if (object.path("items").isArray() && object.path("kind").asString("").endsWith("List")) {
            object.path("items").forEach(item -> add(objects, name, item));
            return;
        }
        objects.add(object);
        if (objects.size() > MOST_OBJECTS) {
            throw new No(
                    "%s holds more than %d objects. Send it in smaller parts."
                            .formatted(name, MOST_OBJECTS));
        }
    }

    private static Yaml yaml() {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(MOST_LETTERS);
        options.setAllowDuplicateKeys(false);
        var dumper = new DumperOptions();
        return new Yaml(
                new SafeConstructor(options),
                new Representer(dumper),
                dumper,
                options,
                new WithoutTimes());
    }

    // a moment stays the text it is, as in Kubernetes
    private static final class WithoutTimes extends Resolver {
        @Override
        public void addImplicitResolver(
                Tag tag, java.util.regex.Pattern regexp, String first, int limit) {
            if (!tag.equals(Tag.TIMESTAMP)) {
                super.addImplicitResolver(tag, regexp, first, limit);
            }
        }
    }

    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            var plain = new LinkedHashMap<String, Object>();
            map.forEach((key, inner) ->
                    plain.put(
                            String.valueOf(key),
                            inner == null ? Reply.JSON.nullNode() : plain(inner)));
            return plain;
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(item -> item == null ? Reply.JSON.nullNode() : plain(item))
                    .toList();
        }
        return value;
    }
}
