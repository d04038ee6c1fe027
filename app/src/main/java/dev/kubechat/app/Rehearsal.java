package dev.kubechat.app;

import dev.kubechat.app.doctor.DoctorVerb;
import dev.kubechat.app.verb.ClassifyVerb;
import dev.kubechat.app.verb.PlanVerb;
import dev.kubechat.app.verb.SmallVerb;
import dev.kubechat.app.verb.Streams;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs small verbs once, so that Java writes down which classes they need and how far these were got ready (an AOT cache). Calls
 * nobody but itself.
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

    private static final String KUBECONFIG =
            """
            apiVersion: v1
            kind: Config
            current-context: none
            clusters: [{name: none, cluster: {server: "http://127.0.0.1:%d"}}]
            contexts: [{name: none, context: {cluster: none, user: none}}]
            users: [{name: none, user: {token: none}}]
            """;

    private static final String RESOURCES =
            """
            {"kind": "APIResourceList", "groupVersion": "v1", "resources": [
              {"name": "pods", "singularName": "pod", "namespaced": true, "kind": "Pod", "verbs": ["get", "list"],
               "shortNames": ["po"], "categories": ["all"]}]}
            """;

    private static final String GROUPS = "{\"kind\": \"APIGroupList\", \"groups\": []}";

    private static final String TABLE =
            """
            {"kind": "Table", "apiVersion": "meta.k8s.io/v1", "metadata": {},
             "columnDefinitions": [{"name": "Name", "type": "string", "format": "name", "priority": 0}],
             "rows": [{"cells": ["web-0"], "object": {"kind": "PartialObjectMetadata", "metadata": {"name": "web-0"}}}]}
            """;

    private static final String POD =
            """
            {"kind": "Pod", "apiVersion": "v1", "metadata": {"name": "web-0", "namespace": "default"}, "spec": {}, "status": {}}
            """;

    private Rehearsal() {}

    public static void main(String[] none) throws IOException {
        run(new ClassifyVerb(), COMMANDS);
        run(new ClassifyVerb(), "{\"command\": \"kubectl get pods\"}\n", "--json");
        run(new PlanVerb(), WORDS);
        run(new DoctorVerb(), "");
        kubectl();
    }

    /** One read of pods from a server that this process plays. */
    private static void kubectl() throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", Rehearsal::answer);
        server.start();
        var kubeconfig = Files.createTempFile("kubechat", ".kubeconfig");
        try {
            Files.writeString(
                    kubeconfig,
                    KUBECONFIG.formatted(server.getAddress().getPort()),
                    StandardCharsets.UTF_8);
            var nowhere =
                    new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
            for (var line : List.of("get pods", "get pods -o yaml", "get pod web-0 -o json")) {
                var words = new ArrayList<>(List.of("--kubeconfig", kubeconfig.toString(), "--"));
                words.addAll(List.of(line.split(" ", -1)));
                new KubectlVerb(nowhere, nowhere, Clock.systemUTC()).run(words, Map.of());
            }
        } finally {
            Files.delete(kubeconfig);
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var accept = String.valueOf(exchange.getRequestHeaders().getFirst("Accept"));
        var answer =
                switch (path) {
                    case "/api/v1" -> RESOURCES;
                    case "/apis" -> GROUPS;
                    default -> accept.contains("as=Table") ? TABLE : POD;
                };
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
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
