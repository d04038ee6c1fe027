package dev.kubechat.audit;

import static dev.kubechat.audit.AuditFixture.ANNA;
import static dev.kubechat.audit.AuditFixture.BEN;
import static dev.kubechat.audit.AuditFixture.REQUEST;
import static dev.kubechat.audit.AuditFixture.approvedBy;
import static dev.kubechat.audit.AuditFixture.factOf;
import static dev.kubechat.audit.AuditLog.NEWEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kubechat.audit.Actor.Bot;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditLogIT {
    private static AuditWorld world;

    @BeforeAll
    static void open() {
        world = new AuditWorld();
    }

    @BeforeEach
    void empty() {
        world.empty();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void givesTheEventBackAsItWasRecorded() {
        var event = factOf("kubectl get pods \u0000 \"quoted\" 😀");
        world.recorded(event);
        assertThat(events(AuditFilter.ALL)).containsExactly(event);
    }

    @Test
    void readsPageByPageNewestFirst() {
        var ids = IntStream.range(0, 5).mapToObj(_ -> world.recorded(approvedBy(ANNA))).toList();
        var first = world.log.page(AuditFilter.ALL, NEWEST, 3);
        var second = world.log.page(AuditFilter.ALL, first.getLast().position(), 3);
        assertThat(first)
                .extracting(AuditEntry::id)
                .containsExactly(ids.get(4), ids.get(3), ids.get(2));
        assertThat(second).extracting(AuditEntry::id).containsExactly(ids.get(1), ids.get(0));
    }

    @Test
    void findsTheEventsOfARequest() {
        world.recorded(approvedBy(ANNA));
        world.recorded(factOf("get pods"));
        assertThat(events(new AuditFilter(REQUEST, null, null))).containsExactly(approvedBy(ANNA));
    }

    @Test
    void findsTheEventsOfAType() {
        world.recorded(approvedBy(ANNA));
        world.recorded(factOf("get pods"));
        assertThat(events(new AuditFilter(null, "command.run", null)))
                .containsExactly(factOf("get pods"));
        assertThat(events(new AuditFilter(null, "request.", null)))
                .containsExactly(approvedBy(ANNA));
        assertThat(events(new AuditFilter(null, "request", null))).isEmpty();
    }

    @Test
    void findsTheEventsOfAPerson() {
        world.recorded(approvedBy(ANNA));
        world.recorded(approvedBy(BEN));
        world.recorded(approvedBy(new Bot()));
        assertThat(events(new AuditFilter(REQUEST, null, BEN.id())))
                .containsExactly(approvedBy(BEN));
    }

    @Test
    void refusesAPageWithoutBounds() {
        assertThatThrownBy(() -> world.log.page(AuditFilter.ALL, NEWEST, 501))
                .hasMessage("limit is 501, may be 1 to 500");
    }

    private List<AuditEvent> events(AuditFilter filter) {
        return world.log.page(filter, NEWEST, 10).stream().map(AuditEntry::event).toList();
    }
}
