package dev.kubechat.execute.read;

import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.Outcome;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.kubectl.ReadCommand.Explain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code kubectl explain}: what the fields of a type mean, from the server's OpenAPI v3 documents. */
final class ExplainVerb {

    private final Sight sight;
    private final Explain asked;

    ExplainVerb(Sight sight, Explain asked) {
        this.sight = sight;
        this.asked = asked;
    }

    private record Target(String group, String version, String plural, List<String> fields) {}

    Outcome.Printed print() {
        var target = target();
        var document = sight.itself().any(path(target));
        if (document.code() == 404) {
            throw No.saying(
                    "couldn't find resource for \"%s/%s, Resource=%s\""
                            .formatted(target.group(), target.version(), target.plural()));
        }
        var explanation =
                new Explanation(sight.answer(document), asked.recursive(), target.fields());
        var failure = explanation.write(target.group(), target.version(), target.plural());
        return failure.isEmpty()
                ? new Outcome.Printed(explanation.text(), "")
                : new Outcome.Printed(
                        explanation.text(),
                        "There is no such thing: %s.".formatted(failure),
                        "error: %s\n".formatted(failure),
                        1);
    }

    private static ApiPath path(Target target) {
        var root = new ApiPath("/openapi/v3");
        return target.group().isEmpty()
                ? root.at("api").at(target.version())
                : root.at("apis").at(target.group()).at(target.version());
    }

    private Target target() {
        var words = words(asked.path());
        var candidates =
                new ServerResources(sight.itself())
                        .preferred().stream()
                                .filter(resource -> isCalled(resource, words.getFirst()))
                                .toList();
        if (candidates.isEmpty()) {
            throw new No(
                    "Cluster %s has no resource type \"%s\". Check the spelling, or see its types: kubectl api-resources"
                            .formatted(sight.caller().cluster(), words.getFirst()),
                    "the server doesn't have a resource type \"%s\"\n".formatted(words.getFirst()));
        }
        if (!asked.apiVersion().isEmpty()) {
            return at(asked.apiVersion(), candidates.getFirst().name(), rest(words));
        }
        for (var candidate : candidates) {
            var name =
                    candidate.name() + (candidate.group().isEmpty() ? "" : "." + candidate.group());
            if (asked.path().startsWith(name)) {
                var suffix = asked.path().substring(name.length());
                return of(candidate, suffix.isEmpty() ? List.of() : rest(words("x" + suffix)));
            }
        }
        return of(candidates.getFirst(), rest(words));
    }

    private static Target of(ServerResources.Resource resource, List<String> fields) {
        return new Target(resource.group(), resource.version(), resource.name(), fields);
    }

    private static Target at(String apiVersion, String plural, List<String> fields) {
        var parts = apiVersion.split("/", -1);
        if (parts.length > 2 || Arrays.asList(parts).contains("")) {
            throw No.saying("unexpected GroupVersion string: %s".formatted(apiVersion));
        }
        return parts.length == 1
                ? new Target("", parts[0], plural, fields)
                : new Target(parts[0], parts[1], plural, fields);
    }

    private static boolean isCalled(ServerResources.Resource resource, String typed) {
        var name = typed.toLowerCase(Locale.ROOT);
        return resource.name().equals(name)
                || resource.singularName().equals(name)
                || resource.shortNames().contains(name)
                || resource.kind().toLowerCase(Locale.ROOT).equals(name);
    }

    private static List<String> words(String path) {
        if (path.startsWith(".")
                || path.contains("[")
                || path.contains("..")
                || path.contains("*")
                || path.contains("{")) {
            throw No.saying("invalid jsonpath syntax, first node must be field node");
        }
        var words =
                new ArrayList<>(
                        Arrays.stream(path.split("\\.")).filter(word -> !word.isEmpty()).toList());
        if (words.isEmpty()) {
            throw No.saying("invalid jsonpath syntax, first node must be field node");
        }
        return words;
    }

    private static List<String> rest(List<String> words) {
        return words.subList(1, words.size());
    }
}
