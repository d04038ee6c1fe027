package dev.kubechat.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.app.doctor.Finding.Mark;
import dev.kubechat.cluster.ClusterSurvey.Found;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {

    @Test
    void oldJavaIsWrong() {
        assertThat(Machine.java(Runtime.Version.parse("21.0.2")).mark()).isEqualTo(Mark.WRONG);
        assertThat(Machine.java(Runtime.Version.parse("25")).mark()).isEqualTo(Mark.OK);
        assertThat(Machine.java(Runtime.Version.parse("26-ea+3")).mark()).isEqualTo(Mark.OK);
    }

    @Test
    void littleMemoryIsWrong() {
        assertThat(Machine.memory(511).mark()).isEqualTo(Mark.WRONG);
        assertThat(Machine.memory(512).mark()).isEqualTo(Mark.OPTIONAL);
        assertThat(Machine.memory(1024).mark()).isEqualTo(Mark.OK);
    }

    @Test
    void aFolderThatIsNotThereIsWrong() {
        assertThat(Machine.folder(Path.of("/nonexistent")).mark()).isEqualTo(Mark.WRONG);
    }

    @Test
    void aClusterWithJustTheRightsIsFine() {
        assertThat(
                        ClusterCheck.found(
                                "cluster a", new Found.Answering("v1.36.3", List.of(), List.of())))
                .extracting(Finding::mark)
                .containsExactly(Mark.OK, Mark.OK);
    }

    @Test
    void leftOverGrantsAreWrong() {
        var findings =
                ClusterCheck.found(
                        "cluster a",
                        new Found.Answering(
                                "v1.36.3", List.of("impersonate any of users"), List.of("x")));
        assertThat(findings).extracting(Finding::mark).containsExactly(Mark.OK, Mark.WRONG);
        assertThat(findings.getLast().said())
                .isEqualTo("too wide, KubeChat may: impersonate any of users");
    }

    @Test
    void missingRightsAreNamed() {
        var findings =
                ClusterCheck.found(
                        "cluster a",
                        new Found.Answering(
                                "v1.36.3", List.of(), List.of("impersonate:user-info users bob")));
        assertThat(findings.getLast())
                .satisfies(finding -> assertThat(finding.mark()).isEqualTo(Mark.WRONG))
                .satisfies(finding ->
                        assertThat(finding.said())
                                .isEqualTo("missing: impersonate:user-info users bob"));
    }

    @Test
    void aClusterThatIsAwayIsWrong() {
        assertThat(ClusterCheck.found("cluster a", new Found.Away("Cluster a does not answer.")))
                .extracting(Finding::mark)
                .containsExactly(Mark.WRONG);
    }
}
