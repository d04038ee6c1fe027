package dev.kubechat.execute.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.api.ObjectKey;
import dev.kubechat.execute.api.Reply;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class WayBackTest {

    private static final JsonNode NOTHING = Reply.JSON.createObjectNode();

    @ParameterizedTest
    @CsvSource({
        "'', namespaces, KubeChat does not keep what was in namespace it.",
        "'', persistentvolumeclaims, KubeChat does not keep the data of claim it.",
        "'', persistentvolumes, KubeChat does not keep the data of volume it.",
        "'', secrets, KubeChat does not keep the values of secret it.",
        "batch, jobs, 'job it would begin anew, and do its work twice.'",
        "apiextensions.k8s.io, customresourcedefinitions, KubeChat does not keep the objects of"
                + " type it."
    })
    void saysWhyADeletionCannotBeTakenBack(String group, String plural, String why) {
        assertThat(WayBack.of(deleting(group, plural), NOTHING))
                .isEqualTo(new WayBack.None("There is no way back: " + why));
    }

    @ParameterizedTest
    @CsvSource({"'', configmaps", "apps, deployments", "apps, statefulsets", "example.com, jobs"})
    void makesAPlainObjectAgain(String group, String plural) {
        assertThat(WayBack.of(deleting(group, plural), NOTHING)).isEqualTo(new WayBack.Recreate());
    }

    @Test
    void knowsThatClaimsMayGoWithTheirStatefulSet() {
        var seen =
                Reply.JSON.readTree(
                        """
                        {"spec": {"persistentVolumeClaimRetentionPolicy": {"whenDeleted": "Delete"}}}
                        """);

        assertThat(WayBack.of(deleting("apps", "statefulsets"), seen))
                .isInstanceOf(WayBack.None.class);
    }

    @Test
    void setsFieldsAgain() {
        assertThat(WayBack.of(ExecuteFixture.scaling(2, 3), NOTHING))
                .isEqualTo(new WayBack.RestoreFields());
    }

    @Test
    void keepsNoValueOfASecretToSetAgain() {
        var changes = List.of(new FieldChange("data.password", "***", "***"));
        var key = deleting("", "secrets").object();

        assertThat(WayBack.of(new Step(Step.Action.CHANGE, key, "7", changes), NOTHING))
                .isInstanceOf(WayBack.None.class);
    }

    @Test
    void missesNothingOfAPodThatIsMadeAgainByItself() {
        var seen =
                Reply.JSON.readTree(
                        """
                        {"metadata": {"ownerReferences": [{"kind": "ReplicaSet", "controller": true}]}}
                        """);

        assertThat(WayBack.of(deleting("", "pods"), seen)).isEqualTo(new WayBack.None(""));
        assertThat(WayBack.of(deleting("", "pods"), NOTHING)).isEqualTo(new WayBack.Recreate());
    }

    @ParameterizedTest
    @CsvSource({
        "approval, a certificate that is approved or denied stays so.",
        "ephemeralcontainers, a debug container stays as long as its pod."
    })
    void saysWhatStays(String part, String why) {
        var request = new Step.Request("PATCH", part, Api.JSON_PATCH, "[]", "");

        assertThat(WayBack.of(step(Step.Action.CHANGE, request), NOTHING))
                .isEqualTo(new WayBack.None("There is no way back: " + why));
    }

    @Test
    void takesNoTokenBackAndNoRestart() {
        assertThat(WayBack.of(step(Step.Action.TOKEN, null), NOTHING))
                .isEqualTo(
                        new WayBack.None(
                                "There is no way back: a token of account it is good until its time"
                                        + " is over."));
        assertThat(WayBack.of(ExecuteFixture.restarting(), NOTHING))
                .isEqualTo(
                        new WayBack.None(
                                "There is no way back: the pods of checkout are stopped, and others"
                                        + " take their place."));
    }

    @Test
    void missesNothingAfterAProgramThatOnlyReads() {
        assertThat(WayBack.of(running("cat", "/etc/hosts"), NOTHING))
                .isEqualTo(new WayBack.None(""));
        assertThat(WayBack.of(running("sh", "-c", "ls"), NOTHING))
                .isEqualTo(
                        new WayBack.None(
                                "There is no way back: what a program does in a container stays"
                                        + " done."));
    }

    private static Step running(String... words) {
        var body = Reply.JSON.createObjectNode();
        var command = body.putArray("command");
        for (var word : words) {
            command.add(word);
        }
        return step(
                Step.Action.EXEC, new Step.Request("GET", "exec", Api.JSON, body.toString(), ""));
    }

    private static Step step(Step.Action action, Step.@Nullable Request request) {
        return new Step(action, deleting("", "its").object(), "7", List.of(), request);
    }

    private static Step deleting(String group, String plural) {
        return new Step(
                Step.Action.DELETE,
                new ObjectKey(group, "v1", plural, "It", "shop", "it", "uid-1"),
                "7",
                List.of());
    }
}
