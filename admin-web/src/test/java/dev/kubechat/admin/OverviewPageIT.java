package dev.kubechat.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.approval.Vote.Choice;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OverviewPageIT {

    private static final String COUNTS = ".counts > div";

    private final AdminWorld world = new AdminWorld(0);
    private final Deeds deeds = world.deeds();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void showsHowThingsAreAndFollowsAClusterThatGoesAway_P12() {
        assertThat(world.seen("erin", "/admin", ".checks li"))
                .satisfiesExactly(
                        check -> assertThat(check).startsWith("PostgreSQL well Answers; version"),
                        check -> assertThat(check).startsWith("Redis well Not configured"),
                        check -> assertThat(check).startsWith("Cluster staging well Answers;"));
        world.cluster().beginOutage();
        world.the(TestClock.class).pass(Duration.ofMinutes(1));
        assertThat(world.seen("erin", "/admin", ".checks .unwell"))
                .singleElement()
                .asString()
                .startsWith("Cluster staging missing Cluster staging");
        world.cluster().endOutage();
        world.the(TestClock.class).pass(Duration.ofMinutes(1));
        assertThat(world.seen("erin", "/admin", ".checks .unwell")).isEmpty();
    }

    @Test
    void countsWhatWaits() {
        assertThat(world.seen("erin", "/admin", COUNTS))
                .hasSize(4)
                .allMatch(count -> count.contains(" 0 "));
        deeds.waits("alice", "scale cart to 2", "kubectl scale …", "WARNING");
        var approved = deeds.waits("alice", "delete cart", "kubectl delete …", "DANGEROUS");
        deeds.votes(approved, "bob", "sre", Choice.APPROVE);
        deeds.runs(approved, "RUNNING", false);
        deeds.cameIn();
        deeds.cameIn();
        deeds.postGivenUp();
        assertThat(world.seen("erin", "/admin", COUNTS))
                .satisfiesExactly(
                        count -> assertThat(count).startsWith("Decisions 1 "),
                        count -> assertThat(count).startsWith("Asks 2 "),
                        count -> assertThat(count).startsWith("Changes 1 "),
                        count -> assertThat(count).startsWith("Posts 0 "),
                        count -> assertThat(count).startsWith("Posts given up 1 "));
    }
}
