package dev.kubechat.audit;

import static dev.kubechat.audit.AuditFixture.ANNA;
import static dev.kubechat.audit.AuditFixture.approvedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kubechat.sandbox.backends.Backends;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.IllegalTransactionStateException;
import tools.jackson.databind.json.JsonMapper;

class AuditTrailIT {
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
    void p7CommitsTogetherWithTheChangeItTellsOf() {
        var id = world.recorded(approvedBy(ANNA));
        assertThat(world.log.page(AuditFilter.ALL, AuditLog.NEWEST, 10))
                .extracting(AuditEntry::id)
                .containsExactly(id);
    }

    @Test
    void p7LeavesNothingWhenTheChangeIsRolledBack() {
        world.transaction.executeWithoutResult(status -> {
            world.trail.record(approvedBy(ANNA));
            status.setRollbackOnly();
        });
        assertThat(world.log.page(AuditFilter.ALL, AuditLog.NEWEST, 10)).isEmpty();
    }

    @Test
    void p7RefusesToRecordOutsideOfATransaction() {
        assertThatThrownBy(() -> world.trail.record(approvedBy(ANNA)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.outbox set body = '{}'",
                "delete from audit.outbox",
                "truncate audit.outbox",
                "insert into audit.outbox (id, type, body) select id, type, body from audit.outbox"
                        + " on conflict (id) do update set body = '{}'",
                "drop table audit.outbox",
                "alter table audit.outbox disable trigger all",
                "create table audit.other ()",
            })
    void letsTheApplicationChangeNothingThatIsRecorded(String statement) {
        world.recorded(approvedBy(ANNA));
        assertThatThrownBy(() -> world.asApp.sql(statement).update())
                .rootCause()
                .message()
                .containsAnyOf("permission denied", "must be owner");
    }

    @Test
    void writesTheSameTimeOfTheDatabaseIntoTheBodyAndBesideIt() {
        world.recorded(approvedBy(ANNA));
        var entry = world.log.page(AuditFilter.ALL, AuditLog.NEWEST, 1).getFirst();
        var body = world.asApp.sql("select body from audit.outbox").query(String.class).single();
        var at = JsonMapper.shared().readTree(body).get("at").asString();
        assertThat(at).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        assertThat(Instant.parse(at))
                .isEqualTo(entry.recordedAt())
                .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void isMigratedByEveryReplicaThatStarts() {
        var database = Backends.postgres().newDatabase();
        AuditSchema.migrate(database.asOwner(), database.app().user());
        assertThatCode(() -> AuditSchema.migrate(database.asOwner(), database.app().user()))
                .doesNotThrowAnyException();
    }
}
