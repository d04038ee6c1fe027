package dev.kubechat.kubectl;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The pod that run makes.
 *
 * @param port that it listens on; null for none
 * @param variables as NAME=VALUE
 * @param labels empty for the usual one, run=NAME
 * @param annotations as KEY=VALUE
 * @param restart Always, OnFailure or Never; null leaves it to whether somebody is attached
 * @param pullPolicy Always, IfNotPresent or Never; null leaves it to the image's tag
 * @param overrides JSON or YAML laid over the pod; null for none
 * @param overrideType merge, strategic or json
 */
public record NewPod(
        String image,
        @Nullable String port,
        List<String> variables,
        SortedMap<String, String> labels,
        List<String> annotations,
        @Nullable String restart,
        @Nullable String pullPolicy,
        boolean privileged,
        @Nullable String overrides,
        String overrideType) {

    public NewPod {
        variables = List.copyOf(variables);
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        annotations = List.copyOf(annotations);
    }

    static NewPod of(Said said, String name) {
        String image = said.text("image");
        if (image == null) {
            String better = "kubectl run %s --image=busybox".formatted(name);
            throw new Unreadable("run needs --image, like %s.".formatted(better), better);
        }
        String labels = said.text("labels");
        return new NewPod(
                Syntax.image(image),
                said.text("port"),
                variables(said),
                labels == null ? new TreeMap<>() : Syntax.labels("labels", labels),
                annotations(said),
                restart(said),
                pullPolicy(said),
                said.is("privileged"),
                said.text("overrides"),
                Syntax.oneOf(
                        "override-type", said.text("override-type"), "merge", "strategic", "json"));
    }

    private static List<String> variables(Said said) {
        List<String> variables = said.list("env");
        for (String variable : variables) {
            int equals = variable.indexOf('=');
            if (equals < 0) {
                throw new Unreadable(
                        "--env is NAME=VALUE, and not %s.".formatted(Shown.quoted(variable)));
            }
            Syntax.variable(variable.substring(0, equals));
        }
        return variables;
    }

    private static List<String> annotations(Said said) {
        List<String> annotations = said.list("annotations");
        if (!annotations.stream().allMatch(annotation -> annotation.indexOf('=') > 0)) {
            throw new Unreadable("--annotations is KEY=VALUE, like --annotations=note=checked.");
        }
        return annotations;
    }

    private static @Nullable String restart(Said said) {
        String typed = said.reading("restart").flag("restart");
        return typed == null || typed.isEmpty()
                ? null
                : Syntax.oneOf("restart", typed, "Always", "OnFailure", "Never");
    }

    static @Nullable String pullPolicy(Said said) {
        String typed = said.text("image-pull-policy");
        return typed == null
                ? null
                : Syntax.oneOf("image-pull-policy", typed, "Always", "IfNotPresent", "Never");
    }

    LineBuilder write(LineBuilder line) {
        return line.flag("image", image)
                .flag("port", port)
                .list("env", variables)
                .flag("labels", labels.isEmpty() ? null : Syntax.joined(labels))
                .list("annotations", annotations)
                .flag("restart", restart)
                .flag("image-pull-policy", pullPolicy)
                .flag("privileged", privileged)
                .flag("overrides", overrides)
                .unless("override-type", overrideType, "merge");
    }
}
