package dev.kubechat.sandbox.cluster.api;

import dev.kubechat.sandbox.cluster.object.KubeObject;
import dev.kubechat.sandbox.cluster.object.ResourceType;
import dev.kubechat.sandbox.cluster.object.StatusError;
import dev.kubechat.sandbox.cluster.store.Listing;
import dev.kubechat.sandbox.cluster.table.Tables;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How a client wants to see objects, as its Accept header says. */
sealed interface View {
    String NOT_ACCEPTABLE =
            "406: Not Acceptable\n\n"
                    + "Available representations: application/json, application/json;stream=watch";

    ObjectNode one(KubeObject object, ResourceType type);

    ObjectNode list(Listing page, ResourceType type);

    /** Whole objects. */
    record Objects() implements View {
        @Override
        public ObjectNode one(KubeObject object, ResourceType type) {
            return object.json();
        }

        @Override
        public ObjectNode list(Listing page, ResourceType type) {
            var list = View.listOf(type.kind() + "List", type.groupVersion().toString(), page);
            page.objects()
                    .forEach(object ->
                            ((ArrayNode) list.path("items"))
                                    .add(
                                            object.edited(json ->
                                                            json.remove(
                                                                    List.of("kind", "apiVersion")))
                                                    .json()));
            return list;
        }
    }

    /** Rows for people. */
    record Table(Tables.Include include, InstantSource clock) implements View {
        @Override
        public ObjectNode one(KubeObject object, ResourceType type) {
            var table = Tables.table(type, List.of(object), include, clock.instant());
            table.withObject("/metadata").put("resourceVersion", object.resourceVersion());
            return table;
        }

        @Override
        public ObjectNode list(Listing page, ResourceType type) {
            var table = Tables.table(type, page.objects(), include, clock.instant());
            table.withObject("/metadata").put("resourceVersion", Long.toString(page.revision()));
            return table;
        }
    }

    /** Metadata only. */
    record Metadata() implements View {
        @Override
        public ObjectNode one(KubeObject object, ResourceType type) {
            return Tables.metadataOf(object);
        }

        @Override
        public ObjectNode list(Listing page, ResourceType type) {
            var list = View.listOf("PartialObjectMetadataList", "meta.k8s.io/v1", page);
            page.objects()
                    .forEach(object ->
                            ((ArrayNode) list.path("items")).add(Tables.metadataOf(object)));
            return list;
        }
    }

    /** @throws StatusError 406 if the client takes none of them */
    static View of(Call call, InstantSource clock) {
        var accept = call.header("accept");
        if (accept.isBlank()) {
            return new Objects();
        }
        return Arrays.stream(accept.split(","))
                .map(range -> range.replace(" ", ""))
                .flatMap(range -> view(range, call, clock).stream())
                .findFirst()
                .orElseThrow(() -> StatusError.notAcceptable(NOT_ACCEPTABLE));
    }

    private static java.util.Optional<View> view(String range, Call call, InstantSource clock) {
        var type = range.split(";", 2)[0];
        if (!List.of("application/json", "*/*", "application/*").contains(type)) {
            return java.util.Optional.empty();
        }
        if (!range.contains("as=")) {
            return java.util.Optional.of(new Objects());
        }
        if (!range.contains("v=v1;") && !range.endsWith("v=v1")) {
            return java.util.Optional.empty();
        }
        if (range.contains("as=Table")) {
            return java.util.Optional.of(new Table(include(call), clock));
        }
        return range.contains("as=PartialObjectMetadata")
                ? java.util.Optional.of(new Metadata())
                : java.util.Optional.empty();
    }

    private static Tables.Include include(Call call) {
        return switch (call.parameter("includeObject")) {
            case "None" -> Tables.Include.NONE;
            case "Object" -> Tables.Include.OBJECT;
            case "", "Metadata" -> Tables.Include.METADATA;
            default ->
                    throw StatusError.badRequest(
                            "Unable to convert to Table as requested: includeObject: Invalid value: \"%s\": must be 'Metadata', 'Object', 'None', or empty"
                                    .formatted(call.parameter("includeObject")));
        };
    }

    private static ObjectNode listOf(String kind, String apiVersion, Listing page) {
        var list =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("kind", kind)
                        .put("apiVersion", apiVersion);
        list.putObject("metadata").put("resourceVersion", Long.toString(page.revision()));
        list.putArray("items");
        return list;
    }
}
