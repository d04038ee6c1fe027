package dev.kubechat.app;

import dev.kubechat.app.audit.AuditVerb;
import dev.kubechat.app.doctor.DoctorVerb;
import dev.kubechat.app.verb.ClassifyVerb;
import dev.kubechat.app.verb.PlanVerb;
import dev.kubechat.app.verb.SmallVerb;
import dev.kubechat.app.verb.Streams;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Runs small verbs once, so that Java writes down which classes they need and how far these were got ready (an AOT cache). Calls
 * nobody.
 */
final class Rehearsal {

    private static final String COMMANDS =
            """
            kubectl get pods -n shop -o wide
            kubectl describe deploy/checkout
            k logs -f deploy/checkout --since=10m
            kubectl scale deployment checkout --replicas=3
            kubectl delete pods -l app=checkout
            kubectl rollout restart deploy checkout
            kubectl apply -f checkout.yaml
            kubectl exec checkout-0 -- ls /
            kubectl get pods | sh
            kubectl gte pods
            """;

    private static final String WORDS =
            """
            {"id": "1", "utterance": "scale checkout to 3 in shop", "context": {"namespace": "shop"}}
            {"id": "2", "utterance": "show pods in shop"}
            {"id": "3", "utterance": "last 50 lines of checkout logs"}
            {"id": "4", "utterance": "kubectl get pods"}
            {"id": "5", "utterance": "make it good again"}
            """;

    // nobody listens there
    private static final String NO_DATABASE =
            "--kubechat.database.url=jdbc:postgresql://127.0.0.1:1/none";

    private Rehearsal() {}

    public static void main(String[] none) throws IOException {
        run(new ClassifyVerb(), COMMANDS);
        run(new ClassifyVerb(), "{\"command\": \"kubectl get pods\"}\n", "--json");
        run(new PlanVerb(), WORDS);
        run(new DoctorVerb(), "");
        run(new AuditVerb(), "", "reconcile", "--kubernetes-audit=none", NO_DATABASE);
        KubectlRehearsal.run();
    }

    private static void run(SmallVerb verb, String input, String... words) throws IOException {
        var out = OutputStream.nullOutputStream();
        verb.run(
                List.of(words),
                new Streams(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        out,
                        new PrintStream(out, true, StandardCharsets.UTF_8)));
    }
}
