package dev.kubechat.sandbox.cluster.api;

import dev.kubechat.sandbox.cluster.object.StatusError;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the few kinds that kubectl sends in protobuf and that hold nothing but text: reviews, evictions and delete options.
 * All else, and any field not known here, is refused.
 * @see <a href="https://kubernetes.io/docs/reference/using-api/api-concepts/#protobuf-encoding">protobuf encoding</a>
 */
final class Protobuf {
    static final String MEDIA_TYPE = "application/vnd.kubernetes.protobuf";
    private static final int MAGIC = 0x6b387300; // "k8s" and a zero
    private static final int VARINT = 0;
    private static final int BYTES = 2;

    /** A field's name and what it holds. */
    private record Field(String name, String holds) {}

    private static final String TEXT = "text";
    private static final String TEXTS = "texts";
    private static final String NUMBER = "number";
    private static final String SKIPPED = "skipped";

    private static final Map<String, Map<Integer, Field>> MESSAGES =
            Map.ofEntries(
                    Map.entry(
                            "Metadata",
                            Map.of(
                                    1, text("name"),
                                    2, text("generateName"),
                                    3, text("namespace"),
                                    4, skipped(),
                                    5, text("uid"),
                                    6, text("resourceVersion"),
                                    7, skipped(),
                                    8, skipped())),
                    Map.entry("SelfSubjectAccessReview", kind("AccessSpec")),
                    Map.entry("SubjectAccessReview", kind("AccessSpec")),
                    Map.entry(
                            "AccessSpec",
                            Map.of(
                                    1,
                                    new Field("resourceAttributes", "ResourceAttributes"),
                                    2,
                                    new Field("nonResourceAttributes", "PathAttributes"),
                                    3,
                                    text("user"),
                                    4,
                                    new Field("groups", TEXTS),
                                    6,
                                    text("uid"))),
                    Map.entry(
                            "ResourceAttributes",
                            Map.of(
                                    1,
                                    text("namespace"),
                                    2,
                                    text("verb"),
                                    3,
                                    text("group"),
                                    4,
                                    text("version"),
                                    5,
                                    text("resource"),
                                    6,
                                    text("subresource"),
                                    7,
                                    text("name"))),
                    Map.entry("PathAttributes", Map.of(1, text("path"), 2, text("verb"))),
                    Map.entry("SelfSubjectRulesReview", kind("RulesSpec")),
                    Map.entry("RulesSpec", Map.of(1, text("namespace"))),
                    Map.entry(
                            "SelfSubjectReview",
                            Map.of(1, new Field("metadata", "Metadata"), 2, skipped())),
                    Map.entry("TokenReview", kind("TokenSpec")),
                    Map.entry("TokenSpec", Map.of(1, text("token"))),
                    Map.entry(
                            "Eviction",
                            Map.of(
                                    1,
                                    new Field("metadata", "Metadata"),
                                    2,
                                    new Field("deleteOptions", "DeleteOptions"))),
                    Map.entry(
                            "DeleteOptions",
                            Map.of(
                                    1,
                                    new Field("gracePeriodSeconds", NUMBER),
                                    2,
                                    new Field("preconditions", "Preconditions"),
                                    4,
                                    text("propagationPolicy"),
                                    5,
                                    new Field("dryRun", TEXTS))),
                    Map.entry("Preconditions", Map.of(1, text("uid"), 2, text("resourceVersion"))),
                    Map.entry(
                            "Envelope",
                            Map.of(
                                    1,
                                    new Field("type", "TypeMeta"),
                                    2,
                                    new Field("raw", TEXT),
                                    3,
                                    skipped(),
                                    4,
                                    skipped())),
                    Map.entry("TypeMeta", Map.of(1, text("apiVersion"), 2, text("kind"))));

    private Protobuf() {}

    /** @throws StatusError 415 for what is not read here */
    static ObjectNode toJson(byte[] body) {
        try {
            var in = ByteBuffer.wrap(body);
            if (in.getInt() != MAGIC) {
                throw refused("something");
            }
            return object(in);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw StatusError.badRequest(
                    "the object provided is unrecognized: it is no valid protobuf");
        }
    }

    private static ObjectNode object(ByteBuffer in) {
        var type = JsonNodeFactory.instance.objectNode();
        var raw = ByteBuffer.allocate(0);
        while (in.hasRemaining()) {
            long tag = varint(in);
            var content = bytes(in);
            if (tag >>> 3 == 1) {
                read(content, "TypeMeta", type);
            } else if (tag >>> 3 == 2) {
                raw = content;
            }
        }
        var kind = type.path("kind").asString("");
        if (!Set.of(
                        "SelfSubjectAccessReview",
                        "SubjectAccessReview",
                        "SelfSubjectRulesReview",
                        "SelfSubjectReview",
                        "TokenReview",
                        "Eviction",
                        "DeleteOptions")
                .contains(kind)) {
            throw refused(kind.isEmpty() ? "something" : "a " + kind);
        }
        read(raw, kind, type);
        return type;
    }

    private static void read(ByteBuffer in, String message, ObjectNode into) {
        var fields = MESSAGES.getOrDefault(message, Map.of());
        while (in.hasRemaining()) {
            long tag = varint(in);
            var field = fields.get((int) (tag >>> 3));
            if (field == null) {
                throw refused("a %s with a field that it does not know".formatted(message));
            }
            switch ((int) (tag & 7)) {
                case VARINT -> {
                    long number = varint(in);
                    if (!field.holds().equals(SKIPPED)) {
                        into.put(field.name(), number);
                    }
                }
                case BYTES -> put(field, bytes(in), into);
                default -> throw refused("a " + message);
            }
        }
    }

    private static void put(Field field, ByteBuffer content, ObjectNode into) {
        switch (field.holds()) {
            case SKIPPED -> {}
            case TEXT -> {
                var text = StandardCharsets.UTF_8.decode(content).toString();
                if (!text.isEmpty()) {
                    into.put(field.name(), text);
                }
            }
            case TEXTS ->
                    into.withArray("/" + field.name())
                            .add(StandardCharsets.UTF_8.decode(content).toString());
            default -> read(content, field.holds(), into.putObject(field.name()));
        }
    }

    private static ByteBuffer bytes(ByteBuffer in) {
        int length = (int) Math.clamp(varint(in), 0L, Integer.MAX_VALUE);
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        var content = in.slice(in.position(), length);
        in.position(in.position() + length);
        return content;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number without an end");
    }

    private static Map<Integer, Field> kind(String spec) {
        return Map.of(
                1, new Field("metadata", "Metadata"), 2, new Field("spec", spec), 3, skipped());
    }

    private static Field text(String name) {
        return new Field(name, TEXT);
    }

    private static Field skipped() {
        return new Field("", SKIPPED);
    }

    private static StatusError refused(String what) {
        return StatusError.unsupportedMediaType(
                "This in-process cluster does not read %s in protobuf; send it as application/json (with kubectl: create -f)"
                        .formatted(what));
    }
}
