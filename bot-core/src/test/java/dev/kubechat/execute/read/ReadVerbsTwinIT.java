package dev.kubechat.execute.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reading verbs end as kubectl ends: the same output, the same errors, the same exit status, on a real API server. */
class ReadVerbsTwinIT {

    @TempDir private static @Nullable Path folder;

    private static @Nullable KubectlTwin kubectl;
    private static @Nullable ReadsWorld world;

    @BeforeAll
    static void prepare() {
        kubectl = KubectlTwin.prepare(ReadVerbsTwinIT.class, folder);
        world = ReadsWorld.prepare(kubectl.kubeconfig());
    }

    @AfterAll
    static void cleanUp() {
        if (world != null) {
            world.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "top pods --sort-by=bogus",
                "top pod nope",
                "top pods -l app=nope",
                "top node nope",
                "api-resources",
                "api-resources -o wide",
                "api-resources -o name",
                "api-resources -o json",
                "api-resources -o yaml",
                "api-resources --api-group=",
                "api-resources --namespaced=false --verbs=list,get --sort-by=kind",
                "api-resources --categories=all --sort-by=name --no-headers",
                "api-resources --sort-by=bogus",
                "api-versions",
                "cluster-info",
                "auth can-i get pods",
                "auth can-i frobnicate pods",
                "auth can-i get foos.bar",
                "auth can-i get nodes",
                "auth can-i get pods/multi --subresource=log",
                "auth can-i get /healthz",
                "auth can-i '*' '*' -A",
                "auth can-i delete pods -q",
                "auth can-i --list",
                "auth can-i --list --no-headers",
                "auth whoami",
                "rollout status deployment checkout",
                "rollout status deployment/nope statefulset/db",
                "rollout status ds/agent --watch=false",
                "rollout status sts db --timeout=5s",
                "rollout status deployment checkout --revision=7",
                "rollout status pod multi",
                "rollout status deployment -l app=nope",
                "rollout history deployment checkout",
                "rollout history deployment checkout --revision=1",
                "rollout history deployment checkout -o json",
                "rollout history deployment checkout --revision=9",
                "rollout history ds/agent --revision=1",
                "rollout history sts db",
                "rollout history sts db -o yaml",
                "rollout history svc checkout",
                "rollout history pod multi",
                "events",
                "events --types=Normal --no-headers",
                "events --types=bogus",
                "events --for deployment/checkout",
                "events --for deploy/nope",
                "events --for foo/nope",
                "events -o yaml",
                "events -o json",
                "logs multi",
                "logs multi -c one --tail=1",
                "logs multi -c nope",
                "logs nope",
                "logs deploy/checkout --tail=1 --prefix",
                "logs job/once --timestamps --limit-bytes=20",
                "logs svc/checkout -c sidecar --tail=1",
                "logs configmap/cfg",
                "logs -l app=nope",
                "logs -l app=multi --tail=-1",
                "logs multi --all-containers -c one",
                "explain pods",
                "explain pods.spec.containers",
                "explain deployments.apps.spec.template.spec.volumes --recursive",
                "explain deploy.spec.strategy.type",
                "explain pods.spec.nodeName",
                "explain pods.spec.nope",
                "explain foo",
                "explain pods --api-version=v9",
                "explain cart.spec --recursive",
                "explain cart.spec.mode",
                "explain carts",
                "explain crd.spec.versions.schema.openAPIV3Schema --recursive",
                "wait pod/nope pod/multi --for=condition=Ready",
                "wait pods --for=condition=Ready",
                "wait pods -l app=nope --for=condition=Ready",
                "wait pod/multi --for=condition=Bogus --timeout=0",
                "wait pod/multi --for=condition=Bogus --timeout=1s",
                "wait pod/nope --for=delete",
                "wait pod/multi --for=delete --timeout=1s",
                "wait pod/nope --for=create --timeout=1s",
                "wait pod/multi --for=bogus",
                "wait deploy/checkout --for=condition=available -o name",
                "wait deploy/checkout --for=condition=available -o yaml",
                "wait pod/multi --for=jsonpath={.status.phase}=Running",
                "wait pod/multi --for=jsonpath={.status.phase}=Failed --timeout=1s",
                "wait pod/multi --for=jsonpath={.spec.containers[*].name}=one",
                "wait deploy/checkout --for=jsonpath={.status.readyReplicas}=3",
                "apply view-last-applied configmap kube-root-ca.crt"
            })
    void endsAsKubectlEnds(String line) throws Exception {
        var ours = Objects.requireNonNull(world);

        var before = ours.ended(line);
        var theirs = theirs(line, ours.namespace());
        var after = ours.ended(line);

        // ages move on, so kubectl's output is that of just before or just after
        assertThat(theirs).isIn(before, after);
    }

    private static KubectlTwin.Ended theirs(String line, String namespace)
            throws IOException, InterruptedException {
        var twin = Objects.requireNonNull(kubectl);
        return line.equals("cluster-info")
                ? twin.run(line, "--as", ReadsWorld.PERSON)
                : twin.run(line, "--as", ReadsWorld.PERSON, "-n", namespace);
    }
}
