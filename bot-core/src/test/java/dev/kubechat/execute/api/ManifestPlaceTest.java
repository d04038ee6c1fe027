package dev.kubechat.execute.api;

import static dev.kubechat.execute.change.ExecuteFixture.command;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.kubectl.Namespace;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestPlaceTest {

    private static final Namespace USUAL = new Namespace("usual");
    private static final String NAMESPACE =
            """
            {kind: Namespace, apiVersion: v1, metadata: {name: shop}}
            ---
            """;
    private static final String IN_SHOP =
            """
            {kind: Deployment, apiVersion: apps/v1, metadata: {name: web, namespace: shop}}
            ---
            """;

    private static Namespace place(String line, String manifest) {
        return ManifestPlace.of(command(line), _ -> Optional.of(manifest), USUAL);
    }

    @Test
    void isWhereAllOfItsObjectsLive() {
        assertThat(place("apply -f a.yaml", NAMESPACE + IN_SHOP)).isEqualTo(new Namespace("shop"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                NAMESPACE,
                NAMESPACE + IN_SHOP + "{kind: Service, apiVersion: v1, metadata: {name: web}}",
                IN_SHOP + "{kind: Pod, apiVersion: v1, metadata: {name: web, namespace: other}}",
                IN_SHOP + "{kind: Thing, apiVersion: example.org/v1, metadata: {name: one}}",
                "{kind: Pod, apiVersion: v1, metadata: {name: web, namespace: No Name}}",
                "kind: [",
                ""
            })
    void isTheUsualOneWhereTheyDoNotAgree(String manifest) {
        assertThat(place("apply -f a.yaml", manifest)).isEqualTo(USUAL);
    }

    @Test
    void isNotAskedWhereTheLineNamesOne() {
        assertThat(place("apply -f a.yaml -n mine", IN_SHOP)).isEqualTo(USUAL);
    }

    @Test
    void isNotAskedOfFilesThatAreNoManifests() {
        assertThat(place("create configmap a --from-file=a.yaml", IN_SHOP)).isEqualTo(USUAL);
    }
}
