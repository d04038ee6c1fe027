package dev.kubechat.execute.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ThreeWayMergeTest {

    private static final JsonNode DOCUMENT =
            json(
                    """
                    {"components": {"schemas": {
                      "Pod": {"properties": {
                        "containers": {"type": "array", "items": {"$ref": "#/components/schemas/Container"},
                                       "x-kubernetes-patch-strategy": "merge", "x-kubernetes-patch-merge-key": "name"},
                        "finalizers": {"type": "array", "x-kubernetes-patch-strategy": "merge"},
                        "args": {"type": "array"}}},
                      "Container": {"properties": {"image": {"type": "string"}}}}}}
                    """);
    private static final JsonNode POD = DOCUMENT.path("components").path("schemas").path("Pod");

    @Test
    void removesWhatOnlyTheManifestBeforeSaid() {
        assertThat(merged("{'a': 1, 'b': 2}", "{'a': 1}", "{'a': 1, 'b': 2, 'others': 3}"))
                .isEqualTo(json("{'a': 1, 'others': 3}"));
    }

    @Test
    void mergesAListByItsKey() {
        assertThat(
                        merged(
                                "{'containers': [{'name': 'old'}, {'name': 'app', 'command':"
                                        + " 'x'}]}",
                                "{'containers': [{'name': 'app', 'image': '2'}, {'name': 'new'}]}",
                                "{'containers': [{'name': 'old'}, {'name': 'app', 'image': '1',"
                                    + " 'command': 'x', 'policy': 'p'}, {'name': 'injected'}]}"))
                .isEqualTo(
                        json(
                                "{'containers': [{'name': 'app', 'image': '2', 'policy': 'p'},"
                                        + " {'name': 'new'}, {'name': 'injected'}]}"));
    }

    @Test
    void keepsWhatOthersAddedToAListOfWords() {
        assertThat(
                        merged(
                                "{'finalizers': ['a', 'b']}",
                                "{'finalizers': ['a', 'c']}",
                                "{'finalizers': ['a', 'b', 'others']}"))
                .isEqualTo(json("{'finalizers': ['a', 'c', 'others']}"));
    }

    @Test
    void takesAnyOtherListAsOneValue() {
        assertThat(merged("{'args': ['a']}", "{'args': ['b']}", "{'args': ['a', 'x']}"))
                .isEqualTo(json("{'args': ['b']}"));
    }

    @Test
    void writesTheChangesAsAPatch() {
        assertThat(
                        ThreeWayMerge.patch(
                                json("{'a': {'b': 1, 'c': 2}, 'd': 3, 'e': [1]}"),
                                json("{'a': {'b': 1, 'c': 9}, 'e': [2]}")))
                .isEqualTo(json("{'a': {'c': 9}, 'd': null, 'e': [2]}"));
    }

    private static JsonNode merged(String original, String modified, String current) {
        return new ThreeWayMerge(DOCUMENT)
                .merged(json(original), json(modified), json(current), POD);
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) Reply.JSON.readTree(text.replace('\'', '"'));
    }

    @Test
    void findsWhereOthersHaveSetTheSameField() {
        assertThat(conflict("{a: 2}", "{a: 9}")).isTrue();
        assertThat(conflict("{a: 2}", "{a: 2}")).isFalse();
        assertThat(conflict("{a: 2}", "{b: 9}")).isFalse();
        assertThat(conflict("{a: {b: 2}}", "{a: {c: 1}}")).isFalse();
        assertThat(conflict("{a: {b: 2}}", "{a: 1}")).isTrue();
        assertThat(conflict("{a: [1, 2]}", "{a: [1]}")).isTrue();
        assertThat(conflict("{a: [{name: x, b: 2}]}", "{a: [{name: x, c: 1}, {name: y, b: 9}]}"))
                .isFalse();
        assertThat(conflict("{a: [{name: x, b: 2}]}", "{a: [{name: x, b: 9}]}")).isTrue();
        assertThat(conflict("{a: [{name: x, b: 2}]}", "{a: []}")).isTrue();
    }

    private static boolean conflict(String patch, String changed) {
        return ThreeWayMerge.conflict(
                ManifestText.objects("a", "{kind: A, in: " + patch + "}").getFirst().path("in"),
                ManifestText.objects("b", "{kind: B, in: " + changed + "}").getFirst().path("in"));
    }
}
