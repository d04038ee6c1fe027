package dev.kubechat.kubectl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be the name of something in a cluster. */
class NamesTest {

    private static final ResourceType POD = ResourceType.of("pods");

    @ParameterizedTest
    @ValueSource(strings = {"a", "z", "0", "9", "team-a", "a--b", "0-9"})
    void takesNamespaces(String name) {
        assertThat(new Namespace(name).value()).isEqualTo(name);
        assertThat(new Namespace(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "-a", "a-", "A", "a.b", "a_b", "a`", "a{", "a/", "a:", "ü"})
    void refusesWhatIsNoNamespace(String name) {
        assertThatThrownBy(() -> new Namespace(name)).isInstanceOf(InvalidName.class);
    }

    @Test
    void takesNamespacesOf63LettersAndNoMore() {
        assertThat(new Namespace("a".repeat(63)).value()).hasSize(63);
        assertThatThrownBy(() -> new Namespace("a".repeat(64))).isInstanceOf(InvalidName.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "z",
                "0",
                "9",
                "web-0",
                "a-",
                "system:node",
                "a.b",
                "A",
                "Z",
                "_",
                "a_b",
                "a@b",
                "a+b",
                "a=b",
                "a~b"
            })
    void takesNamesOfObjects(String name) {
        assertThat(new ObjectName(POD, name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-", "-a", ".", ".a", ":a", "a/b", "a b", "a`", "a{", "a;", "a%2F", "..", "ü",
                "a\u0000"
            })
    void refusesWhatNoObjectIsCalled(String name) {
        assertThatThrownBy(() -> new ObjectName(POD, name))
                .isInstanceOf(InvalidName.class)
                .hasMessageEndingWith("cannot be the name of a pod.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "?", "*a", "a?", "web-*"})
    void refusesWildcards(String name) {
        assertThatThrownBy(() -> new ObjectName(POD, name))
                .isInstanceOf(InvalidName.class)
                .hasMessageContaining("wildcard");
    }

    @Test
    void takesNamesOf253LettersAndNoMore() {
        for (var letter : new String[] {"a", "A"}) {
            assertThat(new ObjectName(POD, letter.repeat(253)).name()).hasSize(253);
            assertThatThrownBy(() -> new ObjectName(POD, letter.repeat(254)))
                    .isInstanceOf(InvalidName.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "pods, pods",
        "PODS, pods",
        "po, pods",
        "deploy, deployments.apps",
        "deployments.apps, deployments.apps",
        "deployments.v1.apps, deployments.v1.apps",
        "widgets.example.com, widgets.example.com",
        "widgets.v1beta1.example.com, widgets.v1beta1.example.com",
        "widgets, widgets"
    })
    void readsTypes(String typed, String type) {
        assertThat(ResourceType.of(typed)).hasToString(type);
    }
}
