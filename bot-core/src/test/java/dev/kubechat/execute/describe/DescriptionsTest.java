package dev.kubechat.execute.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionsTest {

    private final WindowFixture window = new WindowFixture();

    @Test
    void tellsOfAPodAndWhatHappenedToIt() {
        window.shows(
                "events",
                """
                {"type": "Warning", "reason": "BackOff", "message": " again ", "count": 3, "firstTimestamp": "2026-11-24T08:00:00Z",
                 "lastTimestamp": "2026-11-24T08:50:00Z", "source": {"component": "kubelet"},
                 "involvedObject": {"fieldPath": "spec.containers{app}"}}
                """,
                """
                {"type": "Normal", "reason": "Scheduled", "message": "to node-1", "eventTime": "2026-11-24T08:00:00.000000Z",
                 "reportingComponent": "scheduler", "involvedObject": {}}
                """);

        assertThat(
                        described(
                                "",
                                "Pod",
                                """
                                {"metadata": {"name": "web-0", "namespace": "shop", "uid": "u1", "labels": {"b": "2", "a": "1"},
                                  "ownerReferences": [{"kind": "StatefulSet", "name": "web", "controller": true}]},
                                 "spec": {"nodeName": "node-1", "priority": 0, "serviceAccountName": "robot",
                                  "tolerations": [{"key": "b", "operator": "Exists", "effect": "NoExecute", "tolerationSeconds": 300},
                                                  {"key": "a", "value": "x"}],
                                  "volumes": [{"name": "tmp", "emptyDir": {"sizeLimit": "64Mi"}}, {"name": "new", "inventedDisk": {}}],
                                  "containers": [{"name": "app", "image": "shop/web:1", "command": ["sh", "-c", "one\\ntwo"],
                                    "ports": [{"containerPort": 80, "protocol": "TCP", "name": "http"}],
                                    "resources": {"limits": {"memory": "1Gi"}, "requests": {"memory": "64Mi", "cpu": "10m"}},
                                    "readinessProbe": {"httpGet": {"path": "/ok?a b", "port": "http", "scheme": "HTTP"}, "timeoutSeconds": 1},
                                    "env": [{"name": "WHO", "valueFrom": {"fieldRef": {"apiVersion": "v1", "fieldPath": "metadata.name"}}},
                                            {"name": "TWO", "value": "x\\ny"}],
                                    "volumeMounts": [{"name": "tmp", "mountPath": "/tmp", "readOnly": true, "subPath": "a"}]}]},
                                 "status": {"phase": "Running", "hostIP": "10.0.0.1", "podIP": "10.1.0.1", "podIPs": [{"ip": "10.1.0.1"}],
                                  "startTime": "2026-11-24T08:00:00Z", "qosClass": "Burstable",
                                  "conditions": [{"type": "Ready", "status": "False"}],
                                  "containerStatuses": [{"name": "app", "ready": false, "restartCount": 4,
                                    "state": {"waiting": {"reason": "CrashLoopBackOff"}},
                                    "lastState": {"terminated": {"reason": "Error", "exitCode": 1, "startedAt": "2026-11-24T08:10:00Z"}}}]}}
                                """))
                .isEqualTo(
                        """
                        Name:             web-0
                        Namespace:        shop
                        Priority:         0
                        Service Account:  robot
                        Node:             node-1/10.0.0.1
                        Start Time:       Tue, 24 Nov 2026 08:00:00 +0000
                        Labels:           a=1
                                          b=2
                        Annotations:      <none>
                        Status:           Running
                        IP:               10.1.0.1
                        IPs:
                          IP:           10.1.0.1
                        Controlled By:  StatefulSet/web
                        Containers:
                          app:
                            Container ID:\s\s
                            Image:         shop/web:1
                            Image ID:     \s
                            Port:          80/TCP (http)
                            Host Port:     0/TCP (http)
                            Command:
                              sh
                              -c
                              one
                              two
                            State:          Waiting
                              Reason:       CrashLoopBackOff
                            Last State:     Terminated
                              Reason:       Error
                              Exit Code:    1
                              Started:      Tue, 24 Nov 2026 08:10:00 +0000
                              Finished:     Mon, 01 Jan 0001 00:00:00 +0000
                            Ready:          False
                            Restart Count:  4
                            Limits:
                              memory:  1Gi
                            Requests:
                              cpu:      10m
                              memory:   64Mi
                            Readiness:  http-get http://:http/ok%3Fa%20b delay=0s timeout=1s period=0s #success=0 #failure=0
                            Environment:
                              WHO:  web-0 (v1:metadata.name)
                              TWO:  x
                                    y
                            Mounts:
                              /tmp from tmp (ro,path="a")
                        Conditions:
                          Type    Status
                          Ready   False\s
                        Volumes:
                          tmp:
                            Type:       EmptyDir (a temporary directory that shares a pod's lifetime)
                            Medium:    \s
                            SizeLimit:  64Mi
                          new:
                          <unknown>
                        QoS Class:       Burstable
                        Node-Selectors:  <none>
                        Tolerations:     a=x
                                         b:NoExecute op=Exists for 300s
                        Events:
                          Type     Reason     Age                            From       Message
                          ----     ------     ----                           ----       -------
                          Normal   Scheduled  ago 08:00                      scheduler  to node-1
                          Warning  BackOff    ago 08:50 (x3 over ago 08:00)  kubelet    spec.containers{app}: again
                        """);
    }

    @Test
    void tellsOfAnyKindFieldByField() {
        assertThat(
                        described(
                                "shop.example",
                                "Cart",
                                """
                                {"metadata": {"name": "c1", "uid": "u1", "managedFields": [{"manager": "x"}]},
                                 "spec": {"itemCount": 3, "price": 12.5, "tiny": 0.000001, "huge": 1e30, "nothing": null, "on": true,
                                  "podCIDRs": ["a", ["b", {"c": 1}]], "list": [{"d": "e"}], "empty": {}}}
                                """))
                .isEqualTo(
                        """
                        Name:         c1
                        Namespace:   \s
                        Labels:       <none>
                        Annotations:  <none>
                        API Version:  v9
                        Kind:         Cart
                        Metadata:
                          UID:  u1
                        Spec:
                          Empty:
                          Huge:        1e+30
                          Item Count:  3
                          List:
                            D:      e
                          Nothing:  <nil>
                          On:       true
                          Pod CIDRs:
                            a
                            [b map[c:1]]
                          Price:  12.5
                          Tiny:   1e-06
                        Events:   <none>
                        """);
    }

    @Test
    void P9_tellsTheSizesOfASecretOnly() {
        assertThat(
                        described(
                                "",
                                "Secret",
                                """
                                {"metadata": {"name": "db", "namespace": "shop"}, "type": "kubernetes.io/service-account-token",
                                 "data": {"password": "aHVudGVyMg==", "token": "c2VjcmV0"}}
                                """))
                .isEqualTo(
                        """
                        Name:         db
                        Namespace:    shop
                        Labels:       <none>
                        Annotations:  <none>

                        Type:  kubernetes.io/service-account-token

                        Data
                        ====
                        password:  7 bytes
                        token:     (masked)
                        """);
    }

    @Test
    void compactsTheRulesOfARole() {
        assertThat(
                        described(
                                "rbac.authorization.k8s.io",
                                "ClusterRole",
                                """
                                {"metadata": {"name": "r"}, "rules": [
                                 {"apiGroups": ["", "apps"], "resources": ["pods/log"], "verbs": ["get", "list"]},
                                 {"apiGroups": [""], "resources": ["pods/log"], "verbs": ["list", "watch"]},
                                 {"apiGroups": [""], "resources": ["secrets"], "resourceNames": ["a", "b"], "verbs": ["get"]},
                                 {"nonResourceURLs": ["/healthz"], "verbs": ["get"]}]}
                                """))
                .isEqualTo(
                        """
                        Name:         r
                        Labels:       <none>
                        Annotations:  <none>
                        PolicyRule:
                          Resources      Non-Resource URLs  Resource Names  Verbs
                          ---------      -----------------  --------------  -----
                          pods/log       []                 []              [get list watch]
                          pods.apps/log  []                 []              [get list]
                                         [/healthz]         []              [get]
                          secrets        []                 [a]             [get]
                          secrets        []                 [b]             [get]
                        """);
    }

    @Test
    void sumsWhatPodsTakeOfANode() {
        window.shows(
                "pods",
                """
                {"metadata": {"namespace": "shop", "name": "web", "creationTimestamp": "2026-11-24T08:00:00Z"},
                 "spec": {"overhead": {"cpu": "10m"},
                  "initContainers": [{"name": "i", "resources": {"requests": {"cpu": "1", "memory": "10Mi"}}},
                                     {"name": "s", "restartPolicy": "Always", "resources": {"requests": {"cpu": "100m"}}}],
                  "containers": [{"name": "a", "resources": {"requests": {"cpu": "250m", "memory": "64Mi"}, "limits": {"memory": "1Gi"}}},
                                 {"name": "b", "resources": {"limits": {"x.example/gpu": "2", "hugepages-2Mi": "4Mi"}}}]}}
                """);

        assertThat(
                        described(
                                "",
                                "Node",
                                """
                                {"metadata": {"name": "node-1"}, "status": {"allocatable":
                                 {"cpu": "4", "memory": "8Gi", "ephemeral-storage": "0", "pods": "110", "x.example/gpu": "4", "hugepages-2Mi": "64Mi"}}}
                                """))
                .contains(
                        """
                        Non-terminated Pods:          (1 in total)
                          Namespace                   Name    CPU Requests  CPU Limits  Memory Requests  Memory Limits  Age
                          ---------                   ----    ------------  ----------  ---------------  -------------  ---
                          shop                        web     1010m (25%)   0 (0%)      64Mi (0%)        1Gi (12%)      ago 08:00
                        Allocated resources:
                          (Total limits may be over 100 percent, i.e., overcommitted.)
                          Resource           Requests     Limits
                          --------           --------     ------
                          cpu                1010m (25%)  0 (0%)
                          memory             64Mi (0%)    1Gi (12%)
                          ephemeral-storage  0 (0%)       0 (0%)
                          hugepages-2Mi      0 (0%)       4Mi (6%)
                          x.example/gpu      0            2
                        """);
    }

    @Test
    void writesOutWhatCouldTakeOverATerminal() {
        assertThat(
                        described(
                                "",
                                "ConfigMap",
                                """
                                {"metadata": {"name": "c", "namespace": "shop"}, "data": {"a": "\\u001b[31mred\\r"}}
                                """))
                .contains("^[[31mred\\r")
                .doesNotContain("\u001b");
    }

    @Test
    void cutsLongAnnotations() {
        assertThat(
                        described(
                                "",
                                "Namespace",
                                """
                                {"metadata": {"name": "n", "annotations": {"long": "%s", "short": "s"}}}
                                """
                                        .formatted("ü".repeat(200))))
                .contains("Annotations:  long:\n                " + "ü".repeat(69) + "...\n")
                .contains("              short: s\n");
    }

    @Test
    void failsAsKubectlDoesWhereItNeedsWhatIsNotShown() {
        window.refuses("pods");
        var claim = "{\"metadata\": {\"name\": \"data\", \"namespace\": \"shop\"}}";

        assertThatThrownBy(() -> described("", "PersistentVolumeClaim", claim))
                .isInstanceOf(NotShown.class);
        assertThat(described("apps", "ReplicaSet", claim))
                .contains("Pods Status:  error in fetching pods: pods is forbidden\n");
        assertThat(described("", "Node", claim))
                .contains("Pods:                         not authorized\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'metadata': 1, 'spec': 'x', 'status': [1, null], 'data': [{}], 'rules': 7}",
                "{'metadata': {'labels': ['a'], 'annotations': {'a': {}}, 'ownerReferences': [1,"
                        + " null]}}",
                "{'metadata': {'creationTimestamp': 'never', 'deletionTimestamp': 'x',"
                        + " 'finalizers': {}}}",
                "{'spec': {'template': {'spec': {'containers': [null, 3, {'env': [{'valueFrom':"
                        + " {'resourceFieldRef': 1}}]}]}}}}",
                "{'spec': {'containers': [{'env': [{'valueFrom': {'resourceFieldRef': {'resource':"
                        + " 'limits.cpu', 'divisor': '0.0000000001'}}}]}]}}",
                "{'spec': {'volumes': [{'projected': {'sources': [5]}}, {'csi': 1}, {'ephemeral':"
                        + " {'volumeClaimTemplate': 1}}]}}",
                "{'spec': {'metrics': [1, {'type': 'Resource'}, {'type': 'Object'}, {'type': 'x'}],"
                        + " 'rules': [{'http': 1}]}}",
                "{'spec': {'limits': [{'max': {'cpu': {}}}], 'ports': [null], 'request': '####'}}",
                "{'status': {'allocatable': {'cpu': 'x', 'memory': '1e99'}, 'hard': {'a': null},"
                        + " 'conditions': {}}}"
            })
    void survivesObjectsThatNobodyWouldMake(String json) {
        window.shows("pods", json.replace('\'', '"'), "{\"spec\": {\"volumes\": 1}}");
        window.shows("events", json.replace('\'', '"'));
        for (var kind : WindowFixture.KINDS) {
            if (!kind.getValue().equals("CertificateSigningRequest")) {
                assertThat(described(kind.getKey(), kind.getValue(), json.replace('\'', '"')))
                        .startsWith("Name:")
                        .endsWith("\n");
            }
        }
        assertThat(described("x.example", "X", json.replace('\'', '"'))).startsWith("Name:");
    }

    @Test
    void asksForTheEventsOfTheObjectOnly() {
        described(
                "apps",
                "Deployment",
                "{\"metadata\": {\"name\": \"web\", \"namespace\": \"shop\", \"uid\": \"u1\"}}");

        assertThat(window.asked())
                .contains(
                        "events shop null involvedObject.kind=Deployment,involvedObject.name=web,"
                                + "involvedObject.namespace=shop,involvedObject.uid=u1");
    }

    private String described(String group, String kind, String json) {
        return Descriptions.text(group, kind, WindowFixture.object(kind, json), true, window);
    }
}
