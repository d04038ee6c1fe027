package dev.kubechat.risk;

import dev.kubechat.kubectl.CommandLine;
import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.ResourceType;
import dev.kubechat.kubectl.Scope;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What rules may ask about a command and where it would run. */
final class Facts {

    private final KubectlCommand command;
    private final CommandLine line;
    private final String verb;
    private final boolean changes;
    private final RiskContext context;
    private final Targets targets;
    private final Programs programs;

    Facts(KubectlCommand command, RiskContext context, Programs programs) {
        this.command = command;
        this.line = command.line();
        this.verb = command.verb();
        this.changes = command.changes();
        this.context = context;
        this.targets = Targets.of(line);
        this.programs = programs;
    }

    String verb() {
        return verb;
    }

    boolean changes() {
        return changes;
    }

    List<ResourceType> types() {
        return targets.types();
    }

    Breadth breadth() {
        return targets.breadth();
    }

    /** A namespace that is itself spoken of counts as the place too. */
    boolean isIn(String place) {
        return switch (command.scope()) {
            case Scope.Everywhere _ -> place.equals("everywhere");
            case Scope.In in -> place.equals(in.namespace().value()) || targets.isNamespace(place);
            case Scope.Unsaid _ -> place.equals("unsaid") || targets.isNamespace(place);
        };
    }

    /** The flag's values; none if it is not set. */
    List<String> flag(String name) {
        return line.values(name);
    }

    List<String> words() {
        return line.words();
    }

    Programs.Kind program() {
        return programs.kind(programWords());
    }

    /** What {@code exec POD ls} (without dashes) or {@code exec POD -- ls} starts. */
    private List<String> programWords() {
        List<String> after = line.afterDash();
        boolean starts = verb().equals("exec") || verb().equals("run") || verb().equals("debug");
        if (!starts) {
            return List.of();
        }
        if (after != null) {
            return after;
        }
        return line.arguments().size() > 1
                ? line.arguments().subList(1, line.arguments().size())
                : List.of();
    }

    boolean inProduction() {
        return context.production();
    }

    /** A protected namespace that is among the objects, if there is one; a selector may hit any. */
    Optional<String> protectedNamespace() {
        return context.protectedNamespaces().stream()
                .map(Object::toString)
                .sorted()
                .filter(namespace -> targets.isNamespace(namespace) || targets.mayHoldNamespaces())
                .findFirst();
    }

    /** Fills {@code {what}} and its like into a reason. */
    String value(String placeholder) {
        return switch (placeholder) {
            case "what" -> targets.described();
            case "verb" -> verb();
            case "namespace" -> protectedNamespace().orElse("");
            case "cluster" -> context.cluster();
            case "program" -> programWords().isEmpty() ? "Nothing" : programWords().getFirst();
            default -> flagValue(placeholder);
        };
    }

    private String flagValue(String placeholder) {
        @Nullable String value = line.flag(placeholder.substring(placeholder.indexOf(':') + 1));
        return value == null ? "" : value;
    }
}
