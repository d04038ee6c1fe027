package dev.kubechat.sandbox.cluster.patch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class StrategicMergePatchTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'a': 1} | {'b': 2} | {'a': 1, 'b': 2}",
                "{'a': 1} | {'a': null} | {}",
                "{'a': {'b': 1}} | {'a': {'$patch': 'replace', 'c': 2}} | {'a': {'c': 2}}",
                "{'a': {'b': 1}} | {'a': {'$patch': 'delete'}} | {}",
                "{'args': ['x']} | {'args': ['y']} | {'args': ['y']}",
                "{'containers': [{'name': 'a', 'image': '1'}]} | {'containers': [{'name': 'a',"
                        + " 'image': '2'}]} | {'containers': [{'name': 'a', 'image': '2'}]}",
                "{'containers': [{'name': 'a'}]} | {'containers': [{'name': 'b'}]} | {'containers':"
                        + " [{'name': 'a'}, {'name': 'b'}]}",
                "{'containers': [{'name': 'a'}, {'name': 'b'}]} | {'containers': [{'name': 'a',"
                        + " '$patch': 'delete'}]} | {'containers': [{'name': 'b'}]}",
                "{'env': [{'name': 'a'}]} | {'env': [{'$patch': 'replace'}, {'name': 'b'}]} |"
                        + " {'env': [{'name': 'b'}]}",
                "{'ports': [{'containerPort': 80}]} | {'ports': [{'containerPort': 80, 'name':"
                        + " 'h'}]} | {'ports': [{'containerPort': 80, 'name': 'h'}]}",
                "{'ports': [{'port': 80}]} | {'ports': [{'port': 81}]} | {'ports': [{'port': 80},"
                        + " {'port': 81}]}",
                "{'finalizers': ['a', 'b']} | {'$deleteFromPrimitiveList/finalizers': ['a']} |"
                        + " {'finalizers': ['b']}",
                "{'strategy': {'type': 'RollingUpdate', 'rollingUpdate': {}}} | {'strategy':"
                        + " {'$retainKeys': ['type'], 'type': 'Recreate'}} | {'strategy': {'type':"
                        + " 'Recreate'}}",
                "{'containers': [{'name': 'a'}]} | {'$setElementOrder/containers': [{'name': 'a'}]}"
                        + " | {'containers': [{'name': 'a'}]}",
            })
    void merges(String target, String patch, String result) {
        assertThat(new StrategicMergePatch(json(patch)).applyTo(json(target)))
                .isEqualTo(json(result));
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}
