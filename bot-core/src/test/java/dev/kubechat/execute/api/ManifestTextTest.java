package dev.kubechat.execute.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kubechat.execute.api.Sight.No;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTextTest {

    @Test
    void takesDocumentsAndListsApart() {
        assertThat(
                        ManifestText.objects(
                                "shop.yaml",
                                """
                                kind: ConfigMap
                                metadata: {name: a}
                                ---
                                # nothing here
                                ---
                                kind: List
                                items: [{kind: Pod, metadata: {name: b}}, {kind: Pod, metadata: {name: c}}]
                                """))
                .extracting(Pods::name)
                .containsExactly("a", "b", "c");
    }

    @Test
    void readsJson() {
        assertThat(
                        ManifestText.objects(
                                "a.json", "{\"kind\": \"Pod\", \"metadata\": {\"name\": \"a\"}}"))
                .extracting(Pods::name)
                .containsExactly("a");
    }

    @Test
    void leavesAMomentTheTextItIs() {
        var object =
                ManifestText.objects(
                                "a.yaml", "kind: A\nspec: {at: 2026-01-31T09:30:00Z, none: null}")
                        .getFirst();

        assertThat(object.path("spec").toString())
                .isEqualTo("{\"at\":\"2026-01-31T09:30:00Z\",\"none\":null}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "just words",
                "a: b",
                "[1, 2]",
                "kind: A\nkind: B",
                "kind: {",
                "kind: !!java.net.URL [http://x]",
                "a: &a [1]\nb: *nope"
            })
    void saysWhatIsNoManifest(String text) {
        assertThatThrownBy(() -> ManifestText.objects("a.yaml", text)).isInstanceOf(No.class);
    }

    @Test
    void isNotBlownUpByAliases() {
        var bomb = new StringBuilder("kind: A\na0: &a0 [x, x]\n");
        for (var i = 1; i < 60; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }

        assertThatThrownBy(() -> ManifestText.objects("a.yaml", bomb.toString()))
                .isInstanceOf(No.class);
    }
}
