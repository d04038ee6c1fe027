package dev.kubechat.sandbox.cluster.object;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One Kubernetes object. Its JSON is shared by everybody who holds the object, so it is changed only by {@link #edited}. */
public record KubeObject(ObjectNode json) {

    /** A copy to which {@code edit} was applied; this object stays as it is. */
    public KubeObject edited(Consumer<ObjectNode> edit) {
        var copy = json.deepCopy();
        edit.accept(copy);
        return new KubeObject(copy);
    }

    public ObjectKey key() {
        return new ObjectKey(namespace(), name());
    }

    public String name() {
        return text("/metadata/name");
    }

    /** Empty for an object of the cluster. */
    public String namespace() {
        return text("/metadata/namespace");
    }

    public String uid() {
        return text("/metadata/uid");
    }

    public String kind() {
        return text("/kind");
    }

    public String apiVersion() {
        return text("/apiVersion");
    }

    public String resourceVersion() {
        return text("/metadata/resourceVersion");
    }

    public boolean isBeingDeleted() {
        return json.at("/metadata/deletionTimestamp").isString();
    }

    public Map<String, String> labels() {
        return textMap(json.at("/metadata/labels"));
    }

    public String annotation(String key) {
        return json.path("metadata").path("annotations").path(key).asString("");
    }

    /** @param pointer a JSON pointer, as {@code /spec/nodeName} */
    public JsonNode at(String pointer) {
        return json.at(pointer);
    }

    /** The text there, or the empty text. */
    public String text(String pointer) {
        return json.at(pointer).asString("");
    }

    public int number(String pointer, int otherwise) {
        return json.at(pointer).asInt(otherwise);
    }

    public List<JsonNode> items(String pointer) {
        return List.copyOf(json.at(pointer).values());
    }

    public Optional<Instant> time(String pointer) {
        var text = text(pointer);
        return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    }

    public Instant created() {
        return time("/metadata/creationTimestamp").orElse(Instant.EPOCH);
    }

    /** The owner that manages this object, as its ownerReferences say. */
    public Optional<Owner> controller() {
        return owners().stream().filter(Owner::controller).findFirst();
    }

    public List<Owner> owners() {
        return items("/metadata/ownerReferences").stream().map(Owner::of).toList();
    }

    public static Map<String, String> textMap(JsonNode map) {
        var texts = new LinkedHashMap<String, String>();
        map.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString("")));
        return texts;
    }

    /** An entry of metadata.ownerReferences. */
    public record Owner(
            String apiVersion, String kind, String name, String uid, boolean controller) {
        static Owner of(JsonNode json) {
            return new Owner(
                    json.path("apiVersion").asString(""),
                    json.path("kind").asString(""),
                    json.path("name").asString(""),
                    json.path("uid").asString(""),
                    json.path("controller").asBoolean(false));
        }
    }
}
