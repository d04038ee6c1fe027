package dev.kubechat.execute.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.execute.api.Outcome;
import dev.kubechat.execute.change.ClusterContract.Ground;
import org.junit.jupiter.api.Test;

/** What an API server adds that has constrained impersonation: the bot may not do everything in anyone's name, such as read secrets. */
public interface ConstrainedImpersonationContract {

    Ground ground();

    @Test
    default void P4_saysThatTheBotMayNotInAnyonesName() {
        var outcome =
                ExecuteFixture.readsThrough(ground().door())
                        .read(ground().inNamespace("get secrets"), ground().operator());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused ->
                                assertThat(refused.sentence())
                                        .startsWith(
                                                "KubeChat may not list secrets in namespace %s, whoever asks"
                                                        .formatted(ground().namespace())));
    }

    @Test
    default void P4_answersReviewsOfTheBotsBound() {
        var access = ExecuteFixture.accessThrough(ground().door());

        assertThat(access.ask(ground().inNamespace("delete secret db"), ground().operator()))
                .isInstanceOfSatisfying(
                        Permission.Denied.class,
                        denied ->
                                assertThat(denied.sentence())
                                        .startsWith(
                                                "KubeChat may not get secrets in namespace %s, whoever asks"
                                                        .formatted(ground().namespace())));
    }
}
