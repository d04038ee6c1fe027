package dev.kubechat.pipeline;

import static dev.kubechat.pipeline.PipelineWorld.ALICE;
import static dev.kubechat.pipeline.PipelineWorld.BOB;
import static dev.kubechat.pipeline.PipelineWorld.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PipelineIT {

    private static PipelineWorld world;

    @BeforeAll
    static void start() {
        world = new PipelineWorld(System.getenv("KUBECHAT_TEST_KUBECONFIG"), "bot");
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void answersARead() {
        var thread = world.ask(ALICE, "kubectl get deployments -n shop");
        System.err.println(world.posts(thread));
        assertThat(world.posts(thread))
                .singleElement()
                .satisfies(p -> assertThat(p.text()).contains("checkout"));
    }

    @Test
    void scales() {
        var thread = world.ask(ALICE, "scale checkout to 3 in shop");
        System.err.println(world.posts(thread));
        world.press(ALICE, thread, "Yes, run it");
        System.err.println(world.posts(thread));
    }

    @Test
    void deletes() {
        var thread = world.ask(ALICE, "delete deployment cart in shop");
        System.err.println(world.posts(thread));
        world.press(ALICE, thread, "Approve");
        System.err.println(world.posts(thread));
        world.press(BOB, thread, "Approve");
        System.err.println(world.posts(thread));
        System.err.println(world.auditTypes());
    }

    @Test
    void stranger() {
        var thread = world.ask(STRANGER, "get pods");
        System.err.println(world.posts(thread));
        thread = world.ask(ALICE, "kubectl drain node-1");
        System.err.println(world.posts(thread));
        thread = world.ask(ALICE, "make me a sandwich");
        System.err.println(world.posts(thread));
        thread = world.ask(ALICE, "kubectl get pods | grep x");
        System.err.println(world.posts(thread));
        thread = world.ask(ALICE, "kubectl top nodes");
        System.err.println(world.posts(thread));
        thread = world.ask(ALICE, "restart nosuch in shop");
        System.err.println(world.posts(thread));
        thread = world.ask(ALICE, "restart checkout in kube-system");
        System.err.println(world.posts(thread));
        thread = world.ask(ALICE, "help");
        System.err.println(world.posts(thread));
    }
}
