package dev.kubechat.execute.change;

import static dev.kubechat.execute.change.ExecuteFixture.command;
import static dev.kubechat.execute.change.ExecuteFixture.deleting;
import static dev.kubechat.execute.change.ExecuteFixture.scaling;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.cluster.ClusterId;
import dev.kubechat.execute.api.ObjectKey;
import dev.kubechat.identity.PersonId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** P5: an approval holds for one digest. */
class PreviewDigestTest {

    private static final ClusterId STAGING = new ClusterId("staging");
    private static final PersonId ALICE = new PersonId(new UUID(1, 1));
    private static final String SCALE = "scale deployment checkout --replicas=3 -n shop";

    @Test
    void P5_isTheSameForTheSame() {
        assertThat(digest(List.of(scaling(2, 3))))
                .isEqualTo(digest(List.of(scaling(2, 3))))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void P5_isTheSameWhenOnlyTheStatusMoved() {
        var step = scaling(2, 3);
        var later = new Step(step.action(), step.object(), "8", step.changes());

        assertThat(digest(List.of(later))).isEqualTo(digest(List.of(step)));
    }

    @ParameterizedTest
    @MethodSource("others")
    void P5_isAnotherWhenAnyPartDiffers(String other) {
        assertThat(other).isNotEqualTo(digest(List.of(scaling(2, 3))));
    }

    static Stream<String> others() {
        var same = List.of(scaling(2, 3));
        return Stream.of(
                PreviewDigest.of(new ClusterId("production"), command(SCALE), ALICE, same),
                PreviewDigest.of(STAGING, command(SCALE.replace("shop", "payments")), ALICE, same),
                PreviewDigest.of(STAGING, command(SCALE.replace("=3", "=4")), ALICE, same),
                PreviewDigest.of(STAGING, command(SCALE), new PersonId(new UUID(1, 2)), same),
                digest(List.of()),
                digest(List.of(scaling(2, 3), scaling(2, 3))),
                digest(List.of(scaling(1, 3))),
                digest(List.of(scaling(2, 4))),
                digest(List.of(deleting())),
                digest(
                        List.of(
                                with(
                                        new ObjectKey(
                                                "apps",
                                                "v1",
                                                "deployments",
                                                "Deployment",
                                                "shop",
                                                "checkout",
                                                "uid-2")))),
                digest(
                        List.of(
                                with(
                                        new ObjectKey(
                                                "apps",
                                                "v1",
                                                "deployments",
                                                "Deployment",
                                                "other",
                                                "checkout",
                                                "uid-1")))),
                digest(
                        List.of(
                                with(
                                        new ObjectKey(
                                                "apps",
                                                "v1",
                                                "deployments",
                                                "Deployment",
                                                null,
                                                "checkout",
                                                "uid-1")))),
                digest(
                        List.of(
                                with(
                                        new ObjectKey(
                                                "apps",
                                                "v1",
                                                "statefulsets",
                                                "StatefulSet",
                                                "shop",
                                                "checkout",
                                                "uid-1")))),
                digest(
                        List.of(
                                with(
                                        new ObjectKey(
                                                "app",
                                                "sv1",
                                                "deployments",
                                                "Deployment",
                                                "shop",
                                                "checkout",
                                                "uid-1")))));
    }

    private static Step with(ObjectKey key) {
        return new Step(Step.Action.SCALE, key, "7", scaling(2, 3).changes());
    }

    private static String digest(List<Step> steps) {
        return PreviewDigest.of(STAGING, command(SCALE), ALICE, steps);
    }
}
