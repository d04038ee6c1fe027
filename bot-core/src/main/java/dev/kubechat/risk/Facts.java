package dev.kubechat.risk;

import dev.kubechat.kubectl.CommandLine;
import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.Namespace;
import dev.kubechat.kubectl.ResourceType;
import dev.kubechat.kubectl.Scope;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What rules may ask about a command and where it would run. What few rules ask is found out when the first one does. */
final class Facts {

    private final KubectlCommand command;
    private final CommandLine line;
    private final String verb;
    private final boolean changes;
    private final RiskContext context;
    private final Targets targets;
    private final Programs programs;
    private final List<String> files;
    private @Nullable Manifest manifest;
    private Programs.@Nullable Kind program;

    /** @param files the texts of the command's manifests, as far as they are there */
    Facts(KubectlCommand command, RiskContext context, Programs programs, List<String> files) {
        this.command = command;
        this.line = command.line();
        this.verb = line.verb();
        // --local reads a file and prints it, without a server
        this.changes = command.changes() && !line.has("local");
        this.context = context;
        this.targets = Targets.of(line);
        this.programs = programs;
        this.files = files;
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
        if (targets.isNamespace(place) || (verb.equals("cp") && copiesWith(place))) {
            return true;
        }
        return switch (command.scope()) {
            case Scope.Everywhere _ -> place.equals("everywhere");
            case Scope.In in -> place.equals(in.namespace().value());
            case Scope.Unsaid _ -> place.equals("unsaid");
        };
    }

    /** {@code cp NAMESPACE/POD:FILE …} names its place itself. */
    private boolean copiesWith(String namespace) {
        return line.words().stream().anyMatch(word -> word.startsWith(namespace + "/"));
    }

    /** The flag's values; none if it is not set. */
    List<String> flag(String name) {
        return line.values(name);
    }

    List<String> words() {
        return line.words();
    }

    boolean showsData() {
        return Shown.holdsData(line);
    }

    /** How many objects the command is about, as far as anybody knows. */
    int objects() {
        int named = Math.max(targets.names().size(), manifest().objects().size());
        return Math.max(named, context.objects().orElse(0));
    }

    /** Whether anything is known of a manifest, be it that it could not be read. */
    boolean hasManifest() {
        return !manifest().equals(Manifest.NONE);
    }

    /** What the files, the override or the patch hold. */
    Manifest manifest() {
        Manifest known = manifest;
        if (known == null) {
            known = ofFiles();
            for (String part : line.values("overrides")) {
                known = known.and(ManifestReader.part(part));
            }
            if (verb.equals("patch")) {
                for (String part : line.values("patch")) {
                    known = known.and(ManifestReader.part(part));
                }
            }
            manifest = known;
        }
        return known;
    }

    /** Files that are something else than objects, like a config map's entries or what is copied, say nothing of this kind. */
    private Manifest ofFiles() {
        boolean parts = !line.values("patch-file").isEmpty() || !line.values("custom").isEmpty();
        boolean whole =
                !line.values("filename").isEmpty()
                        || !line.values("kustomize").isEmpty()
                        || verb.equals("kustomize");
        if (parts) {
            return ManifestReader.objectsOrParts(files);
        }
        return whole ? ManifestReader.files(files) : Manifest.NONE;
    }

    Programs.Kind program() {
        Programs.Kind known = program;
        if (known == null) {
            known = programs.kind(programWords());
            program = known;
        }
        return known;
    }

    /** What {@code exec POD ls} (without dashes) or {@code exec POD -- ls} starts. */
    private List<String> programWords() {
        boolean starts = verb.equals("exec") || verb.equals("run") || verb.equals("debug");
        if (!starts) {
            return List.of();
        }
        List<String> after = line.afterDash();
        if (after != null) {
            return after;
        }
        List<String> words = line.arguments();
        return words.size() > 1 ? words.subList(1, words.size()) : List.of();
    }

    boolean inProduction() {
        return context.production();
    }

    /** A protected namespace that is among the objects, if there is one; a selector may hit any. */
    Optional<String> protectedNamespace() {
        return context.protectedNamespaces().stream()
                .map(Namespace::value)
                .filter(namespace ->
                        targets.isNamespace(namespace)
                                || targets.mayHoldNamespaces()
                                || isInAFile(namespace))
                .min(Comparator.naturalOrder());
    }

    private boolean isInAFile(String namespace) {
        return manifest().objects().stream()
                .anyMatch(object ->
                        object.kind().equals("Namespace") && object.name().equals(namespace));
    }

    /** Fills {@code {what}} and its like into a reason. */
    String value(String placeholder) {
        return switch (placeholder) {
            case "what" -> targets.described();
            case "verb" -> verb;
            case "namespace" -> protectedNamespace().orElse("");
            case "cluster" -> context.cluster();
            case "objects" -> String.valueOf(objects());
            case "program" ->
                    programWords().isEmpty()
                            ? "Nothing"
                            : programWords().getFirst().replace('\n', ' ');
            default -> flagValue(placeholder);
        };
    }

    private String flagValue(String placeholder) {
        @Nullable String value = line.flag(placeholder.substring(placeholder.indexOf(':') + 1));
        return value == null ? "" : value;
    }
}
