package dev.kubechat.execute.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.cluster.ClusterDoor;
import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.Call;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.change.ClusterContract.Ground;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * P14 on a whole cluster: what others do after the last look at an object, when the write is on its way already. Only the conditions
 * that the write bears can stop it there.
 */
public interface LastMomentContract {

    Ground ground();

    /** Stands before the cluster of the ground. */
    FaultProxy proxy();

    /** Leads to the same cluster, through the proxy. */
    ClusterDoor doorThroughProxy();

    /** Somebody who may do everything, past the proxy. */
    KubernetesClient others();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scale deployment SHOP --replicas=3",
                "rollout restart deployment SHOP",
                "rollout pause deployment SHOP",
                "label deployment SHOP team=a",
                "annotate deployment SHOP note=a",
                "set image deployment SHOP shop=shop:2",
                "patch deployment SHOP -p '{\"spec\":{\"minReadySeconds\":3}}'",
                "delete deployment SHOP",
                "delete deployment SHOP --cascade=orphan"
            })
    default void P14_aNamesakeOfTheLastMomentIsLeftAlone(String line) {
        var shop = shop(line);
        var step = ground().planned(line.replace("SHOP", shop.name()));

        var result = perform(step, shop::swap);

        assertOutdated(result, shop);
        assertThat(shop.now().at("/metadata/uid").asString())
                .isNotEqualTo(step.object().uid())
                .isNotEmpty();
        assertThat(shop.now().at("/metadata/generation").asInt()).isOne();
        assertThat(shop.now().at("/metadata/labels").size()).isOne();
        assertThat(shop.now().at("/metadata/deletionTimestamp").isMissingNode()).isTrue();
    }

    @Test
    default void P14_aPodOfTheSameNameIsNotEvicted() {
        var pods = ApiPath.core("pods", ground().namespace());
        var pod =
                new Own(
                        this,
                        pods,
                        "evicted",
                        """
                        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"evicted"},
                        "spec":{"containers":[{"name":"shop","image":"shop:1"}]}}
                        """);
        pod.make();
        var step = ExecuteFixture.evicting(ground().planned("delete pod evicted").object());

        var result = perform(step, pod::swap);

        assertOutdated(result, pod);
        assertThat(pod.now().at("/metadata/deletionTimestamp").isMissingNode()).isTrue();
        pod.remove();
    }

    @Test
    default void P14_aNameThatWasTakenAtTheLastMomentIsNotMadeAgain() {
        var taken = config("taken-by-others");
        var step = ground().planned("create configmap taken-by-others --from-literal=a=ours");

        var result = perform(step, taken::make);

        assertThat(result)
                .isInstanceOfSatisfying(
                        StepResult.Failed.class,
                        failed ->
                                assertThat(failed.sentence())
                                        .contains("already exists", "Nothing was changed"));
        assertThat(taken.now().at("/data/a").asString()).isEqualTo("theirs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " --force-conflicts"})
    default void P14_whatWasMadeAtTheLastMomentIsNotAppliedOver(String force) {
        var taken = config("applied-by-others");
        var step =
                applied(
                        "apply --server-side%s -f own.yaml".formatted(force),
                        "applied-by-others",
                        "b");

        var result = perform(step, taken::make);

        assertThat(result)
                .isInstanceOfSatisfying(
                        StepResult.Failed.class,
                        failed ->
                                assertThat(failed.sentence())
                                        .startsWith(
                                                "configmap/applied-by-others was made by others"
                                                        + " since it was looked at."));
        assertThat(taken.now().at("/data/b").isMissingNode()).isTrue();
        taken.remove();
        assertThat(perform(step, () -> {})).isInstanceOf(StepResult.Done.class);
        assertThat(taken.now().at("/data/b").asString()).isEqualTo("ours");
    }

    @Test
    default void P14_aManifestIsAppliedOverJustTheStateThatWasSeen() {
        var config = config("applied-over");
        config.make();
        var step =
                applied("apply --server-side --force-conflicts -f own.yaml", "applied-over", "a");

        assertOutdated(perform(step, () -> config.merge("{\"data\":{\"b\":\"2\"}}")), config);

        assertThat(config.now().at("/data/a").asString()).isEqualTo("theirs");
        assertThat(config.now().at("/data/b").asString()).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // as an autoscaler does it
                "scale deployment SHOP --replicas=3|{\"spec\":{\"replicas\":2}}",
                "label deployment SHOP team=a|{\"metadata\":{\"labels\":{\"team\":\"b\"}}}",
                "set image deployment SHOP"
                    + " shop=shop:2|{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"shop\",\"image\":\"shop:9\"}]}}}}",
                "patch deployment SHOP -p"
                        + " '{\"spec\":{\"minReadySeconds\":3}}'|{\"spec\":{\"minReadySeconds\":7}}"
            })
    default void P14_aFieldThatChangedAtTheLastMomentIsLeftAsItIs(String line, String theirs) {
        var shop = shop(line);
        var step = ground().planned(line.replace("SHOP", shop.name()));

        assertOutdated(perform(step, () -> shop.merge(theirs)), shop);

        assertThat(shop.now().at("/metadata/generation").asInt())
                .isEqualTo(line.startsWith("label") ? 1 : 2);
    }

    /** What was shown and approved is the field; what others do to other fields does not matter. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "scale deployment SHOP --replicas=3",
                "set image deployment SHOP shop=shop:2",
                "label deployment SHOP team=a",
                "rollout restart deployment SHOP"
            })
    default void P14_anotherFieldMayChangeAtTheLastMoment(String line) {
        var shop = shop(line);
        var step = ground().planned(line.replace("SHOP", shop.name()));

        var result =
                perform(step, () -> shop.merge("{\"metadata\":{\"annotations\":{\"b\":\"b\"}}}"));

        assertThat(result).isInstanceOf(StepResult.Done.class);
        assertThat(shop.now().at("/metadata/annotations/b").asString()).isEqualTo("b");
    }

    /** A deletion is approved for the object, whatever it holds. */
    @Test
    default void P14_anObjectIsDeletedHoweverItChanged() {
        var shop = shop("deleted");
        var step = ground().planned("delete deployment " + shop.name());

        var result = perform(step, () -> shop.merge("{\"spec\":{\"minReadySeconds\":7}}"));

        assertThat(result).isInstanceOf(StepResult.Done.class);
        assertThat(shop.code()).isEqualTo(404);
    }

    private static void assertOutdated(StepResult result, Own object) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        StepResult.Failed.class,
                        failed -> {
                            assertThat(failed.outdated()).isTrue();
                            assertThat(failed.sentence())
                                    .contains(
                                            "/" + object.name(),
                                            "changed since it was looked at",
                                            "Nothing was changed.");
                        });
    }

    private Step applied(String line, String name, String key) {
        var manifest =
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: %s}
                data: {%s: ours}
                """
                        .formatted(name, key);
        var preview =
                ExecuteFixture.changesThrough(ground().door())
                        .preview(
                                ground().inNamespace(line),
                                ground().operator(),
                                _ -> Optional.of(manifest));
        assertThat(preview).isInstanceOf(Preview.Planned.class);
        return ((Preview.Planned) preview).steps().getFirst();
    }

    private StepResult perform(Step step, Runnable meanwhile) {
        var before = proxy().writes();
        proxy().holdNextWrite(meanwhile);
        var result =
                ExecuteFixture.changesThrough(doorThroughProxy())
                        .perform(step, ground().operator(), Instant.MAX);
        assertThat(proxy().writes()).isEqualTo(before + 1);
        return result;
    }

    private Own config(String name) {
        var config =
                new Own(
                        this,
                        ApiPath.core("configmaps", ground().namespace()),
                        name,
                        """
                        {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"%s"},"data":{"a":"theirs"}}
                        """
                                .formatted(name));
        config.remove();
        return config;
    }

    /** A deployment without pods, of a name of its own. */
    private Own shop(String line) {
        var name = "last-" + Integer.toHexString(line.hashCode());
        var shop =
                new Own(
                        this,
                        ApiPath.collection("apps", "v1", "deployments", ground().namespace()),
                        name,
                        """
                        {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"NAME","labels":{"app":"NAME"}},
                        "spec":{"replicas":0,"selector":{"matchLabels":{"app":"NAME"}},
                        "template":{"metadata":{"labels":{"app":"NAME"}},"spec":{"containers":[{"name":"shop","image":"shop:1"}]}}}}
                        """
                                .replace("NAME", name));
        shop.remove();
        shop.make();
        return shop;
    }

    /** An object that a test makes, as others would. */
    record Own(LastMomentContract contract, ApiPath all, String name, String manifest) {

        private Api api() {
            return new Api(contract.ground().operator().cluster(), contract.others());
        }

        void make() {
            assertThat(api().post(all, manifest).code()).isEqualTo(201);
        }

        void remove() {
            call("DELETE", Api.JSON, Reply.JSON.createObjectNode().put("gracePeriodSeconds", 0));
        }

        void swap() {
            remove();
            make();
        }

        void merge(String patch) {
            var reply =
                    call("PATCH", Alteration.STRATEGIC, (ObjectNode) Reply.JSON.readTree(patch));
            assertThat(reply.ok()).isTrue();
        }

        private Reply call(String method, String type, ObjectNode body) {
            return api().answered(
                            api().call(new Call(method, all.at(name), type, body.toString())));
        }

        JsonNode now() {
            return api().get(all.at(name)).json();
        }

        int code() {
            return api().get(all.at(name)).code();
        }
    }
}
