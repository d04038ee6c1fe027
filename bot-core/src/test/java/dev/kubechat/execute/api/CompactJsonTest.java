package dev.kubechat.execute.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.StringNode;

class CompactJsonTest {

    @Test
    void isWhatGoWritesLetterByLetter() {
        var json =
                Reply.JSON.readTree(
                        "{\"b\": [1, 1.50, \"<&>\"], \"a\": {\"z\": null, \"y\": true}}");
        assertThat(CompactJson.sorted(json))
                .isEqualTo(
                        "{\"a\":{\"y\":true,\"z\":null},\"b\":[1,1.5,\"\\u003c\\u0026\\u003e\"]}");
        assertThat(CompactJson.inOrder(json))
                .isEqualTo(
                        "{\"b\":[1,1.5,\"\\u003c\\u0026\\u003e\"],\"a\":{\"z\":null,\"y\":true}}");
    }

    @Test
    void aTestedValueIsSentAsTheServerComparesIt() {
        var operations = Call.operations();
        Call.test(operations, "/data/note", StringNode.valueOf("a<b"));
        assertThat(Call.text(operations))
                .isEqualTo("[{\"op\":\"test\",\"path\":\"/data/note\",\"value\":\"a\\u003cb\"}]");
    }
}
