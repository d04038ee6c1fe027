package dev.kubechat.audit;

import dev.kubechat.audit.Actor.Bot;
import dev.kubechat.audit.Actor.Human;
import dev.kubechat.audit.Actor.Stranger;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An event as the bytes that are kept: canonical JSON, every value a string. */
final class EventJson {
    private static final JsonMapper READER = JsonMapper.shared();

    private EventJson() {}

    /** The text before and after the time, which PostgreSQL fills in. */
    record Halves(String before, String after) {}

    /** The time stands second: "actor" and "at" come before all other names. */
    static Halves write(AuditEventId id, AuditEvent event) {
        var rest = new TreeMap<String, Object>();
        rest.put("facts", event.facts());
        rest.put("id", id.toString());
        if (event.request() != null) {
            rest.put("request", event.request().toString());
        }
        rest.put("type", event.type());
        rest.put("v", "1");
        return new Halves(
                "{\"actor\":" + CanonicalJson.write(actor(event.actor())) + ",\"at\":\"",
                "\"," + CanonicalJson.write(rest).substring(1));
    }

    private static SortedMap<String, String> actor(Actor actor) {
        return new TreeMap<>(
                switch (actor) {
                    case Human human ->
                            Map.of(
                                    "kind",
                                    "human",
                                    "id",
                                    human.id().toString(),
                                    "name",
                                    human.name());
                    case Bot _ -> Map.of("kind", "bot");
                    case Stranger stranger ->
                            Map.of("kind", "stranger", "account", stranger.account());
                });
    }

    static AuditEvent read(String json) {
        var body = READER.readTree(json);
        var facts = new TreeMap<String, String>();
        body.get("facts")
                .properties()
                .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asString()));
        var request = body.path("request");
        return new AuditEvent(
                body.get("type").asString(),
                actor(body.get("actor")),
                request.isMissingNode() ? null : UUID.fromString(request.asString()),
                facts);
    }

    private static Actor actor(JsonNode actor) {
        var kind = actor.get("kind").asString();
        return switch (kind) {
            case "human" ->
                    new Human(
                            UUID.fromString(actor.get("id").asString()),
                            actor.get("name").asString());
            case "bot" -> new Bot();
            case "stranger" -> new Stranger(actor.get("account").asString());
            default ->
                    throw new IllegalStateException(
                            "An audit entry has an actor of unknown kind " + kind);
        };
    }
}
