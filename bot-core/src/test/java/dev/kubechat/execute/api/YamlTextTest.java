package dev.kubechat.execute.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class YamlTextTest {

    @Test
    void writesYamlAsKubectlDoes() {
        var object =
                Reply.JSON.readTree(
                        """
                        {"kind": "Pod", "apiVersion": "v1", "metadata": {"name": "x", "labels": {"on": "yes", "number": "1", "half": "0.5"}},
                         "spec": {"containers": [{"name": "a", "args": ["-c", "a: b"], "ports": []}], "empty": {}, "none": null, "n": 3,
                         "date": "2026-01-01T00:00:00Z", "text": "one\\ntwo\\n", "blank": ""}}
                        """);

        assertThat(YamlText.yaml(object))
                .isEqualTo(
                        """
                        apiVersion: v1
                        kind: Pod
                        metadata:
                          labels:
                            half: "0.5"
                            number: "1"
                            "on": "yes"
                          name: x
                        spec:
                          blank: ""
                          containers:
                          - args:
                            - -c
                            - 'a: b'
                            name: a
                            ports: []
                          date: "2026-01-01T00:00:00Z"
                          empty: {}
                          "n": 3
                          none: null
                          text: |
                            one
                            two
                        """);
    }

    @Test
    void writesJsonAsKubectlDoes() {
        assertThat(
                        YamlText.json(
                                Reply.JSON.readTree(
                                        "{\"b\":[1],\"a\":{\"c\":\"x\"},\"d\":{},\"e\":[]}")))
                .isEqualTo(
                        """
                        {
                            "a": {
                                "c": "x"
                            },
                            "b": [
                                1
                            ],
                            "d": {},
                            "e": []
                        }
                        """);
    }
}
