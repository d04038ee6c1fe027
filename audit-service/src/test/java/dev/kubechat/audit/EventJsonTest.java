package dev.kubechat.audit;

import static dev.kubechat.audit.AuditFixture.ANNA;
import static dev.kubechat.audit.AuditFixture.REQUEST;
import static dev.kubechat.audit.AuditFixture.approvedBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.audit.Actor.Bot;
import dev.kubechat.audit.Actor.Stranger;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventJsonTest {
    private static final AuditEventId ID =
            new AuditEventId(UUID.fromString("0198f0aa-0000-7000-8000-0000000000ff"));
    private static final String TIME = "2026-11-24T08:00:00.000000Z";

    @Test
    void isCanonicalJsonOfStringsWithTheTimeInTheMiddle() {
        assertThat(json(approvedBy(ANNA)))
                .isEqualTo(
                        """
                        {"actor":{"id":"%s","kind":"human","name":"Anna"},"at":"%s","facts":{"cluster":"staging"},"id":"%s",\
                        "request":"%s","type":"request.approved","v":"1"}\
                        """
                                .formatted(ANNA.id(), TIME, ID, REQUEST));
    }

    @ParameterizedTest
    @MethodSource("events")
    void isReadBackAsTheSameEvent(AuditEvent event) {
        assertThat(EventJson.read(json(event))).isEqualTo(event);
    }

    static AuditEvent[] events() {
        return new AuditEvent[] {
            approvedBy(ANNA),
            AuditEvent.of("expiry.swept", new Bot(), null, Map.of()),
            AuditEvent.of(
                    "click.refused",
                    new Stranger("U12\",\"at\":\""),
                    null,
                    Map.of("why", "\u0000\t\"\\ \ud83d\ude00")),
            AuditFixture.factOf("y".repeat(100_000)),
        };
    }

    private static String json(AuditEvent event) {
        var halves = EventJson.write(ID, event);
        return halves.before() + TIME + halves.after();
    }
}
