package dev.kubechat.sandbox.cluster.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kubechat.sandbox.cluster.object.StatusError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class JsonPatchTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'op': 'add', 'path': '/b', 'value': 2} | {'a': [1, 2], 'b': 2}",
                "{'op': 'add', 'path': '/a/-', 'value': 3} | {'a': [1, 2, 3]}",
                "{'op': 'add', 'path': '/a/0', 'value': 0} | {'a': [0, 1, 2]}",
                "{'op': 'remove', 'path': '/a/0'} | {'a': [2]}",
                "{'op': 'replace', 'path': '/a/1', 'value': 7} | {'a': [1, 7]}",
                "{'op': 'copy', 'from': '/a/1', 'path': '/b'} | {'a': [1, 2], 'b': 2}",
                "{'op': 'move', 'from': '/a', 'path': '/b~1c'} | {'b/c': [1, 2]}",
                "{'op': 'test', 'path': '/a/0', 'value': 1.0} | {'a': [1, 2]}",
                "{'op': 'test', 'path': '/none', 'value': null} | {'a': [1, 2]}",
            })
    void applies(String operation, String result) {
        assertThat(patch(operation).applyTo((ObjectNode) json("{'a': [1, 2]}")))
                .isEqualTo(json(result));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op': 'test', 'path': '/a/0', 'value': 2}",
                "{'op': 'test', 'path': '/none', 'value': 1}",
                "{'op': 'remove', 'path': '/none'}",
                "{'op': 'remove', 'path': '/a/2'}",
                "{'op': 'replace', 'path': '/none', 'value': 1}",
                "{'op': 'add', 'path': '/a/9', 'value': 1}",
                "{'op': 'add', 'path': '/none/x', 'value': 1}",
                "{'op': 'move', 'from': '/none', 'path': '/b'}",
                "{'op': 'dance', 'path': '/a'}",
                "{'op': 'add', 'path': 'a', 'value': 1}",
                "{'op': 'remove', 'path': ''}",
            })
    void refuses(String operation) {
        assertThatThrownBy(() -> patch(operation).applyTo((ObjectNode) json("{'a': [1, 2]}")))
                .isInstanceOfSatisfying(
                        StatusError.class, e -> assertThat(e.code()).isEqualTo(422));
    }

    private static JsonPatch patch(String operation) {
        return JsonPatch.of((ArrayNode) json("[" + operation + "]"));
    }

    private static tools.jackson.databind.JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}
