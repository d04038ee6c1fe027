package dev.kubechat.execute.change;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Sight.No;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class JsonOperationsTest {

    private static final String OBJECT =
            """
            {"kind": "ConfigMap", "data": {"a": "1", "b/c": "2", "d~e": "3"}, "list": ["x", "y", "z"]}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    {"op": "add", "path": "/data/n", "value": "9"}             | /data/n   | "9"
                    {"op": "add", "path": "/data/a", "value": "9"}             | /data/a   | "9"
                    {"op": "replace", "path": "/data/b~1c", "value": "9"}      | /data/b~1c | "9"
                    {"op": "replace", "path": "/data/d~0e", "value": "9"}      | /data/d~0e | "9"
                    {"op": "remove", "path": "/data/a"}                        | /data     | {"b/c":"2","d~e":"3"}
                    {"op": "add", "path": "/list/-", "value": "w"}             | /list     | ["x","y","z","w"]
                    {"op": "add", "path": "/list/0", "value": "w"}             | /list     | ["w","x","y","z"]
                    {"op": "add", "path": "/list/3", "value": "w"}             | /list     | ["x","y","z","w"]
                    {"op": "replace", "path": "/list/1", "value": "w"}         | /list     | ["x","w","z"]
                    {"op": "remove", "path": "/list/2"}                        | /list     | ["x","y"]
                    {"op": "move", "from": "/data/a", "path": "/list/0"}       | /list     | ["1","x","y","z"]
                    {"op": "copy", "from": "/list", "path": "/again"}          | /again    | ["x","y","z"]
                    {"op": "test", "path": "/kind", "value": "ConfigMap"}      | /kind     | "ConfigMap"
                    """)
    void does(String operation, String pointer, String becomes) {
        assertThat(applied("[" + operation + "]").at(pointer).toString()).isEqualTo(becomes);
    }

    @Test
    void doesOneAfterTheOther() {
        assertThat(
                        applied(
                                        """
                                        [{"op": "remove", "path": "/list/0"}, {"op": "test", "path": "/list/0", "value": "y"},
                                         {"op": "add", "path": "/n", "value": {}}, {"op": "add", "path": "/n/m", "value": 1}]
                                        """)
                                .path("n")
                                .toString())
                .isEqualTo("{\"m\":1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[1]",
                "[{}]",
                "[{\"op\": \"fly\", \"path\": \"/data\"}]",
                "[{\"op\": \"remove\", \"path\": \"/nothing\"}]",
                "[{\"op\": \"remove\", \"path\": \"\"}]",
                "[{\"op\": \"remove\", \"path\": \"/list/-\"}]",
                "[{\"op\": \"remove\", \"path\": \"/list/3\"}]",
                "[{\"op\": \"add\", \"path\": \"/list/4\", \"value\": 1}]",
                "[{\"op\": \"add\", \"path\": \"/list/-1\", \"value\": 1}]",
                "[{\"op\": \"add\", \"path\": \"/kind/x\", \"value\": 1}]",
                "[{\"op\": \"add\", \"path\": \"kind\", \"value\": 1}]",
                "[{\"op\": \"add\", \"path\": \"\", \"value\": 1}]",
                "[{\"op\": \"add\", \"path\": \"/x\"}]",
                "[{\"op\": \"replace\", \"path\": \"/list/9\", \"value\": 1}]",
                "[{\"op\": \"move\", \"from\": \"/x\", \"path\": \"/y\"}]",
                "[{\"op\": \"copy\", \"path\": \"/y\"}]",
                "[{\"op\": \"test\", \"path\": \"/kind\", \"value\": \"Pod\"}]"
            })
    void saysWhatDoesNotFit(String patch) {
        assertThatThrownBy(() -> applied(patch)).isInstanceOf(No.class);
    }

    @Test
    void doesNotGrowWithoutEnd() {
        var doubling = "{\"op\": \"copy\", \"from\": \"/data\", \"path\": \"/data/%d\"}";
        var patch =
                IntStream.range(0, 100)
                        .mapToObj(doubling::formatted)
                        .collect(joining(",", "[", "]"));

        assertThatThrownBy(() -> applied(patch)).hasMessageContaining("copies more than 1 MiB");
    }

    @Test
    void leavesTheObjectAsItIs() {
        var object = Reply.JSON.readTree(OBJECT);

        JsonOperations.applied(
                object, Reply.JSON.readTree("[{\"op\": \"remove\", \"path\": \"/data\"}]"));

        assertThat(object).isEqualTo(Reply.JSON.readTree(OBJECT));
    }

    private static JsonNode applied(String patch) {
        return JsonOperations.applied(Reply.JSON.readTree(OBJECT), Reply.JSON.readTree(patch));
    }
}
