package dev.kubechat.kubectl;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes a typed command apart into the line that reads back to it. */
final class LineBuilder {

    private final String verb;
    private final List<String> words = new ArrayList<>();
    private final TreeMap<String, List<String>> flags = new TreeMap<>();
    private @Nullable List<String> afterDash;

    LineBuilder(String verb) {
        this.verb = verb;
    }

    LineBuilder word(@Nullable String word) {
        if (word != null) {
            words.add(word);
        }
        return this;
    }

    LineBuilder words(Collection<String> more) {
        words.addAll(more);
        return this;
    }

    /** {@code key=value …} */
    LineBuilder pairs(Map<String, String> pairs) {
        pairs.forEach((key, value) -> words.add(key + "=" + value));
        return this;
    }

    LineBuilder about(Selection selection, Scope scope) {
        switch (selection) {
            case Selection.Named named ->
                    named.objects().forEach(object -> words.add(object.toString()));
            case Selection.Matching matching -> {
                words.add(listed(matching.types()));
                flag("selector", matching.labelSelector());
                flag("field-selector", matching.fieldSelector());
                flag("all", matching.all());
            }
            case Selection.InFiles files -> {
                in(files.manifests());
                flag("selector", files.labelSelector());
            }
        }
        return in(scope);
    }

    static String listed(List<ResourceType> types) {
        if (types.size() == 1) {
            return types.getFirst().toString();
        }
        var listed = new StringBuilder(types.getFirst().toString());
        for (ResourceType type : types.subList(1, types.size())) {
            listed.append(',').append(type);
        }
        return listed.toString();
    }

    /** The same with names alone, where the command says of what type they are. */
    LineBuilder named(Selection selection, Scope scope) {
        if (selection instanceof Selection.Named named) {
            named.objects().forEach(object -> words.add(object.name()));
            return in(scope);
        }
        return about(selection, scope);
    }

    LineBuilder in(Manifests manifests) {
        list("filename", manifests.files());
        flag("kustomize", manifests.kustomization());
        return flag("recursive", manifests.recursive());
    }

    LineBuilder in(Scope scope) {
        return switch (scope) {
            case Scope.In in -> flag("namespace", in.namespace());
            case Scope.Everywhere _ -> flag("all-namespaces", true);
            case Scope.Unsaid _ -> this;
        };
    }

    LineBuilder flag(String name, boolean set) {
        return set ? flag(name, "true") : this;
    }

    /** A flag that goes without saying if it has its usual value. */
    LineBuilder unless(String name, String value, String usual) {
        return value.equals(usual) ? this : flag(name, value);
    }

    /** A flag that is usually true. */
    LineBuilder off(String name, boolean off) {
        return off ? flag(name, "false") : this;
    }

    LineBuilder flag(String name, @Nullable Object value) {
        if (value != null) {
            flags.put(name, List.of(value.toString()));
        }
        return this;
    }

    /** A flag that says nothing if its text is empty. */
    LineBuilder text(String name, @Nullable String text) {
        return text == null || text.isEmpty() ? this : flag(name, text);
    }

    LineBuilder duration(String name, @Nullable Duration value) {
        return flag(name, value == null ? null : GoDuration.show(value));
    }

    /** A duration that goes without saying if it is the usual one. */
    LineBuilder unless(String name, Duration value, Duration usual) {
        return value.equals(usual) ? this : duration(name, value);
    }

    /** A number that says nothing if it is zero. */
    LineBuilder number(String name, long number) {
        return number == 0 ? this : flag(name, number);
    }

    LineBuilder list(String name, List<String> values) {
        if (!values.isEmpty()) {
            flags.put(name, values);
        }
        return this;
    }

    /** A flag that holds pairs, as pflag's maps do. */
    LineBuilder map(String name, Map<String, String> pairs) {
        return list(
                name,
                new TreeMap<>(pairs)
                        .entrySet().stream()
                                .map(pair -> pair.getKey() + "=" + pair.getValue())
                                .toList());
    }

    LineBuilder options(ChangeOptions options) {
        if (options.isUsual()) {
            return this;
        }
        if (options.dryRun() != DryRun.NONE) {
            flag("dry-run", options.dryRun().typed());
        }
        if (options.validation() != Validation.STRICT) {
            flag("validate", options.validation().typed());
        }
        flag("output", options.output().typed());
        flag("show-managed-fields", options.showManagedFields());
        flag("field-manager", options.fieldManager());
        flag("record", options.recordsCause());
        return flag("save-config", options.savesConfig());
    }

    /** The words behind {@code --}, if there are any. */
    LineBuilder program(List<String> program) {
        afterDash = program.isEmpty() ? null : program;
        return this;
    }

    CommandLine line() {
        // a word that looks like a flag is only read as a word behind --
        boolean likeFlags = afterDash == null && anyLikeFlag();
        return likeFlags
                ? new CommandLine(verb, List.of(), flags, words)
                : new CommandLine(verb, words, flags, afterDash);
    }

    private boolean anyLikeFlag() {
        for (String word : words) {
            if (word.length() > 1 && word.charAt(0) == '-') {
                return true;
            }
        }
        return false;
    }
}
