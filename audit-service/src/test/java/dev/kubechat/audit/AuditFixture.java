package dev.kubechat.audit;

import dev.kubechat.audit.Actor.Human;
import java.util.Map;
import java.util.UUID;

final class AuditFixture {
    static final UUID REQUEST = UUID.fromString("0198f0aa-0000-7000-8000-000000000001");
    static final Human ANNA =
            new Human(UUID.fromString("0198f0aa-0000-7000-8000-00000000000a"), "Anna");
    static final Human BEN =
            new Human(UUID.fromString("0198f0aa-0000-7000-8000-00000000000b"), "Ben");

    private AuditFixture() {}

    static AuditEvent approvedBy(Actor actor) {
        return AuditEvent.of("request.approved", actor, REQUEST, Map.of("cluster", "staging"));
    }

    static AuditEvent factOf(String value) {
        return AuditEvent.of("command.run", ANNA, null, Map.of("command", value));
    }
}
