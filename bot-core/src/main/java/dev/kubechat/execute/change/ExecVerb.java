package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.Masking;
import dev.kubechat.execute.api.Pods;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Seen;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.kubectl.PodCommand.CopyOut;
import dev.kubechat.kubectl.PodCommand.Exec;
import dev.kubechat.kubectl.Scope;
import dev.kubechat.kubectl.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code kubectl exec} and {@code cp} out of a pod: finds the container, and makes a step of the program. Runs nothing. */
final class ExecVerb {

    private static final String DEFAULT_CONTAINER = "kubectl.kubernetes.io/default-container";
    private static final Set<String> WITH_PODS =
            Set.of(
                    "ReplicaSet",
                    "ReplicationController",
                    "StatefulSet",
                    "DaemonSet",
                    "Deployment",
                    "Job",
                    "Service");

    // where tokens of service accounts lie, however the path is written
    private static final Pattern TOKENS =
            Pattern.compile(
                    "(?i)run/[./]{0,50}secrets|kubernetes\\.io/[./]{0,50}serviceaccount|serviceaccount/[./]{0,50}token|eks\\.amazonaws\\.com/[./]{0,50}serviceaccount");

    private final Sight sight;
    private final boolean secretValues;

    /** @param secretValues whether tokens may be looked at; a chat must not hold them (P9) */
    ExecVerb(Sight sight, boolean secretValues) {
        this.sight = sight;
        this.secretValues = secretValues;
    }

    /** @throws No if somebody would have to type, or there is no such container */
    List<Planning> plan(Exec exec) {
        if (exec.terminal().stdin() || exec.terminal().tty()) {
            throw new No(
                    "Nobody can type into a program here: leave out -i and -t, and give it all that"
                            + " it needs on the line, like kubectl exec %s -- sh -c 'ls | wc -l'."
                                    .formatted(called(exec.selection())));
        }
        refuseTokens(exec.program());
        var pod = pod(exec.selection(), exec.scope());
        var container = container(pod, exec.container());
        var body = program(container.name(), exec.program());
        return List.of(
                planning(
                        Step.Action.EXEC,
                        pod,
                        "runs in container " + container.name(),
                        String.join(" ", exec.program()),
                        body.toString(),
                        container.said()));
    }

    /** @throws No if it could not be tried once, or there is no such container */
    List<Planning> plan(CopyOut copy) {
        if (copy.retries() != 0) {
            throw new No("A copy is tried once here. Leave --retries out.");
        }
        var path = copy.from().path();
        refuseTokens(List.of(path));
        var namespace = copy.from().namespace();
        var scope = namespace == null ? copy.scope() : new Scope.In(namespace);
        var pod = seen(sight.object(copy.from().pod(), scope));
        var container = container(pod, copy.container());
        var body = program(container.name(), List.of("tar", "cf", "-", path));
        body.put("to", copy.to());
        return List.of(
                planning(
                        Step.Action.COPY,
                        pod,
                        "file out of container " + container.name(),
                        path,
                        body.toString(),
                        container.said()));
    }

    private static String called(Selection selection) {
        return selection instanceof Selection.Named(var names) && names.size() == 1
                ? names.getFirst().name()
                : "web-0";
    }

    private void refuseTokens(List<String> words) {
        if (!secretValues && words.stream().anyMatch(word -> TOKENS.matcher(word).find())) {
            throw new No(
                    "Tokens of service accounts are not looked at from a chat: whoever reads one is"
                            + " that account. What it may do stands in kubectl get"
                            + " rolebindings,clusterrolebindings -A -o wide.");
        }
    }

    private static ObjectNode program(String container, List<String> words) {
        var body = Reply.JSON.createObjectNode().put("container", container);
        var command = body.putArray("command");
        words.forEach(command::add);
        return body;
    }

    private static Planning planning(
            Step.Action action, Seen pod, String what, String words, String body, String said) {
        var shown = new FieldChange(what, null, Masking.text(words));
        var step = Planning.step(action, pod.resource(), pod.object(), List.of(shown));
        var request = new Step.Request("GET", "exec", Api.JSON, body, said);
        return Planning.of(
                        new Step(
                                action,
                                step.object(),
                                step.resourceVersion(),
                                step.changes(),
                                request),
                        List.of())
                .seen(new Planning.View(pod.object(), pod.object(), List.of()));
    }

    private Seen seen(JsonNode pod) {
        return new Seen(sight.builtIn("pods"), pod);
    }

    private Seen pod(Selection selection, Scope scope) {
        if (selection instanceof Selection.InFiles files) {
            throw No.ofFiles(files);
        }
        var name = ChangePlans.names(selection, scope, sight).getFirst();
        var object = sight.object(name, scope);
        var resource = sight.resource(name.type());
        if (resource.is("pods", "")) {
            return seen(object);
        }
        if (!WITH_PODS.contains(resource.kind())) {
            throw No.saying(
                    "cannot attach to *%s.%s: selector for *%s.%s not implemented"
                            .formatted(
                                    resource.version(),
                                    resource.kind(),
                                    resource.version(),
                                    resource.kind()));
        }
        return new Pods(sight)
                .of(object, resource).stream()
                        .findFirst()
                        .map(this::seen)
                        .orElseThrow(() ->
                                new No(
                                        "%s has no pods now. Look why, with kubectl describe %s."
                                                .formatted(
                                                        resource.called(name.name()),
                                                        resource.qualified() + "/" + name.name()),
                                        "error: timed out waiting for the condition\n"));
    }

    private record Container(String name, String said) {}

    private static Container container(Seen pod, @Nullable String asked) {
        if (Pods.isOver(pod.object())) {
            throw No.saying(
                    "cannot exec into a container in a completed pod; current phase is %s"
                            .formatted(Pods.phase(pod.object())));
        }
        var marked =
                pod.object()
                        .path("metadata")
                        .path("annotations")
                        .path(DEFAULT_CONTAINER)
                        .asString("");
        var wanted = asked == null ? marked : asked;
        var all = Pods.containers(pod.object());
        if (!wanted.isEmpty() && !all.contains(wanted)) {
            throw No.saying(
                    "container %s is not valid for pod %s out of: %s"
                            .formatted(wanted, pod.name(), told(pod.object())));
        }
        if (!wanted.isEmpty()) {
            return new Container(wanted, "");
        }
        var first = all.getFirst();
        return new Container(
                first,
                all.size() == 1
                        ? ""
                        : "Defaulted container \"%s\" out of: %s"
                                .formatted(first, told(pod.object())));
    }

    private static String told(JsonNode pod) {
        var names = new ArrayList<String>();
        Stream.of(
                        List.of("containers", ""),
                        List.of("ephemeralContainers", " (ephem)"),
                        List.of("initContainers", " (init)"))
                .forEach(kind ->
                        pod.path("spec")
                                .path(kind.getFirst())
                                .forEach(one ->
                                        names.add(one.path("name").asString("") + kind.getLast())));
        return String.join(", ", names);
    }

    /** The path of the request, and the program in it. */
    static ApiPath path(Step step) {
        var body = body(step);
        var path = ApiPath.of(step.object()).at("exec").with("container", text(body, "container"));
        for (var word : words(step)) {
            path = path.with("command", word);
        }
        return path.with("stdout", "true").with("stderr", "true");
    }

    static JsonNode body(Step step) {
        return Reply.JSON.readTree(Objects.requireNonNull(step.request()).body());
    }

    /** The program of a step, and its words. */
    static List<String> words(Step step) {
        return body(step).path("command").valueStream().map(word -> word.asString("")).toList();
    }

    private static String text(JsonNode body, String field) {
        return body.path(field).asString("");
    }
}
